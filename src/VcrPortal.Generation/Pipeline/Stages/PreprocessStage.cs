using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Http;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Recognises what the record names: by the installed names, and by a service beside them where there is one, whose silence is a
/// note.</summary>
internal sealed class PreprocessStage(EntityRecognizer recognizer, HunFlairService? service)
{
    public async IAsyncEnumerable<GenerationEvent> RunAsync(GenerationRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        List<string> words = [.. WordsOf(run.Request.Record)];
        List<RecognizedEntity> found = [.. words.SelectMany(text => recognizer.Recognize(text)).DistinctBy(KeyOf)];
        var note = "";
        if (service is not null && words.Count > 0)
        {
            yield return new GenerationEvent.StageProgressed(Stage.Preprocess, $"{HunFlairService.ServiceName} asked");
            var (more, failure) = await AskAsync(service, string.Join('\n', words), ct);
            more = [.. more.DistinctBy(KeyOf).ExceptBy(found.Select(KeyOf), KeyOf)];
            found.AddRange(more);
            note = failure is null ? $", {more.Length} of them by {HunFlairService.ServiceName} alone"
                : $". {HunFlairService.ServiceName}: {failure}";
        }
        run.Entities = [.. found];
        foreach (var entity in run.Entities)
        {
            ct.ThrowIfCancellationRequested();
            yield return new GenerationEvent.EntityFound(entity);
        }
        run.Summary = GenerationRun.Count(run.Entities.Length, "entity", "entities") + " recognised" + note;
    }

    private static (Reasoning.Vocabulary.EntityTypes, string) KeyOf(RecognizedEntity entity) => (entity.Type, entity.Name);

    private async Task<(ImmutableArray<RecognizedEntity> Found, string? Failure)> AskAsync(
        HunFlairService asked, string text, CancellationToken ct)
    {
        try { return (await asked.FindAsync(text, recognizer, ct), null); }
        catch (SourceUnavailableException failure) { return ([], failure.Message); }
    }

    /// <summary>The values of a record that are words: not its keys, and not its SMILES.</summary>
    private static IEnumerable<string> WordsOf(PerturbationRecord record)
    {
        var perturbations = record.Perturbations.SelectMany(p => new[] { p.Name, p.GeneSymbol, p.Mechanism }.Concat(p.StatedTargets));
        var contexts = record.Contexts.SelectMany(c => new[] { c.CellLine, c.DiseaseModel, c.Description });
        return perturbations.Concat(contexts).OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text));
    }
}
