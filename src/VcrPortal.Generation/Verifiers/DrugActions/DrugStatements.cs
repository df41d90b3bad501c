using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Verifiers.DrugActions;

/// <summary>One row about a compound and a target.</summary>
/// <param name="OnActivity">+1 raises, -1 lowers the target's activity; 0 where the row does not say.</param>
/// <param name="OnAmount">The same of the target's amount.</param>
internal readonly record struct DrugStatement(EvidenceRow Row, int OnActivity, int OnAmount);

/// <summary>What ChEMBL and DrugCentral say of a compound and some genes. A row that DrugCentral has from ChEMBL counts as ChEMBL's: it
/// is no second opinion.</summary>
internal sealed class DrugStatements(PackEvidence evidence)
{
    private const int MostOthers = 5;

    // A mechanism in words stands for many jobs; there are a few hundred of them in the pack.
    private readonly ConcurrentDictionary<string, ImmutableHashSet<string>> _named = new(StringComparer.Ordinal);

    public ImmutableArray<DrugStatement> About(string compound, ImmutableArray<string> genes)
    {
        if (genes.IsEmpty || compound.Length == 0) return [];
        return
        [
            .. evidence.Pack.Drugs.MechanismsOf(compound).Where(m => Names(m, genes)).Select(From),
            .. evidence.Pack.Drugs.ActionsOf(compound).Where(a => IsAction(a) && a.Genes.Any(genes.Contains)).Select(From),
            .. genes.SelectMany(gene => evidence.Pack.Drugs.BindingsOf(compound, gene)).Select(From),
        ];
    }

    /// <summary>How selective the compound is: the other targets by that source, the strongest first with -log10 of the molar affinity,
    /// as a sentence after a blank; empty where none is measured.</summary>
    public string OtherTargets(string compound, ImmutableArray<string> genes, string source)
    {
        var others = evidence.Pack.Drugs.ActionsOf(compound)
            .Where(a => a is { PAct: >= DrugActionVerifier.WeakestAffinity, Relation: null or "=" } && !a.Genes.Any(genes.Contains)
                && SourceOf(a) == source)
            .GroupBy(a => string.Join('/', a.Genes), StringComparer.Ordinal).Select(g => (Target: g.Key, PAct: g.Max(a => a.PAct!.Value)))
            .OrderByDescending(o => o.PAct).ThenBy(o => o.Target, StringComparer.Ordinal).ToList();
        if (others.Count == 0) return "";
        var told = others.Take(MostOthers).Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Target} (p{o.PAct:0.#})"));
        var more = others.Count > MostOthers ? $" and {others.Count - MostOthers} more" : "";
        return $" It also has {string.Join(", ", told)}{more}, with -log10 of the molar affinity.";
    }

    /// <summary>Whether a mechanism names one of the genes: by its own gene; a family or complex, which has none in the data, by the names
    /// in the words of the mechanism.</summary>
    private bool Names(DrugMechanism mechanism, ImmutableArray<string> genes) =>
        mechanism.Genes is { IsEmpty: false } own ? own.Any(genes.Contains)
            : _named.GetOrAdd(mechanism.Mechanism, GenesIn) is { Count: > 0 } named && genes.Any(named.Contains);

    private ImmutableHashSet<string> GenesIn(string mechanism) =>
        [.. evidence.Recognizer.Recognize(mechanism).SelectMany(entity => evidence.Genes(entity.Name))];

    private static bool IsAction(DrugAction action) =>
        action.Action is not null || action.IsMechanism || action.PAct is null
            || (action.PAct >= DrugActionVerifier.WeakestAffinity && action.Relation is null or "=" or ">" or ">=");

    private static DrugStatement From(DrugMechanism mechanism)
    {
        var row =
            new EvidenceRow(EvidenceSource.Chembl, $"{mechanism.Mechanism} ({mechanism.Action.ToLowerInvariant()})", mechanism.Molecule);
        return new(row, OnActivity(mechanism.Action), OnAmount(mechanism.Action));
    }

    /// <summary>That a compound binds says nothing of what it then does.</summary>
    private static DrugStatement From(KinaseBinding binding) => new(
        new(EvidenceSource.KinomeScan, binding.What == "Kd"
            ? string.Create(CultureInfo.InvariantCulture, $"{binding.Compound} binds {binding.Gene}: Kd {binding.Value:0.##} nM")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{binding.Compound} binds {binding.Gene}: {binding.Value:0.##}% of the control left at 10 µM")),
        0, 0);

    private static DrugStatement From(DrugAction action)
    {
        var affinity = action.PAct is { } value ? string.Create(CultureInfo.InvariantCulture, $", {action.PActType} p{value:0.##}") : "";
        var said = $"{action.Drug} on {string.Join(", ", action.Genes)}: {action.Action?.ToLowerInvariant() ?? "binds"}{affinity}";
        var source = SourceOf(action);
        var row = new EvidenceRow(source, source == EvidenceSource.Chembl ? $"by way of DrugCentral: {said}" : said);
        return new(row, action.Action is { } word ? OnActivity(word) : 0, action.Action is { } other ? OnAmount(other) : 0);
    }

    private static string SourceOf(DrugAction action) => string.Equals(
        action.Action is null && !action.IsMechanism ? action.PActSource : action.MechanismSource, "CHEMBL",
        StringComparison.OrdinalIgnoreCase) ? EvidenceSource.Chembl : EvidenceSource.DrugCentral;

    private static int OnActivity(string action) => action.ToUpperInvariant() switch
    {
        "INHIBITOR" or "ANTAGONIST" or "BLOCKER" or "INVERSE AGONIST" or "NEGATIVE ALLOSTERIC MODULATOR" or "NEGATIVE MODULATOR"
            or "ALLOSTERIC ANTAGONIST" or "DEGRADER" => -1,
        "AGONIST" or "ACTIVATOR" or "OPENER" or "POSITIVE ALLOSTERIC MODULATOR" or "POSITIVE MODULATOR" => 1,
        _ => 0,
    };

    private static int OnAmount(string action) => action.ToUpperInvariant() switch { "DEGRADER" => -1, "STABILISER" => 1, _ => 0 };
}
