using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Writes the revisions: the graph as generated, what refinement made of it, and what the publication rule leaves.</summary>
internal sealed class PublishStage
{
    public IAsyncEnumerable<GenerationEvent> RunAsync(GenerationRun run) =>
        Run(run).ToAsyncEnumerable();

    private static IEnumerable<GenerationEvent> Run(GenerationRun run)
    {
        var (graph, verdicts) = run.Refined is { } refined ? (refined.Graph, refined.Verdicts) : (run.Graph!, [.. run.Verdicts]);
        var publication = PublicationRule.Apply(graph, verdicts);
        var withheld = publication as Publication.Discarded;
        var number = 1;
        if (run.Refined is not null) yield return GenerationEvent.RevisionWritten.From(number++, run.Graph!, "As generated");
        yield return Written(number, graph, run.Refined is null ? "As generated" : "Refined", withheld);
        if (publication is Publication.Pruned pruned)
            yield return GenerationEvent.RevisionWritten.From(number + 1, pruned.Graph, pruned.Reason);
        run.Summary = publication switch
        {
            Publication.Pruned changed => changed.Reason,
            Publication.Discarded => $"Withheld. {withheld!.Reason}",
            _ => $"No claims removed ({PublicationRule.Name})",
        };
    }

    private static GenerationEvent.RevisionWritten Written(int number, ActionGraph graph, string how, Publication.Discarded? withheld) =>
        GenerationEvent.RevisionWritten.From(number, graph,
            withheld is null ? how : PublicationRule.ReasonOf(how, withheld), discarded: withheld is not null);
}
