using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion;

/// <param name="Author">Null once the account is gone.</param>
/// <param name="Text">Markdown; empty once deleted or held back.</param>
public sealed record CommentView(
    int Number, string AuthorKey, string? Author, string Text, DateTime At, DateTime? EditedAt, int Version, bool IsDeleted)
{
    /// <summary>A moderator holds it back: its text stays with the moderators.</summary>
    public bool IsHeldBack { get; init; }
}

/// <summary>A comment with its answers, on one subject.</summary>
/// <param name="Said">What it was said about, in the words of its own revision.</param>
/// <param name="Anchor">Where that is in the revision that is shown.</param>
public sealed record ThreadView(
    CommentView First, ImmutableArray<CommentView> Answers, Subject Said, int Revision, Anchor Anchor, DateTime? ResolvedAt,
    string? ResolvedBy)
{
    public bool IsResolved => ResolvedAt is not null;
    public IEnumerable<CommentView> Comments => Answers.Prepend(First);
}

/// <summary>A score is a vector, never one number.</summary>
/// <param name="Reasons">Why people disagree, with how many do so for each reason.</param>
/// <param name="Earlier">Votes on an earlier wording: they count for nothing that is said now.</param>
public sealed record VoteCounts(int Up, int Down, ImmutableSortedDictionary<Disagreement, int> Reasons, int Earlier)
{
    public static VoteCounts None { get; } = new(0, 0, ImmutableSortedDictionary<Disagreement, int>.Empty, 0);
    public bool IsEmpty => Up + Down + Earlier == 0;
}

/// <param name="Reason">Why, when it is a disagreement with a claim.</param>
public sealed record OwnVote(Opinion Opinion, Disagreement? Reason, string? Note)
{
    public static OwnVote None { get; } = new(Opinion.None, null, null);
}

/// <summary>Something that can be talked about, in words.</summary>
/// <param name="Group">"Claims", "Edges", "Evidence"; empty for the trace as a whole.</param>
public sealed record SubjectOption(Subject Subject, string Group, string Label);

/// <summary>All that people say of a trace, as one of its revisions shows it. The same for everybody who may see it.</summary>
/// <param name="DiscussionVersion">Rises with every change.</param>
/// <param name="LatestRevision">The trace's newest; greater than the one shown when there is a newer one.</param>
/// <param name="Threads">Oldest first.</param>
/// <param name="Claims">The votes on claims, by the subject in the revision that is shown; those without votes have no entry.</param>
/// <param name="Subjects">What can be talked about in this revision.</param>
/// <param name="People">The names in the texts that somebody has.</param>
public sealed record DiscussionView(
    int Trace, int Revision, int DiscussionVersion, int LatestRevision, ImmutableArray<ThreadView> Threads, VoteCounts Whole,
        FrozenDictionary<Subject, VoteCounts> Claims,
    ImmutableArray<SubjectOption> Subjects, FrozenSet<string> People)
{
    /// <summary>Passages of the report that somebody has chosen, by number; also those on which nothing is said.</summary>
    public ImmutableArray<PassageView> Passages { get; init; } = [];

    /// <summary>Those on which something is said or marked.</summary>
    public ImmutableArray<PassageSign> Signs =>
        [.. Passages.Select(p => new PassageSign(p, CommentsOn(p.Subject))).Where(s => s.IsSaid)];

    public int Comments => Threads.Sum(t => t.Answers.Length + 1);

    public int LastComment => Threads.SelectMany(t => t.Comments).Select(c => c.Number).DefaultIfEmpty().Max();

    public VoteCounts VotesOn(Subject subject) => subject is Subject.Whole ? Whole : Claims.GetValueOrDefault(subject, VoteCounts.None);

    public string NameOf(Subject subject) => subject is Subject.Passage passage
        ? Passages.FirstOrDefault(p => p.Number == passage.Number) is { } chosen ? $"the passage {PassageText.Quoted(chosen)}" : "a passage"
        : Subjects.FirstOrDefault(s => s.Subject == subject)?.Label ?? subject.Text;

    public int CommentsOn(Subject subject) => About(subject).Sum(t => t.Comments.Count(c => !c.IsDeleted));

    public IEnumerable<ThreadView> About(Subject subject) => Threads.Where(t => t.Anchor.Here == subject);
}
