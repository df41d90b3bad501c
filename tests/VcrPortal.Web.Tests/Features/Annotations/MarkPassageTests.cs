using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Annotations;

/// <summary>Trace 1 has the report "Binimetinib holds MEK down [1]." in its two revisions.</summary>
public class MarkPassageTests
{
    private static readonly NewMark Mek = new(1, 2, new TextSpan(18, 26), "MEK down", PassageOpinion.Doubts);

    [Fact]
    public async Task TwoPeople_WhoChooseTheSameWords_MeetOnOnePassage()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var hers = await MarkAsync(portal, Mek, Samples.Ana);
        var his = await MarkAsync(portal, Mek with { Opinion = PassageOpinion.Question }, Samples.Bob);
        Assert.Equal(hers, his);
        var passage = Assert.Single((await SaidAsync(portal)).Passages);
        Assert.Equal([PassageOpinion.Doubts, PassageOpinion.Question], passage.Marks.Select(m => m.Opinion));
        Assert.Equal(new TextQuote("MEK down", "Binimetinib holds ", " 1.\n"), passage.Quote);
    }

    [Fact]
    public async Task Mark_SentTwentyTimes_IsOneMark_AndCanBeTakenBack()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => MarkAsync(portal, Mek, Samples.Ana))));
        var sign = Assert.Single((await SaidAsync(portal)).Signs);
        Assert.Equal("1 doubt on “MEK down”", sign.Words);
        await portal.Get<MarkPassage>().ChangeAsync(sign.Passage.Number, null, Samples.Ana, default);
        Assert.Empty((await SaidAsync(portal)).Signs);
    }

    [Fact]
    public async Task Words_ThatStandElsewhere_AreRefused_AndNothingIsKept()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        NewMark[] wrongs = [Mek with { Exact = "MEK up" }, Mek with { Span = new(0, 999) }, Mek with { Span = new(5, 5), Exact = "" }];
        foreach (var wrong in wrongs)
            Assert.NotEmpty(
                Assert.IsType<MarkOutcome.Invalid>(await portal.Get<MarkPassage>().RunAsync(wrong, Samples.Ana, default)).Reason);
        Assert.IsType<MarkOutcome.NotFound>(await portal.Get<MarkPassage>().RunAsync(Mek with { Revision = 9 }, Samples.Ana, default));
        Assert.IsType<MarkOutcome.NotAllowed>(await portal.Get<MarkPassage>().RunAsync(Mek, Samples.Anybody, default));
        Assert.Empty((await SaidAsync(portal)).Passages);
    }

    [Fact]
    public async Task PrivateReport_IsMarkedByNobodyElse()
    {
        await using var portal = await TestPortal.StartAsync();
        var trace = await portal.SaveTraceAsync(Samples.Text, owner: Samples.Ana.Key, isPrivate: true);
        var mark = new NewMark(trace, 1, new TextSpan(0, 6), "Report", PassageOpinion.Supports);
        Assert.IsType<MarkOutcome.NotFound>(await portal.Get<MarkPassage>().RunAsync(mark, Samples.Bob, default));
        Assert.IsType<MarkOutcome.Marked>(await portal.Get<MarkPassage>().RunAsync(mark, Samples.Ana, default));
    }

    [Fact]
    public async Task Passage_IsFoundInALaterReport_AndShownAsGoneFromOneThatLostIt()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var number = await MarkAsync(portal, Mek, Samples.Ana);
        await portal.Get<AddComment>().RunAsync(new(1, 2, new Subject.Passage(number), "Which cells?"), Samples.Ana, default);
        await ReviseAsync(portal, 2, "In C32 cells Binimetinib holds MEK down [1].");
        await ReviseAsync(portal, 3, "Nothing is known of it yet.");

        Assert.Equal(new PassagePlace.Found(new TextSpan(31, 39)), Assert.Single((await SaidAsync(portal, 3)).Passages).Here);
        var gone = await SaidAsync(portal, 4);
        Assert.IsType<PassagePlace.Gone>(Assert.Single(gone.Passages).Here);
        Assert.Equal(AnchorState.Orphaned, Assert.Single(gone.Threads).Anchor.State);
        Assert.Equal(new PassagePlace.Found(Mek.Span), Assert.Single((await SaidAsync(portal)).Passages).Here);
    }

    [Fact]
    public async Task Comment_OnAPassageOfAnotherTrace_IsRefused()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var number = await MarkAsync(portal, Mek, Samples.Ana);
        var other = await portal.SaveTraceAsync(Samples.Text);
        Assert.IsType<CommentOutcome.Invalid>(
            await portal.Get<AddComment>().RunAsync(new(other, 1, new Subject.Passage(number), "x"), Samples.Ana, default));
    }

    private static async Task<int> MarkAsync(TestPortal portal, NewMark mark, Caller caller) =>
        Assert.IsType<MarkOutcome.Marked>(await portal.Get<MarkPassage>().RunAsync(mark, caller, default)).Passage;

    private static async Task<DiscussionView> SaidAsync(TestPortal portal, int revision = 2) =>
        (await portal.Get<ReadDiscussion>().RunAsync(1, revision, Samples.Ana, default))!;

    private static async Task ReviseAsync(TestPortal portal, int from, string report) =>
        Assert.IsType<ReviseOutcome.Revised>(await portal.Get<ReviseTrace>().RunAsync(
            new(1, from, Samples.PrunedText, "The report was wrong.", report), new Caller("rea", PortalRole.Reviewer), default));
}
