using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Asks all sources side by side; answers are told as they come, evidence is numbered in the fixed order of the sources.</summary>
internal sealed class RetrieveStage(ImmutableArray<IKnowledgeSource> sources)
{
    /// <summary>Evidence items kept from one source on one job.</summary>
    public const int MaxItemsOfSource = 200;

    public async IAsyncEnumerable<GenerationEvent> RunAsync(GenerationRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var request = new RetrievalRequest(run.Request.Record, run.Entities, run.Question);
        // Bounded by the number of sources: each writes one event.
        var news = Channel.CreateBounded<GenerationEvent>(Math.Max(1, sources.Length));
        var answers = new ImmutableArray<EvidenceItem>[sources.Length];
        foreach (var source in sources) yield return new GenerationEvent.SourceQueried(source.Name);
        var asking = Task.WhenAll(sources.Select(async (source, i) =>
        {
            try
            {
                await news.Writer.WriteAsync(await AskAsync(source, i, answers, request, ct), ct);
            }
            catch (Exception failure)
            {
                news.Writer.TryComplete(failure);
                throw;
            }
        }));
        for (var i = 0; i < sources.Length; i++) yield return await news.Reader.ReadAsync(ct);
        await asking;
        run.Evidence = new(
            [.. answers.Where(a => !a.IsDefault).SelectMany(a => a.Take(MaxItemsOfSource))
            .Select((item, i) => item with { Number = i + 1 })]);
        foreach (var item in run.Evidence.Items) yield return new GenerationEvent.EvidenceAdded(item);
        run.Summary =
            $"{answers.Count(a => !a.IsDefault)} of {GenerationRun.Count(sources.Length, "source", "sources")}, "
            + $"{GenerationRun.Count(run.Evidence.Items.Length, "item", "items")}";
    }

    private static async Task<GenerationEvent> AskAsync(
        IKnowledgeSource source, int place, ImmutableArray<EvidenceItem>[] answers, RetrievalRequest request, CancellationToken ct)
    {
        try
        {
            answers[place] = await source.RetrieveAsync(request, ct);
            return new GenerationEvent.SourceAnswered(source.Name, answers[place].Length);
        }
        catch (SourceUnavailableException unavailable)
        {
            return new GenerationEvent.SourceFailed(source.Name, unavailable.Message);
        }
    }
}
