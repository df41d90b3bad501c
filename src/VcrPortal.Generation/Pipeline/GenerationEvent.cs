using System.Collections.Immutable;
using System.Text.Json.Serialization;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Pipeline.Refinement;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline;

/// <summary>The stages of a job, in order.</summary>
public enum Stage { Preprocess, Retrieve, Report, Explain, Verify, Refine, Publish }

/// <summary>One thing that happened in a job: past tense, immutable, stored as it is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StagePlanned), "stage-planned")]
[JsonDerivedType(typeof(StageStarted), "stage-started")]
[JsonDerivedType(typeof(StageProgressed), "stage-progressed")]
[JsonDerivedType(typeof(StageFinished), "stage-finished")]
[JsonDerivedType(typeof(StageFailed), "stage-failed")]
[JsonDerivedType(typeof(StageSkipped), "stage-skipped")]
[JsonDerivedType(typeof(EntityFound), "entity-found")]
[JsonDerivedType(typeof(SourceQueried), "source-queried")]
[JsonDerivedType(typeof(SourceAnswered), "source-answered")]
[JsonDerivedType(typeof(SourceFailed), "source-failed")]
[JsonDerivedType(typeof(EvidenceAdded), "evidence-added")]
[JsonDerivedType(typeof(ReportDelta), "report-delta")]
[JsonDerivedType(typeof(AnswerDelta), "answer-delta")]
[JsonDerivedType(typeof(ActionAdded), "action-added")]
[JsonDerivedType(typeof(EdgeAdded), "edge-added")]
[JsonDerivedType(typeof(DiagnosticRaised), "diagnostic-raised")]
[JsonDerivedType(typeof(VerdictReached), "verdict-reached")]
[JsonDerivedType(typeof(DiscrepancyFound), "discrepancy-found")]
[JsonDerivedType(typeof(EditTried), "edit-tried")]
[JsonDerivedType(typeof(GraphRefined), "graph-refined")]
[JsonDerivedType(typeof(RevisionWritten), "revision-written")]
[JsonDerivedType(typeof(UsageMeasured), "usage-measured")]
[JsonDerivedType(typeof(AgentTold), "agent-told")]
[JsonDerivedType(typeof(ExplanationRestarted), "explanation-restarted")]
public abstract record GenerationEvent
{
    private GenerationEvent() { }

    public sealed record StagePlanned(Stage Stage) : GenerationEvent;
    /// <summary>A stage that starts again after a restart starts from nothing: what it had produced before is dropped by the
    /// reducer.</summary>
    public sealed record StageStarted(Stage Stage) : GenerationEvent;
    public sealed record StageProgressed(Stage Stage, string Message) : GenerationEvent;
    public sealed record StageFinished(Stage Stage, string Summary) : GenerationEvent;
    public sealed record StageFailed(Stage Stage, string Reason) : GenerationEvent;
    public sealed record StageSkipped(Stage Stage, string Reason) : GenerationEvent;
    public sealed record EntityFound(RecognizedEntity Entity) : GenerationEvent;
    public sealed record SourceQueried(string Source) : GenerationEvent;
    public sealed record SourceAnswered(string Source, int Items) : GenerationEvent;
    public sealed record SourceFailed(string Source, string Reason) : GenerationEvent;
    public sealed record EvidenceAdded(EvidenceItem Item) : GenerationEvent;
    /// <summary>Markdown, to be appended to the report.</summary>
    public sealed record ReportDelta(string Text) : GenerationEvent;
    /// <summary>Raw text of the explanation agent's answer, to be appended.</summary>
    public sealed record AnswerDelta(string Text) : GenerationEvent;
    /// <summary>One action as canonical text. <paramref name="CitedEvidence"/>: the numbers of the evidence items that it was written
    /// from.</summary>
    public sealed record ActionAdded(string Line, ImmutableArray<int> CitedEvidence) : GenerationEvent
    {
        /// <summary>What the line says, for whoever hears the pipeline itself; null once the event was stored, and no part of it.</summary>
        [JsonIgnore]
        public ActionNode? Node { get; init; }

        public bool Equals(ActionAdded? other) =>
            other is not null && Line == other.Line && CitedEvidence.Equals(other.CitedEvidence);

