using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>Published; withheld by the publication rule; or partial, kept from a job that was stopped or failed.</summary>
public enum TraceState { Published, Discarded, Partial }

/// <summary>A trace as a list shows it.</summary>
/// <param name="KnowsTooLittle">It has no action, no measurable end, or nothing of it was checked.</param>
/// <param name="Finding">What was found, in one sentence.</param>
/// <param name="Path">"apoptosis, through MAP2K1 → MAPK signalling down → MYC down".</param>
public sealed record TraceListItem(
    int Number, string Title, string Compound, string? CellLine, string? Organ, TraceState State, int Revision, VerdictCounts Counts,
        string Path, string Engine, DateTime ChangedAt, bool IsPrivate = false, bool KnowsTooLittle = false,
    string Finding = "", ReviewState Review = ReviewState.Unreviewed, int Comments = 0, int Votes = 0);

/// <summary>One page of a search.</summary>
/// <param name="Total">Exact up to <see cref="Browse.SearchTraces.MostCounted"/>; one more where there are more.</param>
public sealed record TracePageOfResults(ImmutableArray<TraceListItem> Items, int Total, int Page, int PageSize);

/// <summary>The order of a list: what is named exactly before what only mentions it, and else the newest first.</summary>
public enum TraceSort { Best, Newest, Disputed, Discussed, Supported, Name }

/// <summary>What is looked for: every part is optional, and all must hold.</summary>
/// <param name="Text">The search as somebody typed it.</param>
/// <param name="WithTooLittle">Also those that reach no measurable end, or of which nothing was checked.</param>
public sealed record TraceQuery(
    string? Text = null, string? Compound = null, string? CellLine = null, int Page = 1, bool WithTooLittle = false,
    TraceSort Sort = TraceSort.Best)
{
    /// <summary>The least first, or the last name: for columns of a table. <see cref="TraceSort.Best"/> has only one direction.</summary>
    public bool IsTurned { get; init; }
}

/// <param name="IsOfPerson">Somebody wrote what is new in it; else the job did, or it stood in a file.</param>
/// <param name="Author">Null once the account is gone, and where no person wrote it.</param>
public sealed record RevisionSummary(int Revision, string Hash, string Reason, DateTime At, bool IsOfPerson = false, string? Author = null);

/// <summary>One revision of a trace with all that its page shows.</summary>
/// <param name="IsLatest">False on a page of an older, frozen revision.</param>
/// <param name="StateReason">Why it was discarded or is partial.</param>
public sealed record TraceView(
    int Number, int Revision, bool IsLatest, string Title, string Compound, string? CompoundCurie, string? CellLine, string? CellLineCurie,
        string? Organ,
    TraceState State, string? StateReason, string Engine, int? JobNumber, DateTime CreatedAt,
    ActionGraph Graph, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<Verdict> Verdicts, VerdictCounts Counts,
    ImmutableDictionary<NodeId, ImmutableArray<int>> Citations, string ReportMarkdown, ImmutableArray<EvidenceItem> Evidence,
        ImmutableArray<RevisionSummary> Revisions, string Text, bool IsPrivate = false)
{
    /// <summary>The version of the vocabulary that this revision was written under.</summary>
    public int Vocabulary { get; init; } = 1;

    /// <summary>The revision that brought each claim as it stands; empty where no person wrote any of it.</summary>
    public ImmutableDictionary<NodeId, int> Origins { get; init; } = ImmutableDictionary<NodeId, int>.Empty;

    /// <returns>Null where the engine wrote the claim, or it stood in a file.</returns>
    public RevisionSummary? ByPerson(NodeId claim) =>
        Origins.TryGetValue(claim, out var origin) ? Revisions.FirstOrDefault(r => r.Revision == origin && r.IsOfPerson) : null;
}
