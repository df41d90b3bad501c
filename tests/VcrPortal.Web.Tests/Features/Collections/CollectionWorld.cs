using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Collections;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Collections;

/// <summary>Collections of Ana, made through the verbs.</summary>
internal static class CollectionWorld
{
    /// <summary>An empty one.</summary>
    public static async Task<int> MakeAsync(TestPortal portal, Caller owner, bool isPrivate = false, string? team = null) =>
        Assert.IsType<CollectionOutcome.Kept>(await portal.Get<MakeCollection>().RunAsync(
            new("MEK inhibitors", "What they do to melanoma.", isPrivate), team, owner, default)).Number;

    /// <summary>One with these things in it, of traces that stand already.</summary>
    public static async Task<int> FilledAsync(TestPortal portal, Caller owner, params PickedTrace[] picked)
    {
        var number = await MakeAsync(portal, owner);
        Assert.IsType<CollectionOutcome.Kept>(
            await portal.Get<FillCollection>().RunAsync(number, [.. picked], "Look at this.", owner, default));
        return number;
    }

    public static async Task<string[]> ItemsAsync(TestPortal portal, int number, Caller caller) =>
        [.. (await portal.Get<ReadCollection>().RunAsync(number, caller, default))!.Items.Select(i => i.Key.Text)];
}
