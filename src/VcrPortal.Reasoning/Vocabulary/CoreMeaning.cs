using System.Collections.Frozen;

namespace VcrPortal.Reasoning.Vocabulary;

/// <summary>What rules and verifiers ask of <see cref="CorePrimitives"/>: what a claim is about, and what it says rises or falls. A
/// primitive that stands in no table here is judged by no verifier.</summary>
internal static class CoreMeaning
{
    private static readonly FrozenDictionary<string, ClaimKind> Kinds = new Dictionary<string, ClaimKind>
    {
        [CorePrimitives.Context] = ClaimKind.Context,
        ["binds_to"] = ClaimKind.Binding,
        ["modulates_complex"] = ClaimKind.Complex,
        ["participates_in"] = ClaimKind.Membership,
        ["modulates_molecule_activity"] = ClaimKind.MoleculeActivity,
        ["modulates_pathway_activity"] = ClaimKind.PathwayActivity,
        ["gain_of_function"] = ClaimKind.ProteinFunction,
        ["loss_of_function"] = ClaimKind.ProteinFunction,
        ["regulates_expression"] = ClaimKind.Expression,
        ["post_translational_modification"] = ClaimKind.Modification,
        ["degrades_or_stabilises"] = ClaimKind.Stability,
        ["localises_to"] = ClaimKind.Localisation,
        ["induces_phenotype"] = ClaimKind.Phenotype,
        ["alleviates_phenotype"] = ClaimKind.Phenotype,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ClaimOutput> Outputs = new Dictionary<string, ClaimOutput>
    {
        ["modulates_molecule_activity"] = new("target", OutputSign.ByDirection),
        ["degrades_or_stabilises"] = new("target", OutputSign.ByDirection),
        ["modulates_pathway_activity"] = new("pathway", OutputSign.ByDirection),
        ["regulates_expression"] = new("gene_list", OutputSign.ByDirection),
        ["gain_of_function"] = new("protein", OutputSign.Rises),
        ["loss_of_function"] = new("protein", OutputSign.Falls),
        ["induces_phenotype"] = new("phenotype", OutputSign.Rises),
        ["alleviates_phenotype"] = new("phenotype", OutputSign.Falls),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ActionPrimitive Add(ActionPrimitive primitive) => primitive with
    {
        Kind = Kinds.GetValueOrDefault(primitive.Name),
        Output = Outputs.GetValueOrDefault(primitive.Name),
        Wording = CoreWording.ByPrimitive.GetValueOrDefault(primitive.Name),
    };
}
