using VcrPortal.Reasoning.Text;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Writes the revisions: the graph as generated, and what the publication rule leaves of it.</summary>
internal sealed class Publishing
{
    public async IAsyncEnumerable<GenerationEvent> RunAsync(GenerationRun run)
    {
        var graph = run.Read!.Graph;
        var publication = PublicationRule.Apply(graph, [.. run.Verdicts]);
        var withdrawn = publication as Publication.Discarded;
        yield return new GenerationEvent.RevisionWritten(1, ExplanationWriter.Write(graph),
            withdrawn is null ? "As generated" : $"As generated. {PublicationRule.Name} withdrew it. {withdrawn.Reason}",
                withdrawn is not null);
        if (publication is Publication.Pruned pruned)
            yield return new GenerationEvent.RevisionWritten(2, ExplanationWriter.Write(pruned.Graph), pruned.Reason, false);
        run.Summary = publication switch
        {
            Publication.Pruned changed => changed.Reason,
            Publication.Discarded => $"Withdrawn. {withdrawn!.Reason}",
            _ => $"{PublicationRule.Name} changed nothing",
        };
        await Task.CompletedTask;
    }
}
