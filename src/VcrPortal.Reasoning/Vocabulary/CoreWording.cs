using System.Collections.Frozen;

namespace VcrPortal.Reasoning.Vocabulary;

/// <summary>How the claims of <see cref="CorePrimitives"/> are said, in the words of the graph grammar.</summary>
internal static class CoreWording
{
    public static FrozenDictionary<string, PrimitiveWording> ByPrimitive { get; } = new Dictionary<string, PrimitiveWording>
    {
        [CorePrimitives.Context] = Says("cell background", ClaimSign.Given, "{cell_type|disease|'this cell'}",
            "{genotype}, {disease:beside cell_type}, after {prior_perturbation:unless none}, {extras}"),
        ["binds_to"] = Says("binds", ClaimSign.Binds, "{actor} → {target}", "{affinity}, {via}"),
        ["modulates_complex"] = Directed("forms complex", "breaks complex", "{complex|members}", "{members}, {via}"),
        ["cell_cell_interaction"] = Says("signals to", ClaimSign.Moves, "{sender} → {receiver}", "{ligand} with {receptor}, {outcome}"),
        ["similar_to"] = Says("is similar to", ClaimSign.With, "{entity_a} ~ {entity_b}", "{evidence_type}"),
        ["correlates_with"] = Says("correlates with", ClaimSign.With, "{entity_a} ~ {entity_b}", "{evidence_type}"),
        ["participates_in"] = Says("takes part in", ClaimSign.With, "{entity} → {ontology_id}", "{evidence_type}"),
        ["modulates_molecule_activity"] = Directed("activity rises", "activity falls", "{target}", "{via}"),
        ["modulates_pathway_activity"] = Directed("pathway rises", "pathway falls", "{pathway}", "{via}"),
        ["gain_of_function"] = Says("gains function", ClaimSign.Gain, "{protein} {variant:without protein}", "{via}"),
        ["loss_of_function"] = Says("loses function", ClaimSign.Loss, "{protein} {variant:without protein}", "{via}"),
        ["regulates_expression"] = Directed("mRNA rises", "mRNA falls", "{gene_list:few}", By),
        ["regulates_translation"] = Directed("translation rises", "translation falls", "{rna_id}", By),
        ["chromatin_modification"] = Directed("adds chromatin mark", "removes chromatin mark", "{mark} at {locus}", "{via}"),
        ["converts_substrate"] = Says("converts", ClaimSign.Into, "{substrate} → {product}", "by {enzyme}, {via}"),
        ["post_translational_modification"] =
            Directed("{mod_type|'modification':does}", "{mod_type|'modification':undoes}", "{protein} at {site}", "{via}"),
        ["degrades_or_stabilises"] = Directed("stabilises", "degrades", "{regulator} → {target}", "{via}"),
        ["localises_to"] = Says("relocates", ClaimSign.Moves, "{entity}", "{from_loc} → {to_loc}, {mechanism|via}"),
        ["induces_phenotype"] =
            Says("triggers", ClaimSign.End, "{phenotype}", "{from_state} → {to_state}, from {source}, {via}"),
        ["alleviates_phenotype"] =
            Says("reduces", ClaimSign.Down, "{phenotype}", "{from_state} → {to_state}, from {actor}, {via}"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string By = "by {regulator}, {mechanism}, {via}";

    private static PrimitiveWording Says(string verb, ClaimSign sign, string main, string sub) => new(verb, null, sign, main, sub);

    private static PrimitiveWording Directed(string up, string down, string main, string sub) =>
        new(up, down, ClaimSign.Unknown, main, sub);
}
