using System.Collections.Immutable;
using System.Text.Json;

namespace VcrPortal.Generation.Questions;

/// <summary>One JSON object as a record, in either of VCR-Agent's shapes.</summary>
internal static class RecordParser
{
    /// <summary>Null when a problem was reported: a record is taken whole or not at all.</summary>
    public static PerturbationRecord? Parse(JsonElement element, int index, ImmutableArray<RecordProblem>.Builder problems)
    {
        var before = problems.Count;
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new(index, null, "A record must be an object."));
            return null;
        }
        var outer = new RecordFields(element, "", index, problems);
        var fields = Unwrapped(outer);
        var contexts = fields.Objects("context", "contexts").Select(Context).ToImmutableArray();
        var perturbations = fields.Objects("perturbations", "perturbation").Select(Perturbation).ToImmutableArray();
        var report = outer.Text(RecordLimits.Report, true, "report");
        if (perturbations.IsEmpty && problems.Count == before) outer.Report(
            fields.Path("perturbations"), "names nothing that was done to the cell.");
        return problems.Count == before ? new(contexts, perturbations, index, report) : null;
    }

    /// <summary>The new shape wraps everything in <c>perturbation</c>; the old one keeps a single compound there, beside
    /// <c>context</c>.</summary>
    private static RecordFields Unwrapped(RecordFields outer)
    {
        if (outer.Has("context", "contexts", "perturbations")
            || outer.Value("perturbation") is not { ValueKind: JsonValueKind.Object }) return outer;
        var inner = outer.Objects("perturbation").Single();
        return inner.Has("context", "contexts", "perturbations", "perturbation") ? inner : outer;
    }

    private static CellContext Context(RecordFields fields) => new(
        fields.Name("cellline", "celltype"), fields.Name("diseasemodel"), fields.Name("subtype"),
        fields.Text(RecordLimits.Text, true, "description"), fields.Name("perturbationtype", "type"));

    private static Perturbation Perturbation(RecordFields fields)
    {
        var gene = fields.Name("genesymbol", "gene");
        var smiles = fields.Text(RecordLimits.Text, false, "smiles", "canonicalsmiles");
        var kind = Kind(fields) ?? (gene is not null && smiles is null ? PerturbationKind.Genetic : PerturbationKind.Chemical);
        var perturbation = new Perturbation(
            kind, fields.Name("name"), smiles, fields.Names("target", "targets", "knowntargets"),
            fields.Name("moatype", "moa", "mechanismofaction", "mechanism"), gene,
            fields.Name("geneedit", "edit", "perturbationkind", "kind"), fields.Name("dose", "concentration"),
                fields.Name("time", "duration"));
        if (perturbation is { Name: null, Smiles: null, GeneSymbol: null, StatedTargets.IsEmpty: true })
            fields.Report(fields.Path("name"), "must name a compound, a gene or a target.");
        return perturbation;
    }

    private static PerturbationKind? Kind(RecordFields fields)
    {
        switch (fields.Name("type", "perturbationtype")?.ToLowerInvariant())
        {
            case null: return null;
            case "chemical" or "compound" or "drug" or "small molecule" or "antibody": return PerturbationKind.Chemical;
            case "genetic" or "gene" or "crispr": return PerturbationKind.Genetic;
            default:
                fields.Report(fields.Path("type"), "must be chemical or genetic.");
                return null;
        }
    }
}
