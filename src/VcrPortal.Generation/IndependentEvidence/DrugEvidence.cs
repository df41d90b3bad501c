using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Generation.IndependentEvidence;

/// <summary>A drug's mechanism, by ChEMBL (CC BY-SA 3.0).</summary>
/// <param name="Molecule">ChEMBL id of the substance or of a salt of it.</param>
/// <param name="Action">In ChEMBL's words: INHIBITOR, AGONIST, DEGRADER, STABILISER, POSITIVE ALLOSTERIC MODULATOR, ...</param>
/// <param name="Mechanism">In words: "Cyclin-dependent kinase 4 inhibitor".</param>
/// <param name="Target">ChEMBL id of the target.</param>
/// <param name="Genes">The members where the target is a family that FamPlex has under the same name. Empty where it is another family, a
/// complex, DNA, a microbe's: the mechanism names it.</param>
public sealed record DrugMechanism(string Molecule, string Action, string Mechanism, string Target, ImmutableArray<string> Genes);

/// <summary>A drug's action on a human target, by DrugCentral (CC BY-SA 4.0).</summary>
/// <param name="Drug">DrugCentral's name.</param>
/// <param name="Genes">The genes of the target: several where it is a complex or a family.</param>
/// <param name="Action">INHIBITOR, AGONIST, BLOCKER, ...; null where only an affinity was measured, which says no direction.</param>
/// <param name="PAct">-log10 of the molar value of <paramref name="PActType"/>: 9 is 1 nM. Null where no value is given.</param>
/// <param name="Relation">"=", or "&gt;" and the like where <paramref name="PAct"/> is a bound.</param>
/// <param name="PActType">Ki, IC50, Kd, EC50, ...</param>
/// <param name="IsMechanism">The target is how the drug works, not only something that it binds.</param>
/// <param name="PActSource">Where DrugCentral has the value from. CHEMBL here makes it no second opinion beside ChEMBL.</param>
/// <param name="MechanismSource">Where DrugCentral has the mechanism from; as above.</param>
public sealed record DrugAction(
    string Drug, ImmutableArray<string> Genes, string TargetName, string? Action, double? PAct, string? Relation, string? PActType,
    bool IsMechanism, string? PActSource, string? MechanismSource);

/// <summary>A compound raises or lowers a gene in other cells, by L1000.</summary>
/// <param name="Sign">+1 raises, -1 lowers, in the consensus over cells and doses.</param>
public sealed record DrugSignature(string Drug, string Gene, int Sign);

/// <summary>A compound was measured to bind a kinase, by KINOMEscan.</summary>
/// <param name="What">"Kd" in nM, or "control left": % at 10 µM.</param>
public sealed record KinaseBinding(string Compound, string Gene, string What, double Value);

/// <summary>What other sources say that a compound does, and to which target. A compound is asked for by any name or id of <see
/// cref="EvidenceNames"/>.</summary>
public sealed class DrugEvidence
{
    private readonly EvidenceNames _names;
    private readonly KeyedRows<string, DrugMechanism> _mechanisms;
    private readonly KeyedRows<string, DrugAction> _actions;

    private readonly KeyedRows<(string, string), DrugSignature> _signatures;
    private readonly KeyedRows<(string, string), KinaseBinding> _bindings;

    internal DrugEvidence(
        EvidenceNames names, ImmutableArray<DrugMechanism> mechanisms, ImmutableArray<DrugAction> actions,
        ImmutableArray<DrugSignature> signatures, ImmutableArray<KinaseBinding> bindings)
    {
        _signatures = new(signatures, s => [(NameFolding.Fold(s.Drug), s.Gene)]);
        _bindings = new(bindings, b => [(NameFolding.Fold(b.Compound), b.Gene)]);
        (_names, AllMechanisms, AllActions) = (names, mechanisms, actions);
        _mechanisms = new(mechanisms, m => [m.Molecule]);
        _actions = new(actions, a => [NameFolding.Fold(a.Drug)]);
    }

    public ImmutableArray<DrugMechanism> AllMechanisms { get; }

    public ImmutableArray<DrugAction> AllActions { get; }

    /// <summary>The mechanisms of a compound by ChEMBL; a mechanism that stands with several salts is given once for each.</summary>
    public ImmutableArray<DrugMechanism> MechanismsOf(string compound) =>
        [.. (_names.Compound(compound)?.Chembl ?? []).SelectMany(molecule => _mechanisms[molecule])];

    /// <summary>The actions of a compound by DrugCentral.</summary>
    public ImmutableArray<DrugAction> ActionsOf(string compound) =>
        [.. _names.FoldedNamesOf(compound).SelectMany(name => _actions[name])];

    /// <summary>The signatures of a compound for one gene, by L1000.</summary>
    public ImmutableArray<DrugSignature> SignaturesOf(string compound, string gene) =>
        [.. _names.FoldedNamesOf(compound).SelectMany(name => _signatures[(name, gene)])];

    /// <summary>The bindings of a compound to one kinase, by KINOMEscan.</summary>
    public ImmutableArray<KinaseBinding> BindingsOf(string compound, string gene) =>
        [.. _names.FoldedNamesOf(compound).SelectMany(name => _bindings[(name, gene)])];

    internal static DrugSignature ReadSignature(PackRow row) => new(row.Required("drug"), row.Required("gene"), row.Sign("sign"));

    internal static KinaseBinding ReadBinding(PackRow row) =>
        new(row.Required("compound"), row.Required("gene"), row.Required("what"), row.Number("value"));

    internal static DrugMechanism ReadMechanism(PackRow row) =>
        new(row.Required("molecule"), row.Required("action"), row.Required("mechanism"), row.Text("target"), row.List("genes"));

    internal static DrugAction ReadAction(PackRow row) => new(
        row.Required("drug"), row.List("genes"), row.Required("target"), row.Optional("action"), row.OptionalNumber("pact"),
        row.Optional("relation"), row.Optional("pact_type"), row.Text("moa") == "1",
        row.Optional("pact_source"), row.Optional("moa_source"));
}
