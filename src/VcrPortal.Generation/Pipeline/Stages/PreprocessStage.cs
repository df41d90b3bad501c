using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Recognises what the record names.</summary>
internal sealed class PreprocessStage(EntityRecognizer recognizer)
{
    public IAsyncEnumerable<GenerationEvent> RunAsync(GenerationRun run, CancellationToken ct) =>
        Run(run, ct).ToAsyncEnumerable();

    private IEnumerable<GenerationEvent> Run(GenerationRun run, CancellationToken ct)
    {
        run.Entities = [.. WordsOf(run.Request.Record).SelectMany(text => recognizer.Recognize(text)).DistinctBy(e => (e.Type, e.Name))];
        foreach (var entity in run.Entities)
        {
            ct.ThrowIfCancellationRequested();
            yield return new GenerationEvent.EntityFound(entity);
        }
        run.Summary = GenerationRun.Count(run.Entities.Length, "entity", "entities") + " recognised";
    }

    /// <summary>The values of a record that are words: not its keys, and not its SMILES.</summary>
    private static IEnumerable<string> WordsOf(PerturbationRecord record)
    {
        var perturbations = record.Perturbations.SelectMany(p => new[] { p.Name, p.GeneSymbol, p.Mechanism }.Concat(p.StatedTargets));
        var contexts = record.Contexts.SelectMany(c => new[] { c.CellLine, c.DiseaseModel, c.Description });
        return perturbations.Concat(contexts).OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text));
    }
}
