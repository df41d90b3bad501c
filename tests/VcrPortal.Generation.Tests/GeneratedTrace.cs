using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Review;

namespace VcrPortal.Generation.Tests;

/// <summary>Everything that one run of the pipeline told.</summary>
internal sealed record GeneratedTrace(ImmutableArray<GenerationEvent> Events)
{
    public string Report { get; } = string.Concat(Events.OfType<GenerationEvent.ReportDelta>().Select(d => d.Text));
    public ImmutableArray<EvidenceItem> Evidence { get; } = [.. Events.OfType<GenerationEvent.EvidenceAdded>().Select(e => e.Item)];
    public ImmutableArray<Verdict> Verdicts { get; } = [.. Events.OfType<GenerationEvent.VerdictReached>().Select(e => e.Verdict)];
    public ImmutableArray<GenerationEvent.RevisionWritten> Revisions { get; } = [.. Events.OfType<GenerationEvent.RevisionWritten>()];
    public string Text => Revisions[0].Text;
    public ActionGraph Graph { get; } = ExplanationReader.Read(Events.OfType<GenerationEvent.RevisionWritten>().Last().Text).Graph;

    public IEnumerable<ActionNode> Actions(string primitive) => Graph.Actions.Where(a => a.Name == primitive);

    public static async Task<GeneratedTrace> RunAsync(ITraceGenerator pipeline, PerturbationRecord record)
    {
        var events = ImmutableArray.CreateBuilder<GenerationEvent>();
        await foreach (
            var e in pipeline.GenerateAsync(new(record, KeepDeltas: true), GenerationState.Empty, CancellationToken.None)) events.Add(e);
        return new(events.ToImmutable());
    }

    public static Task<GeneratedTrace> RunAsync(KnowledgeBase knowledge, string compound, string line) =>
        RunAsync(GraphPipeline.Over(knowledge), new PerturbationRecord([new(line)], [new(PerturbationKind.Chemical, compound)]));
}
