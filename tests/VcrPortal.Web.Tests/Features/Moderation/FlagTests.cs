using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Moderation;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Features.Primitives;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Moderation;

/// <summary>Somebody flags a text, a moderator decides, and both sides hear of it.</summary>
public class FlagTests
{
    private const string Said = "Her name is Jane Roe.";

    [Fact]
    public async Task Flag_Upheld_HoldsTheCommentBack_TellsBothSides_AndCanBeTakenBack()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob, eve) = await PeopleAsync(portal);
        var comment = await SayAsync(portal, ana);
        var flag = await FlagAsync(portal, FlagKind.Comment, comment, bob);
        Assert.Equal(flag, await FlagAsync(portal, FlagKind.Comment, comment, bob)); // twice is once
        var item = Assert.Single((await portal.Get<ListFlags>().RunAsync(new(), eve, default))!.Value.Items);
        Assert.Equal((Said, "bob", "ana", FlagState.Open, null), (item.Text, item.Flagger, item.Author, item.State, item.Conflict));

        Assert.IsType<FlagOutcome.Invalid>(await DecideAsync(portal, flag, FlagState.Upheld, eve, " ")); // without a reason
        Assert.Equal(new FlagOutcome.Decided(FlagState.Upheld), await DecideAsync(portal, flag, FlagState.Upheld, eve));
        Assert.Equal((true, ""), await ShownAsync(portal));
        Assert.Equal("your flag on a comment is upheld: It names somebody.", await NewsAsync(portal, bob));
        Assert.Equal("a flag on your comment is upheld: It names somebody.", await NewsAsync(portal, ana));
        Assert.IsType<EditCommentOutcome.NotAllowed>(await portal.Get<EditComment>().RunAsync(comment, 1, "New.", ana, default));

        Assert.IsType<FlagOutcome.Invalid>(await DecideAsync(portal, flag, FlagState.Dismissed, eve)); // it is not open any more
        Assert.Equal(
            new FlagOutcome.Decided(FlagState.Open), await DecideAsync(portal, flag, FlagState.Open, eve, seen: FlagState.Upheld));
        Assert.Equal((false, Said), await ShownAsync(portal));
    }

    [Fact]
    public async Task Flag_Dismissed_LeavesTheCommentAsItIs()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob, eve) = await PeopleAsync(portal);
        var flag = await FlagAsync(portal, FlagKind.Comment, await SayAsync(portal, ana), bob);
        Assert.Equal(new FlagOutcome.Decided(FlagState.Dismissed), await DecideAsync(portal, flag, FlagState.Dismissed, eve));
        Assert.Equal((false, Said), await ShownAsync(portal));
        Assert.Empty((await portal.Get<ListFlags>().RunAsync(new(), eve, default))!.Value.Items);
        Assert.Equal(1, (await portal.Get<ListFlags>().RunAsync(new(FlagState.Dismissed), eve, default))!.Value.Total);
    }

    [Fact]
    public async Task Flag_OnOnesOwnText_OrRaisedByOneself_IsDecidedByAnother()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, bob, eve) = await PeopleAsync(portal);
        var other = await portal.RegisterAsync("else", PortalRole.Editor);
        var comment = await SayAsync(portal, eve);
        Assert.IsType<FlagOutcome.Invalid>(
            await portal.Get<FlagContent>().RunAsync(new(FlagKind.Comment, comment, FlagReason.Spam), eve, default));
        var flag = await FlagAsync(portal, FlagKind.Comment, comment, bob);
        Assert.Contains(
            "your own text", Assert.Single((await portal.Get<ListFlags>().RunAsync(new(), eve, default))!.Value.Items).Conflict,
            StringComparison.Ordinal);
        Assert.IsType<FlagOutcome.Invalid>(await DecideAsync(portal, flag, FlagState.Dismissed, eve));
        var raised = await FlagAsync(portal, FlagKind.Comment, comment, other);
        Assert.IsType<FlagOutcome.Invalid>(await DecideAsync(portal, raised, FlagState.Upheld, other));
        Assert.IsType<FlagOutcome.Decided>(await DecideAsync(portal, flag, FlagState.Upheld, other));
    }

    [Fact]
    public async Task Flag_MayBeRaisedOnTracesSuggestionsAndProposals_WhichThenSaySo()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, bob, eve) = await PeopleAsync(portal);
        await portal.SaveTraceAsync(Samples.Text);
        var proposal = await PrimitiveWorld.ProposedAsync(portal);
        foreach (var (kind, number) in ((FlagKind, int)[])[(FlagKind.Trace, 1), (FlagKind.Proposal, proposal)])
        {
            Assert.Empty(await portal.Get<ReadFlags>().UpheldAsync(kind, number, Samples.Anybody, default));
            await DecideAsync(portal, await FlagAsync(portal, kind, number, bob), FlagState.Upheld, eve);
            Assert.Equal(
                new UpheldFlag(FlagReason.PersonalData, "It names somebody."),
                Assert.Single(await portal.Get<ReadFlags>().UpheldAsync(kind, number, Samples.Anybody, default)));
        }
    }

    [Fact]
    public async Task Flag_OnWhatIsPrivate_IsForThoseWhoSeeIt()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob, eve) = await PeopleAsync(portal);
        await portal.SaveTraceAsync(Samples.Text, owner: ana.Key, isPrivate: true);
        Assert.IsType<FlagOutcome.NotFound>(
            await portal.Get<FlagContent>().RunAsync(new(FlagKind.Trace, 1, FlagReason.Spam), bob, default));
        Assert.IsType<FlagOutcome.NotFound>(
            await portal.Get<FlagContent>().RunAsync(new(FlagKind.Trace, 9, FlagReason.Spam), bob, default));
        Assert.Null(await portal.Get<ReadFlags>().FindAsync(FlagKind.Trace, 1, eve, default));
    }

    [Fact]
    public async Task Flag_WithoutAReason_OrByAVisitor_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var flag = portal.Get<FlagContent>();
        Assert.IsType<FlagOutcome.Invalid>(await flag.RunAsync(new(FlagKind.Trace, 1, null), Samples.Ana, default));
        Assert.IsType<FlagOutcome.Invalid>(await flag.RunAsync(new(FlagKind.Trace, 1, FlagReason.Other, " "), Samples.Ana, default));
        Assert.IsType<FlagOutcome.NotAllowed>(await flag.RunAsync(new(FlagKind.Trace, 1, FlagReason.Spam), Samples.Anybody, default));
        Assert.Null(await portal.Get<ListFlags>().RunAsync(new(), Samples.Ana, default));
        Assert.IsType<FlagOutcome.NotAllowed>(await DecideAsync(portal, 1, FlagState.Upheld, Samples.Ana));
    }

    private static async Task<(Caller Ana, Caller Bob, Caller Eve)> PeopleAsync(TestPortal portal) =>
        (await portal.RegisterAsync("ana"), await portal.RegisterAsync("bob"), await portal.RegisterAsync("eve", PortalRole.Editor));

    private static async Task<int> SayAsync(TestPortal portal, Caller caller) => Assert.IsType<CommentOutcome.Added>(
        await portal.Get<AddComment>().RunAsync(
            new(await portal.SaveTraceAsync(Samples.Text), 1, Subject.Trace, Said), caller, default)).Number;

    private static async Task<int> FlagAsync(TestPortal portal, FlagKind kind, int number, Caller caller) =>
        Assert.IsType<FlagOutcome.Flagged>(
            await portal.Get<FlagContent>().RunAsync(new(kind, number, FlagReason.PersonalData), caller, default)).Number;

    private static Task<FlagOutcome> DecideAsync(
        TestPortal portal, int flag, FlagState state, Caller caller, string why = "It names somebody.", FlagState seen = FlagState.Open) =>
        portal.Get<DecideFlag>().RunAsync(new(flag, state, seen, why), caller, default);

    private static async Task<(bool IsHeldBack, string Text)> ShownAsync(TestPortal portal) =>
        (await portal.Get<ReadDiscussion>().RunAsync(1, 1, Samples.Anybody, default))!.Threads[0].First is var first
            ? (first.IsHeldBack, first.Text) : default;

    private static async Task<string?> NewsAsync(TestPortal portal, Caller caller) =>
        Assert.Single((await portal.Get<ReadInbox>().RunAsync(new(true, NotificationKind.Flag), caller, default))!.Items)
            .Became;
}
