using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Export;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of the discussion: comments, marked passages, votes, drafts.
public partial class StatementTests
{
    private static readonly NewMark Report = new(1, 7, new TextSpan(0, 6), "Report", PassageOpinion.Doubts);

    private static Dictionary<Type, Run[]> DiscussionRuns => new()
    {
        [typeof(AddComment)] =
        [
            new(s =>
                s.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, "Well said, @bob and @reviewers.", RequestKey: "r"), Ana, default),
                    [.. RevisionValue, ("WHERE [c].[AuthorKey] = @caller_Key AND [c].[RequestKey]", null)]),
            new(s => s.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, "An answer.", ReplyTo: 1), Ana, default),
                [.. RevisionValue, ("WHERE [c].[AuthorKey] = @caller_Key AND [c].[RequestKey]", null)]),
        ],
        [typeof(MarkPassage)] =
        [
            new(s => s.Get<MarkPassage>().RunAsync(Report, Ana, default),
                [.. RevisionValue, ("Report", "Report"), ("", true), ("WHERE [p].[TraceNumber] = @mark_Trace AND [p].[Revision]", null)]),
            new(s => s.Get<MarkPassage>().RunAsync(Report, Ana, default), [.. RevisionValue, ("Report", "Report"), ("", true)]),
            new(s => s.Get<MarkPassage>().ChangeAsync(1, null, Ana, default), RevisionValue),
        ],
        [typeof(ExportAnnotations)] =
            [new(s => s.Get<ExportAnnotations>().RunAsync(1, "https://portal.test", "jsonl", Ana, default),
                [.. CommentValue, ("Report", "Report"), ("Exact", "Report"), ("Opinion", "Doubts")])],
        [typeof(EditComment)] = [
            new(s => s.Get<EditComment>().RunAsync(1, 7, "Other words.", Ana with { Role = PortalRole.Editor }, default),
            [.. CommentValue, ("", true)])], // whoever may judge blind is asked about first
        [typeof(DeleteComment)] =
            [new(s => s.Get<DeleteComment>().RunAsync(1, Ana with { Role = PortalRole.Editor }, default), CommentValue)],
        [typeof(ResolveThread)] =
            [new(s => s.Get<ResolveThread>().RunAsync(1, true, Ana with { Role = PortalRole.Editor }, default), [.. CommentValue])],
        [typeof(SaveDraft)] = [new(s => s.Get<SaveDraft>().RunAsync(1, "", "half a senten", Ana, default), RevisionValue)],
        [typeof(ReadDiscussion)] =
        [
            new(s => s.Get<ReadDiscussion>().RunAsync(1, 1, Ana, default), RevisionValue),
            new(s => s.Get<ReadDiscussion>().OwnVotesAsync(1, 1, Ana, default), RevisionValue),
            new(s => s.Get<ReadDiscussion>().DraftsAsync(1, Ana, default), RevisionValue),
            new(s => s.Get<ReadDiscussion>().EarlierAsync(1, Ana, default), RevisionValue),
        ],
        [typeof(FollowDiscussion)] = [new(FollowAsync, RevisionValue)],
        [typeof(SuggestPeople)] =
            [new(s => s.Get<SuggestPeople>().RunAsync(1, "an", 0, Ana, default), ("IsPrivate", true), ("OwnerKey", "ana"))],
        [typeof(CastVote)] =
        [
            new(s => s.Get<CastVote>().RunAsync(new(1, 1, Subject.Trace, Opinion.Up), Ana, default), [.. RevisionValue]),
            new(s => s.Get<CastVote>().RunAsync(new(1, 1, Subject.Trace, Opinion.None), Ana, default), [.. RevisionValue]),
            new(FirstVoteAsync, ("", true)),
        ],
    };

    /// <summary>Here every change finds its row, so that nobody votes for the first time; the insert is the same as the context's
    /// own.</summary>
    private static async Task FirstVoteAsync(Portal portal)
    {
        await using var db = portal.Databases.CreateDbContext();
        db.Votes.Add(new VoteRow { TraceNumber = 1, AccountKey = "ana", Subject = "", IsUp = true, Revision = 0, At = Past });
        await db.SaveChangesAsync();
    }

    private static async Task FollowAsync(Portal portal)
    {
        await foreach (var _ in portal.Get<FollowDiscussion>().RunAsync(1, 7, Ana, default)) break;
    }
}
