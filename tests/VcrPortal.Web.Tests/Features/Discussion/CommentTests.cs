using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Discussion;

public class CommentTests
{
    [Fact]
    public async Task Comment_IsReadByEverybodyInOrder()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var first = await AddAsync(portal, Samples.Ana, "**Why** MEK?");
        var second = await AddAsync(portal, Samples.Bob, "See [n1].", "n:n1");
        var said = await SaidAsync(portal);
        Assert.Equal(
            [(first, "", "**Why** MEK?"), (second, "n:n1", "See [n1].")],
            said.Threads.Select(t => (t.First.Number, t.Said.Text, t.First.Text)));
        Assert.All(said.Threads, t => Assert.Null(t.First.Author)); // neither has an account any more
    }

    [Fact]
    public async Task Answer_StandsInItsThread_WhereverThatStands()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var first = await AddAsync(portal, Samples.Ana, "Why?", "e:n1>n2");
        await AddAsync(portal, Samples.Bob, "Because.", replyTo: first);
        var thread = Assert.Single((await SaidAsync(portal)).Threads);
        Assert.Equal(("e:n1>n2", "Because."), (thread.Said.Text, Assert.Single(thread.Answers).Text));
        Assert.IsType<CommentOutcome.Invalid>(
            await portal.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, "To nothing.", ReplyTo: 99), Samples.Ana, default));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "   ")]
    [InlineData("n:n99", "about nothing")]
    [InlineData("e:n2>n1", "against the arrow")]
    public async Task Comment_ThatSaysNothingOrIsAboutNothing_IsRefusedWithAReason(string subject, string text)
    {
        await using var portal = await TestPortal.WithATraceAsync();
        Assert.NotEmpty(
            Assert.IsType<CommentOutcome.Invalid>(
            await portal.Get<AddComment>().RunAsync(new(1, 1, Subject.Parse(subject)!, text), Samples.Ana, default)).Reason);
    }

    [Fact]
    public async Task Comment_LongerThanTheMost_IsRefused()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        Assert.IsType<CommentOutcome.Invalid>(
            await portal.Get<AddComment>()
            .RunAsync(new(1, 1, Subject.Trace, new string('x', CommentRules.MostCharacters + 1)), Samples.Ana, default));
        await AddAsync(portal, Samples.Ana, new string('x', CommentRules.MostCharacters));
    }

    [Fact]
    public async Task Comment_OnATraceOrRevisionThatIsNot_IsRefused()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        Assert.IsType<CommentOutcome.NoSuchTrace>(
            await portal.Get<AddComment>().RunAsync(new(404, 1, Subject.Trace, "x"), Samples.Ana, default));
        Assert.IsType<CommentOutcome.NoSuchTrace>(
            await portal.Get<AddComment>().RunAsync(new(1, 404, Subject.Trace, "x"), Samples.Ana, default));
    }

    [Fact]
    public async Task Comment_SentTwentyTimesUnderOneKey_IsSaidOnce()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 20)
            .Select(_ =>
            Task.Run(() => portal.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, "once", RequestKey: "k"), Samples.Ana, default))));
        Assert.Single(outcomes.Select(o => Assert.IsType<CommentOutcome.Added>(o).Number).Distinct());
        Assert.Equal(1, (await SaidAsync(portal)).Comments);
        await AddAsync(portal, Samples.Bob, "another person's key may be the same", key: "k");
    }

    [Fact]
    public async Task Comments_MoreThanTheMostAtOnce_WaitEvenWhenSentTogether()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var most = Permissions.Table[Operation.Comment].Limit!.Most;
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, most + 10)
            .Select(i => Task.Run(() => portal.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, $"{i}"), Samples.Ana, default))));
        Assert.Equal(most, outcomes.OfType<CommentOutcome.Added>().Count());
        await AddAsync(portal, Samples.Bob, "mine");
    }

    [Fact]
    public async Task Edit_KeepsWhatWasSaidBefore()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var number = await AddAsync(portal, Samples.Ana, "first words");
        Assert.Equal(
            new EditCommentOutcome.Edited(2), await portal.Get<EditComment>().RunAsync(number, 1, "second words", Samples.Ana, default));
        // Sent twice.
        Assert.Equal(
            new EditCommentOutcome.Edited(2), await portal.Get<EditComment>().RunAsync(number, 1, "second words", Samples.Ana, default));
        Assert.Equal(
            ["first words"], (await portal.Get<ReadDiscussion>().EarlierAsync(number, Samples.Anybody, default)).Select(t => t.Text));
        var shown = Assert.Single((await SaidAsync(portal)).Threads).First;
        Assert.Equal(("second words", 2), (shown.Text, shown.Version));
        Assert.NotNull(shown.EditedAt);
    }

    [Fact]
    public async Task Edit_OfTwoPeopleAtOnce_ShowsTheSecondWhatTheFirstWrote()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var editor = new Caller("ed", PortalRole.Editor);
        var number = await AddAsync(portal, Samples.Ana, "first words");
        var outcomes = await Task.WhenAll(
            Task.Run(() => portal.Get<EditComment>().RunAsync(number, 1, "Ana's words", Samples.Ana, default)),
            Task.Run(() => portal.Get<EditComment>().RunAsync(number, 1, "the editor's words", editor, default)));
        Assert.Single(outcomes.OfType<EditCommentOutcome.Edited>());
        var conflict = Assert.Single(outcomes.OfType<EditCommentOutcome.Conflict>());
        var shown = Assert.Single((await SaidAsync(portal)).Threads).First;
        Assert.Equal((shown.Text, 2), (conflict.Text, conflict.Version));
        var loser = conflict.Text == "Ana's words" ? editor : Samples.Ana;
        Assert.Equal(
            new EditCommentOutcome.Edited(3),
            await portal.Get<EditComment>().RunAsync(number, conflict.Version, "mine over it", loser, default));
    }

    [Fact]
    public async Task Delete_LeavesItsPlaceWithoutItsTextOrItsHistory()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var number = await AddAsync(portal, Samples.Ana, "never mind");
        await portal.Get<EditComment>().RunAsync(number, 1, "never mind at all", Samples.Ana, default);
        Assert.Equal(DeleteCommentOutcome.NotAllowed, await portal.Get<DeleteComment>().RunAsync(number, Samples.Bob, default));
        Assert.Equal(DeleteCommentOutcome.Deleted, await portal.Get<DeleteComment>().RunAsync(number, Samples.Ana, default));
        Assert.Equal(DeleteCommentOutcome.Deleted, await portal.Get<DeleteComment>().RunAsync(number, Samples.Ana, default));
        Assert.Equal(DeleteCommentOutcome.NotFound, await portal.Get<DeleteComment>().RunAsync(404, Samples.Ana, default));
        var left = Assert.Single((await SaidAsync(portal)).Threads).First;
        Assert.Equal((true, ""), (left.IsDeleted, left.Text));
        Assert.Empty(await portal.Get<ReadDiscussion>().EarlierAsync(number, Samples.Ana, default));
        Assert.IsType<EditCommentOutcome.NotAllowed>(
            await portal.Get<EditComment>().RunAsync(number, 2, "back again", Samples.Ana, default));
    }

    [Fact]
    public async Task Resolve_AndReopen_AreSeen()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var number = await AddAsync(portal, Samples.Ana, "Why?");
        Assert.Equal(ResolveOutcome.NotAllowed, await portal.Get<ResolveThread>().RunAsync(number, true, Samples.Bob, default));
        Assert.Equal(
            ResolveOutcome.Done,
            await portal.Get<ResolveThread>().RunAsync(number, true, Samples.Bob with { Role = PortalRole.Reviewer }, default));
        Assert.True(Assert.Single((await SaidAsync(portal)).Threads).IsResolved);
        Assert.Equal(ResolveOutcome.Done, await portal.Get<ResolveThread>().RunAsync(number, false, Samples.Ana, default));
        Assert.False(Assert.Single((await SaidAsync(portal)).Threads).IsResolved);
    }

    [Fact]
    public async Task Draft_IsKeptUntilItIsSent()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        Assert.True(await portal.Get<SaveDraft>().RunAsync(1, "n:n2", "half a senten", Samples.Ana, default));
        Assert.True(await portal.Get<SaveDraft>().RunAsync(1, "n:n2", "half a sentence", Samples.Ana, default));
        Assert.Equal("half a sentence", (await portal.Get<ReadDiscussion>().DraftsAsync(1, Samples.Ana, default))["n:n2"]);
        Assert.Empty(await portal.Get<ReadDiscussion>().DraftsAsync(1, Samples.Bob, default));
        await AddAsync(portal, Samples.Ana, "half a sentence and the rest", "n:n2");
        Assert.Empty(await portal.Get<ReadDiscussion>().DraftsAsync(1, Samples.Ana, default));
        Assert.False(await portal.Get<SaveDraft>().RunAsync(1, "", "x", Samples.Anybody, default));
    }

    [Fact]
    public async Task Drafts_BeyondTheMost_DropTheOldest()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.WithATraceAsync(clock);
        for (var i = 0; i <= SaveDraft.Most; i++)
        {
            await portal.Get<SaveDraft>().RunAsync(1, SaveDraft.ReplyTo(i), "x", Samples.Ana, default);
            clock.Advance(TimeSpan.FromSeconds(1));
        }
        var left = await portal.Get<ReadDiscussion>().DraftsAsync(1, Samples.Ana, default);
        Assert.Equal(SaveDraft.Most, left.Count);
        Assert.DoesNotContain(SaveDraft.ReplyTo(0), left.Keys);
    }

    [Fact]
    public void Subject_AnyIds_AreReadBackFromItsText()
    {
        foreach (var id in (string[])["n1", "n 1", "a>b", "ev:3", "é%20", "\"'<"])
        {
            Subject node = new Subject.Node(new NodeId(id)), edge = new Subject.Edge(new NodeId(id), new NodeId("n2"));
            Assert.Equal(node, Subject.Parse(node.Text));
            Assert.Equal(edge, Subject.Parse(edge.Text));
        }
        foreach (var text in (string[])["n:", "e:n1", "e:n1>", "ev:x", "ev:-1", "hello", new string('n', 300)]) Assert.Null(
            Subject.Parse(text));
    }

    private static async Task<DiscussionView> SaidAsync(TestPortal portal) =>
        (await portal.Get<ReadDiscussion>().RunAsync(1, 1, Samples.Anybody, default))!;

    private static async Task<int> AddAsync(
        TestPortal portal, Caller caller, string text, string subject = "", int? replyTo = null, string? key = null) =>
        Assert.IsType<CommentOutcome.Added>(
            await portal.Get<AddComment>().RunAsync(new(1, 1, Subject.Parse(subject)!, text, replyTo, key), caller, default)).Number;
}
