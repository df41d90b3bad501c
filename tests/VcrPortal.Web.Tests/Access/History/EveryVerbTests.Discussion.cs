using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Export;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Moderation;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Access.History;

// Of the discussion: comments, marked passages, votes, flags.
public partial class EveryVerbTests
{
    private static Dictionary<Type, Func<TestPortal, Task>> DiscussionRuns => new()
    {
        [typeof(ExportAnnotations)] = async p =>
            await p.Get<ExportAnnotations>()
                .RunAsync(await p.SaveTraceAsync(Samples.Text), "http://localhost", "jsonl", Samples.Ana, default),
        [typeof(MarkPassage)] = async p =>
        {
            await p.SaveTraceAsync(Samples.Text);
            Assert.IsType<MarkOutcome.Marked>(await p.Get<MarkPassage>()
                .RunAsync(new(1, 1, new TextSpan(0, 6), "Report", PassageOpinion.Doubts), Samples.Ana, default));
        },
        [typeof(AddComment)] = async p => await CommentAsync(p),
        [typeof(EditComment)] = async p => await p.Get<EditComment>().RunAsync(await CommentAsync(p), 1, "y", Samples.Ana, default),
        [typeof(DeleteComment)] = async p => await p.Get<DeleteComment>().RunAsync(await CommentAsync(p), Samples.Ana, default),
        [typeof(ResolveThread)] = async p => await p.Get<ResolveThread>().RunAsync(await CommentAsync(p), true, Samples.Ana, default),
        [typeof(CastVote)] = async p =>
            await p.Get<CastVote>().RunAsync(new(await p.SaveTraceAsync(Samples.Text), 1, Subject.Trace, Opinion.Up), Samples.Ana, default),
        [typeof(FlagContent)] = async p => await FlaggedAsync(p),
        [typeof(DecideFlag)] = async p => Assert.IsType<FlagOutcome.Decided>(await p.Get<DecideFlag>().RunAsync(
            new(await FlaggedAsync(p), FlagState.Upheld, FlagState.Open, "why"), Editor, default)),
    };

    private static async Task<int> CommentAsync(TestPortal portal) =>
        Assert.IsType<CommentOutcome.Added>(
            await portal.Get<AddComment>()
            .RunAsync(new(await portal.SaveTraceAsync(Samples.Text), 1, Subject.Trace, "x"), Samples.Ana, default)).Number;

    private static async Task<int> FlaggedAsync(TestPortal portal) =>
        Assert.IsType<FlagOutcome.Flagged>(await portal.Get<FlagContent>().RunAsync(
            new(FlagKind.Comment, await CommentAsync(portal), FlagReason.Spam), Samples.Bob, default)).Number;
}