        public override int GetHashCode() => Line.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>One edge as canonical text.</summary>
    public sealed record EdgeAdded(string Line) : GenerationEvent
    {
        /// <summary>What the line says, for whoever hears the pipeline itself; null once the event was stored, and no part of it.</summary>
        [JsonIgnore]
        public CausalEdge? Edge { get; init; }

        public bool Equals(EdgeAdded? other) => other is not null && Line == other.Line;

        public override int GetHashCode() => Line.GetHashCode(StringComparison.Ordinal);
    }

    public sealed record DiagnosticRaised(Diagnostic Diagnostic) : GenerationEvent;
    public sealed record VerdictReached(Verdict Verdict) : GenerationEvent;
    /// <summary>A step of the refinement begins: what is wrong, and the edits that are permitted there.</summary>
    /// <param name="Step">Counted from 1.</param>
    public sealed record DiscrepancyFound(int Step, Discrepancy Discrepancy, ImmutableArray<string> Permitted) : GenerationEvent
    {
        public bool Equals(DiscrepancyFound? other) => other is not null && (Step, Discrepancy) == (other.Step, other.Discrepancy)
            && Permitted.AsSpan().SequenceEqual(other.Permitted.AsSpan());

        public override int GetHashCode() => HashCode.Combine(Step, Discrepancy);
    }

    public sealed record EditTried(RefinementStep Result) : GenerationEvent;

    /// <summary>An edit was kept: the explanation and its verdicts are these from here on.</summary>
    /// <param name="Text">Canonical text.</param>
    public sealed record GraphRefined(
        int Step, string Text, ImmutableArray<Verdict> Verdicts, ImmutableDictionary<NodeId, ImmutableArray<int>> Citations)
        : GenerationEvent
    {
        /// <summary>What the text says, for whoever hears the pipeline itself; null once the event was stored, and no part of
        /// it.</summary>
        [JsonIgnore]
        public ActionGraph? Graph { get; init; }

        public bool Equals(GraphRefined? other) => other is not null && (Step, Text) == (other.Step, other.Text);

        public override int GetHashCode() => HashCode.Combine(Step, Text);

        internal static GraphRefined From(int step, RefinedCase at) =>
            new(step, ExplanationWriter.Write(at.Graph), at.Verdicts, at.Citations) { Graph = at.Graph.InCanonicalOrder() };
    }

    /// <summary>A revision of the trace. 1 is the graph as generated; then, where they differ, what refinement made of it
    /// and what the publication rule left.</summary>
    /// <param name="Text">Canonical text.</param>
    /// <param name="Discarded">The publication rule withheld the trace; <paramref name="Reason"/> says why.</param>
    public sealed record RevisionWritten(int Revision, string Text, string Reason, bool Discarded) : GenerationEvent
    {
        /// <summary>What the text says, for whoever hears the pipeline itself; null once the event was stored, and no part of it.</summary>
        [JsonIgnore]
        public ActionGraph? Graph { get; init; }

        public bool Equals(RevisionWritten? other) => other is not null
            && (Revision, Text, Reason, Discarded) == (other.Revision, other.Text, other.Reason, other.Discarded);

        public override int GetHashCode() => HashCode.Combine(Revision, Text, Reason, Discarded);

        /// <summary>A revision of this graph, text and graph alike.</summary>
        public static RevisionWritten From(int revision, ActionGraph graph, string reason, bool discarded = false) =>
            new(revision, ExplanationWriter.Write(graph), reason, discarded) { Graph = graph.InCanonicalOrder() };
    }

    /// <summary>An agent tells of its work: a prompt, a tool call, tokens.</summary>
    public sealed record AgentTold(AgentNews News) : GenerationEvent;

    /// <summary>The answer of the second agent will not do and is written anew: the claims, edges and diagnostics of its stage are
    /// gone.</summary>
    /// <param name="Repair">Counted from 1.</param>
    public sealed record ExplanationRestarted(int Repair, string Reason) : GenerationEvent;

    public sealed record UsageMeasured(Stage Stage, double CpuMilliseconds) : GenerationEvent;
}
