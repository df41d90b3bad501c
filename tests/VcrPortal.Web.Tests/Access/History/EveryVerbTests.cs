using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.FirstAdministrator;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Tests.Features.Accounts.External;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Access.History;

/// <summary>Whatever changes something leaves an entry of its operation: each verb class is run once.</summary>
public partial class EveryVerbTests
{
    private static readonly Caller Editor = new("editor", PortalRole.Editor);
    private static readonly Caller Admin = new("admin", PortalRole.Admin);

    /// <summary>For each verb class that writes: one run of it.</summary>
    private static Dictionary<Type, Func<TestPortal, Task>> Runs => new([
        .. AccountRuns, .. AdministrationRuns, .. CollectionRuns, .. DiscussionRuns, .. JobRuns, .. PrimitiveRuns, .. ReviewRuns,
        .. TraceRuns,
    ]);

    /// <summary>A draft concerns nobody but whoever writes it; what comes of it leaves its own entry. Names that complete a comment are
    /// only read. Appointing needs a configuration of its own: AccountTests.</summary>
    private static readonly Type[] NotRunHere =
        [typeof(SaveDraft), typeof(SaveReviewDraft), typeof(SuggestPeople), typeof(AppointAdmin)];

    public static IEnumerable<object[]> Verbs => Runs.Keys.Select(t => (object[])[t.Name]).OrderBy(v => v[0]);

    [Fact]
    public void EveryVerbThatWrites_IsRunHere()
    {
        var writing = typeof(PortalDb).Assembly.GetTypes()
            .Where(t => t.GetCustomAttribute<RequiresAttribute>() is { } does && Permissions.Table[does.Operation].IsWritten
            && !typeof(IComponent).IsAssignableFrom(t) && !typeof(Hub).IsAssignableFrom(t));
        Assert.Equal("", string.Join(", ", writing.Except(Runs.Keys).Except(NotRunHere).Select(t => t.Name)));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task AVerb_LeavesAnEntryOfItsOperation(string name)
    {
        var (verb, run) = Runs.Single(r => r.Key.Name == name);
        var operation = verb.GetCustomAttribute<RequiresAttribute>()!.Operation.ToString();
        await using var portal = await TestPortal.StartAsync(settings: ExternalTests.Institute);
        await using var db = portal.Db();
        await run(portal);
        var entries = await db.History.Where(h => h.Operation == operation).ToListAsync();
        Assert.NotEmpty(entries);
        Assert.All(entries, e => Assert.False(string.IsNullOrEmpty(e.ActorKey)));
        // Keys, no names.
        Assert.DoesNotContain(entries, e => $"{e.ActorKey} {e.Subject} {e.Detail}".Contains("browser-person", StringComparison.Ordinal));
    }
}
