using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Tests.Vocabulary;

/// <summary>The signatures of the 20 primitives, restated by hand from the specification (10-formalism §1).</summary>
public class CorePrimitivesTests
{
    public static TheoryData<string, string, string, string> Signatures => new()
    {
        { "SystemInitialization", "set_context", "", "cell_type, genotype, disease, prior_perturbation, extras" },
        { "Interaction", "binds_to", "id, actor, target", "affinity, unit, residues_actor, residues_target, via, confidence" },
        { "Interaction", "modulates_complex", "id, members, complex, direction", "stoichiometry, via, confidence" },
        { "Interaction", "cell_cell_interaction", "id, sender, receiver, ligand, receptor, outcome", "via, confidence" },
        { "Interaction", "similar_to", "id, entity_a, entity_b, evidence_type", "confidence, via" },
        { "Interaction", "correlates_with", "id, entity_a, entity_b, evidence_type", "confidence" },
        { "Interaction", "participates_in", "id, entity, ontology_id", "evidence_type, confidence" },
        { "Functional", "modulates_molecule_activity", "id, target, direction", "via, confidence" },
        { "Functional", "modulates_pathway_activity", "id, pathway, direction", "via, confidence" },
        { "Functional", "gain_of_function", "id, variant, protein", "via, confidence" },
        { "Functional", "loss_of_function", "id, variant, protein", "via, confidence" },
        { "Regulation", "regulates_expression", "id, regulator, gene_list, direction", "mechanism, via, confidence" },
        { "Regulation", "regulates_translation", "id, regulator, rna_id, direction", "mechanism, via, confidence" },
        { "Regulation", "chromatin_modification", "id, mark, locus, direction", "via, confidence" },
        { "Metabolic", "converts_substrate", "id, enzyme, substrate, product", "via, confidence" },
        { "Proteostasis", "post_translational_modification", "id, protein, mod_type, site, direction", "via, confidence" },
        { "Proteostasis", "degrades_or_stabilises", "id, regulator, target, direction", "via, confidence" },
        { "Proteostasis", "localises_to", "id, entity, from_loc, to_loc", "mechanism, via, confidence" },
        { "Phenotype", "induces_phenotype", "id, source, phenotype", "via, confidence, from_state, to_state" },
        { "Phenotype", "alleviates_phenotype", "id, actor, phenotype", "via, confidence, from_state, to_state" },
    };

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Vcr20_HasTheSignature(string category, string name, string required, string optional)
    {
        var primitive = PrimitiveVocabulary.Vcr20.Find(name)!;

        Assert.Equal(category, primitive.Category.ToString());
        Assert.Equal(required, string.Join(", ", primitive.Arguments.Where(a => a.Required).Select(a => a.Name)));
        Assert.Equal(optional, string.Join(", ", primitive.Arguments.Where(a => !a.Required).Select(a => a.Name)));
    }

    [Fact]
    public void Vcr20_HasTwentyPrimitivesAndFourWaysToEnd()
    {
        Assert.Equal(20, PrimitiveVocabulary.Vcr20.Primitives.Length);
        Assert.Equal(["regulates_expression", "regulates_translation", "induces_phenotype", "alleviates_phenotype"],
            PrimitiveVocabulary.Vcr20.Primitives.Where(p => p.IsTerminal).Select(p => p.Name));
        Assert.Equal(["set_context", "similar_to", "correlates_with", "participates_in"],
            PrimitiveVocabulary.Vcr20.Primitives.Where(p => !p.IsCausal).Select(p => p.Name));
    }

    [Fact]
    public void Vcr20_TypesEveryArgument()
    {
        var arguments = PrimitiveVocabulary.Vcr20.Primitives.SelectMany(p => p.Arguments).ToList();

        Assert.All(arguments, a => Assert.NotEmpty(a.Description));
        Assert.All(arguments, a => Assert.Equal(a.Kind is ArgumentKind.Entity or ArgumentKind.EntityList, a.Entities != EntityTypes.None));
        Assert.All(arguments.Where(a => a.Name == "direction"), a => Assert.Equal((ArgumentKind.Direction, true), (a.Kind, a.Required)));
        Assert.All(arguments.Where(a => a.Name == "via"), a => Assert.Equal(ArgumentKind.Mechanism, a.Kind));
        Assert.Equal(["members", "gene_list"], arguments.Where(a => a.Kind == ArgumentKind.EntityList).Select(a => a.Name));
    }

    [Fact]
    public void DiagnosticRules_HaveCodesOfTheirOwnInOrder()
    {
        var codes = DiagnosticRules.All.Select(r => r.Code).ToList();
        var declared = typeof(DiagnosticRules).GetFields().Where(f => f.FieldType == typeof(DiagnosticRule))
            .Select(f => ((DiagnosticRule)f.GetValue(null)!).Code);

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.Equal(declared.Order(StringComparer.Ordinal), codes);
    }
}
