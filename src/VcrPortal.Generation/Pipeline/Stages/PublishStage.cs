namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Writes the revisions: the graph as generated, and what the publication rule leaves of it.</summary>
internal sealed class PublishStage
{
    public IAsyncEnumerable<GenerationEvent> RunAsync(GenerationRun run) =>
        Run(run).ToAsyncEnumerable();

    private IEnumerable<GenerationEvent> Run(GenerationRun run)
    {
        var graph = run.Graph!;
        var publication = PublicationRule.Apply(graph, [.. run.Verdicts]);
        var withdrawn = publication as Publication.Discarded;
        yield return GenerationEvent.RevisionWritten.From(1, graph,
            withdrawn is null ? "As generated" : $"As generated. {PublicationRule.Name} withdrew it. {withdrawn.Reason}",
            discarded: withdrawn is not null);
        if (publication is Publication.Pruned pruned)
            yield return GenerationEvent.RevisionWritten.From(2, pruned.Graph, pruned.Reason);
        run.Summary = publication switch
        {
            Publication.Pruned changed => changed.Reason,
            Publication.Discarded => $"Withdrawn. {withdrawn!.Reason}",
            _ => $"{PublicationRule.Name} changed nothing",
        };
    }
}
