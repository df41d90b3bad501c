using System.Collections.Immutable;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Pipeline.Refinement;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Web.Features.Jobs;

public enum JobState { Queued, Running, Completed, Failed, Cancelled, Interrupted }

public enum StageState { Planned, Running, Finished, Failed, Skipped }

/// <param name="Note">Its summary, or the reason why it failed or was skipped.</param>
public sealed record StageProgress(Stage Stage, StageState State, DateTime? StartedAt, DateTime? FinishedAt, string? Note);

/// <param name="Items">Null while it has not answered.</param>
public sealed record SourceProgress(string Source, int? Items, string? Failure);

/// <summary>One question of an agent to a source.</summary>
/// <param name="Call">Counted from 1 in its stage.</param>
/// <param name="Title">What the source is called; null where there is none of that name.</param>
/// <param name="Items">Null while it has not answered.</param>
/// <param name="Evidence">The numbers of what it answered.</param>
/// <param name="Milliseconds">Null while it has not answered.</param>
public sealed record ToolProgress(
    Stage Stage, int Call, string Tool, string? Title, string Question, DateTime AskedAt, int? Items, ImmutableArray<int> Evidence,
    double? Milliseconds, string? Failure);

/// <summary>What the models of a job have used, as their services count it. What was used for work that was dropped stays used.</summary>
/// <param name="Cost">Null where no price is configured.</param>
/// <param name="Currency">The currency of the cost, by ISO 4217.</param>
public sealed record ModelUsage(long Input, long Output, decimal? Cost, string? Currency = null)
{
    public static ModelUsage None { get; } = new(0, 0, null);

    public long Total => Input + Output;

    /// <summary>The cost as the database keeps it: in whole millionths, which both kinds of database can add up.</summary>
    internal static long ToMillionths(decimal cost) => (long)decimal.Round(cost * 1_000_000m);
}

/// <summary>One step of the refinement.</summary>
/// <param name="Permitted">The edits among which one was chosen.</param>
/// <param name="Result">Null while the edit is being tried.</param>
/// <param name="StartedAt">When the discrepancy was found.</param>
public sealed record RefinementProgress(
    int Step, Discrepancy Found, ImmutableArray<string> Permitted, DateTime StartedAt, RefinementStep? Result, DateTime? EndedAt);

/// <summary>An explanation before it was refined.</summary>
public sealed record ExplanationAsWritten(
    ActionGraph? Graph, ImmutableArray<Verdict> Verdicts, ImmutableDictionary<NodeId, ImmutableArray<int>> Citations);

/// <summary>One line of the log pane.</summary>
public sealed record LogLine(int Sequence, DateTime At, string Kind, string Text, bool IsWarning);

/// <summary>
/// The state of a job after the events so far: immutable, and the only reducer (page, API, history and tests use it). Applying events
/// 1..k gives the state at k exactly.
/// </summary>
public sealed partial record JobProgress
{
    public static JobProgress Empty { get; } = new();

    public int LastSequence { get; init; }
    public JobState State { get; init; } = JobState.Queued;
    public DateTime? QueuedAt { get; init; }
    public DateTime? StartedAt { get; init; }
    public DateTime? FinishedAt { get; init; }
    public DateTime? LastEventAt { get; init; }
    public int Attempt { get; init; }
    /// <summary>Why it failed, was cancelled or was interrupted.</summary>
    public string? EndReason { get; init; }
    public int? TraceNumber { get; init; }

    public ImmutableArray<StageProgress> Stages { get; init; } = [];
    public ImmutableArray<RecognizedEntity> Entities { get; init; } = [];
    public ImmutableArray<SourceProgress> Sources { get; init; } = [];
    public ImmutableArray<EvidenceItem> Evidence { get; init; } = [];
    /// <summary>What agents asked sources, in order.</summary>
    public ImmutableArray<ToolProgress> Tools { get; init; } = [];
    public ImmutableArray<AgentNews.PromptUsed> Prompts { get; init; } = [];
    public ImmutableArray<AgentNews.CitationDoubted> Doubts { get; init; } = [];
    /// <summary>What a critic would have otherwise.</summary>
    public ImmutableArray<AgentNews.Suggested> Suggestions { get; init; } = [];
    /// <summary>What became of a critic's answer; null where there is none.</summary>
    public AgentNews.CritiqueRead? Critique { get; init; }
    /// <summary>What went wrong without ending the job.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
    public ModelUsage Usage { get; init; } = ModelUsage.None;
    /// <summary>Times that the explanation was written anew.</summary>
    public int Repairs { get; init; }
    public string Report { get; init; } = "";
    /// <summary>The graph so far; the same instance until an action or edge arrives, so that a view can skip rendering.</summary>
    public ActionGraph? Graph { get; init; }
    /// <summary>Per action: the evidence numbers that it was written from.</summary>
    public ImmutableDictionary<NodeId, ImmutableArray<int>> Citations { get; init; } = ImmutableDictionary<NodeId,
        ImmutableArray<int>>.Empty;
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
    public ImmutableArray<Verdict> Verdicts { get; init; } = [];
    /// <summary>The steps of the refinement, in order.</summary>
    public ImmutableArray<RefinementProgress> Refinement { get; init; } = [];
    /// <summary>Graph, verdicts and citations as they were before the first edit was kept; null where none was.</summary>
    public ExplanationAsWritten? AsWritten { get; init; }
    public ImmutableArray<GenerationEvent.RevisionWritten> Revisions { get; init; } = [];
    /// <summary>The last 500 lines.</summary>
    public ImmutableArray<LogLine> Log { get; init; } = [];

    public bool IsOver => State is JobState.Completed or JobState.Failed or JobState.Cancelled or JobState.Interrupted;
}
