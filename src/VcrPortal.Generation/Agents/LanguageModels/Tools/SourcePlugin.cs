using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using Microsoft.SemanticKernel;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Agents.LanguageModels.Tools;

/// <summary>What a source answered to one call.</summary>
/// <param name="Text">The answer as the model reads it.</param>
/// <param name="Fresh">Items that were no evidence of the job before.</param>
/// <param name="Numbers">The numbers of all items, including those that were there before.</param>
internal sealed record SourceAnswer(string Text, ImmutableArray<EvidenceItem> Fresh, ImmutableArray<int> Numbers);

/// <summary>
/// The sources of the pipeline as functions of a kernel, each asked about one gene or compound. Only names that the installed knowledge
/// knows are asked about: what a hostile passage makes a model write never leaves the process.
/// </summary>
internal sealed class SourcePlugin(
    ImmutableArray<IKnowledgeSource> sources, QuestionGrounding grounding, EntityRecognizer recognizer, RetrievalRequest asked,
    EvidenceIndex evidence)
{
    public const string Name = "sources";

    private const string Title = "title";

    /// <summary>Items that one call adds at most, the first ones of the answer.</summary>
    private const int MostItems = 15;

    private const int MostCharacters = 12_000;

    // Bounded by the calls of one run times the items of one call.
    private readonly List<EvidenceItem> _known = [.. evidence.Items];

    public KernelPlugin ToPlugin() => KernelPluginFactory.CreateFromFunctions(Name, "Sources of evidence", sources.Select(Function));

    private KernelFunction Function(IKnowledgeSource source) => KernelFunctionFactory.CreateFromMethod(
        ([Description("The symbol of a gene or the name of a compound, and nothing else")] string subject, CancellationToken ct) =>
            AskAsync(source, subject, ct),
        new KernelFunctionFromMethodOptions
        {
            FunctionName = Identifier(source.Name),
            Description = $"What \u201c{source.Name}\u201d says of one gene or compound, as numbered evidence",
            AdditionalMetadata = new Dictionary<string, object?> { [Title] = source.Name }.AsReadOnly(),
        });

    /// <summary>What people call the source that a function asks.</summary>
    public static string? TitleOf(KernelFunction? function) => function?.Metadata.AdditionalProperties.GetValueOrDefault(Title) as string;

    private async Task<SourceAnswer> AskAsync(IKnowledgeSource source, string subject, CancellationToken ct)
    {
        var items = await source.RetrieveAsync(RequestAbout(subject), ct);
        var (told, fresh) = (new List<EvidenceItem>(), ImmutableArray.CreateBuilder<EvidenceItem>());
        // What a record states is evidence of the record alone, and this record is ours.
        foreach (var item in items.Where(i => i.Source != FactEvidence.Record).Take(MostItems))
        {
            var known = _known.Find(k => (k.Source, k.Title) == (item.Source, item.Title));
            if (known is null)
            {
                known = item with { Number = _known.Count + 1 };
                _known.Add(known);
                fresh.Add(known);
            }
            told.Add(known);
        }
        return new(told.Count == 0 ? "Nothing is known of it here." : $"<answer>\n{Quoted.Evidence(told, MostCharacters)}</answer>",
            fresh.ToImmutable(), [.. told.Select(i => i.Number)]);
    }

    private RetrievalRequest RequestAbout(string subject)
    {
        if (recognizer.Match(subject) is not { } entity || PerturbationBy(entity) is not { } perturbation)
            throw new ToolRefusedException("That is no gene or compound that is known here. Ask by symbol or name, one at a time.");
        var record = asked.Record with { Perturbations = [perturbation], Report = null };
        return new(record, [entity], grounding.Ground(record));
    }

    private static Perturbation? PerturbationBy(RecognizedEntity entity) => entity.Type switch
    {
        EntityTypes.Gene => new(PerturbationKind.Genetic, GeneSymbol: entity.Name, GeneEdit: "knockout"),
        EntityTypes.Compound => new(PerturbationKind.Chemical, entity.Name),
        EntityTypes.Family or EntityTypes.Complex =>
            new(PerturbationKind.Chemical, entity.Text, StatedTargets: [entity.Text], Mechanism: "inhibitor"),
        _ => null,
    };

    /// <summary>"Starter pack" as a model calls it: <c>starter_pack</c>.</summary>
    internal static string Identifier(string name)
    {
        var id = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c)) id.Append(c);
            else if (id.Length > 0 && id[^1] != '_') id.Append('_');
        return id.ToString().Trim('_');
    }
}
