using System.Collections.Immutable;
using static VcrPortal.Reasoning.Vocabulary.EntityTypes;
using static VcrPortal.Reasoning.Vocabulary.PrimitiveCategory;

namespace VcrPortal.Reasoning.Vocabulary;

/// <summary>
/// The set <c>vcr-20</c>, version 1: the names and signatures of VCR-Agent's action primitives (arXiv 2604.11661, file
/// action_primitives.json). Definitions are in our words; the category of each primitive and the argument types are our reading.
/// </summary>
internal static class CorePrimitives
{
    private const EntityTypes Protein = Gene | Family | Complex;
    private const EntityTypes Molecule = Protein | Compound | Rna;
    private const EntityTypes Cell = CellLine | CellType;

    /// <summary>The one primitive that is no action.</summary>
    public const string Context = "set_context";

    public static PrimitiveVocabulary Build() => new("vcr-20", 1, [.. Signatures.Select(CoreMeaning.Add)]);

    private static ImmutableArray<ActionPrimitive> Signatures =>
    [
        Define(Context, SystemInitialization, "The cell before the perturbation. Background, not a claim to test.",
            Optional(
                Entity("cell_type", "The cell line or cell type", Cell),
                Text("genotype", "Alterations that matter, such as \"BRAF V600E, TP53 LoF\""),
                Entity("disease", "The disease or disease model", Disease),
                    Text("prior_perturbation", "What was done to the cell before, or \"none\""),
                Text("extras", "Anything else about the setting"))),

        Claim("binds_to", Interaction, "One molecule physically binds another.",
            [Entity("actor", "The molecule that binds, usually the compound", Molecule), Entity("target", "What it binds", Molecule)],
            Optional(
                Quantity("affinity", "How tightly, as a concentration: \"0.9 nM\"", "concentration"),
                Text("unit", "The unit, where the affinity is a bare number"),
                Site("residues_actor", "Residues of the actor at the interface"),
                    Site("residues_target", "Residues of the target at the interface"), Via, Confidence)),
        Claim("modulates_complex", Interaction, "A complex assembles or is stabilised (up), or comes apart (down).",
            [EntityList("members", "The parts of the complex", Molecule), Entity("complex", "The complex", Complex | Family),
                Direction("assembly")],
            Optional(Text("stoichiometry", "How many of each part"), Via, Confidence)),
        Claim("cell_cell_interaction", Interaction, "One cell signals to another through a ligand and its receptor.",
            [Entity("sender", "The cell that sends", Cell), Entity("receiver", "The cell that receives", Cell),
                Entity("ligand", "The signal", Molecule),
                Entity("receptor", "What receives it", Protein), Text("outcome", "What changes in the receiver, with up or down")],
            Optional(Via, Confidence)),
        Associate("similar_to", "Two things act alike. Carries no cause.", Optional(Confidence, Via)),
        Associate("correlates_with", "Two things vary together. A statistical association only.", Optional(Confidence)),
        Define("participates_in", Interaction, "A thing is annotated to a pathway, process or compartment. Carries no cause.",
            [Id, Entity("entity", "What is annotated", Any),
                Required("ontology_id", ArgumentKind.OntologyId, "The term, such as GO:0006915"),
                .. Optional(Text("evidence_type", "What the annotation rests on"), Confidence)]),

        Claim("modulates_molecule_activity", Functional, "One molecule becomes more active (up) or less active (down).",
            [Entity("target", "The molecule", Molecule), Direction("activity")], Optional(Via, Confidence)),
        Claim("modulates_pathway_activity", Functional, "A pathway or process runs more (up) or less (down).",
            [Entity("pathway", "The pathway or process", Pathway), Direction("activity")], Optional(Via, Confidence)),
        Claim("gain_of_function", Functional, "A genetic change makes a protein more active.",
            [Text("variant", "The change, such as \"BRAF V600E\""), Entity("protein", "The protein that it changes", Protein)],
                Optional(Via, Confidence)),
        Claim("loss_of_function", Functional, "A genetic change, a knockdown or a knockout takes activity away from a protein.",
            [Text("variant", "The change, such as \"TSC2 knockout\""), Entity("protein", "The protein that it changes", Protein)],
                Optional(Via, Confidence)),

        Terminal("regulates_expression", Regulation, "RNA of one or more genes rises (up) or falls (down).",
            [Entity("regulator", "What drives the change", Molecule | Pathway),
                EntityList("gene_list", "The genes whose RNA changes", Gene | Family | Rna), Direction("RNA level")],
            Optional(Mechanism, Via, Confidence)),
        Terminal("regulates_translation", Regulation, "An RNA is translated more (up) or less (down).",
            [Entity("regulator", "What drives the change", Molecule | Pathway), Entity("rna_id", "The RNA that is translated", Rna | Gene),
                Direction("translation")],
            Optional(Mechanism, Via, Confidence)),
        Claim("chromatin_modification", Regulation, "A histone or DNA mark is added (up) or removed (down) at a locus.",
            [Text("mark", "The mark, such as H3K27ac"), Entity("locus", "The gene or region", Gene), Direction("the mark")],
                Optional(Via, Confidence)),

        Claim("converts_substrate", Metabolic, "An enzyme turns a substrate into a product.",
            [Entity("enzyme", "The enzyme", Protein), Entity("substrate", "What it takes", Molecule),
                Entity("product", "What it makes", Molecule)], Optional(Via, Confidence)),

        Claim("post_translational_modification", Proteostasis,
            "A protein is modified or cleaved at a site (up), or the modification is removed or missing (down).",
            [Entity("protein", "The protein that carries the change", Protein),
                Text("mod_type", "Phosphorylation, cleavage, ubiquitination"),
                Site("site", "Where, such as Ser222 or T185/Y187"), Direction("the modification")], Optional(Via, Confidence)),
        Claim("degrades_or_stabilises", Proteostasis, "A protein lives longer (up) or is broken down faster (down).",
            [Entity("regulator", "What drives the change", Molecule | Pathway),
                Entity("target", "The protein whose life changes", Protein | Rna), Direction("stability")],
            Optional(Via, Confidence)),
        Claim("localises_to", Proteostasis, "A molecule moves from one place in the cell to another.",
            [Entity("entity", "What moves", Molecule), Required("from_loc", ArgumentKind.Location, "Where it was"),
                Required("to_loc", ArgumentKind.Location, "Where it goes")],
            Optional(Mechanism, Via, Confidence)),

        Terminal("induces_phenotype", PrimitiveCategory.Phenotype, "A measurable phenotype appears or becomes stronger.",
            [Entity("source", "What causes it", Any), Entity("phenotype", "The phenotype", EntityTypes.Phenotype | Disease)],
                Optional(Via, Confidence, FromState, ToState)),
        Terminal("alleviates_phenotype", PrimitiveCategory.Phenotype, "A measurable phenotype is rescued or becomes weaker.",
            [Entity("actor", "What relieves it", Any), Entity("phenotype", "The phenotype", EntityTypes.Phenotype | Disease)],
                Optional(Via, Confidence, FromState, ToState)),
    ];

    private static ArgumentDefinition Id => Required("id", ArgumentKind.ActionId, "The action's name in this explanation: n1, n2");
    private static ArgumentDefinition Via =>
        Required("via", ArgumentKind.Mechanism, "How, in words, or the ids of the earlier actions that it rests on");
    private static ArgumentDefinition Confidence => Text("confidence", "How sure the author is, in the author's words");
    private static ArgumentDefinition Mechanism => Text("mechanism", "The mechanism, in words");
    private static ArgumentDefinition FromState => Text("from_state", "The state before");
    private static ArgumentDefinition ToState => Text("to_state", "The state after");

    private static ActionPrimitive Claim(
        string name, PrimitiveCategory category, string definition, ImmutableArray<ArgumentDefinition> required,
            ImmutableArray<ArgumentDefinition> optional) =>
        new(name, category, definition, IsCausal: true, IsTerminal: false, [Id, .. required, .. optional]);

    private static ActionPrimitive Terminal(
        string name, PrimitiveCategory category, string definition, ImmutableArray<ArgumentDefinition> required,
            ImmutableArray<ArgumentDefinition> optional) =>
        Claim(name, category, definition, required, optional) with { IsTerminal = true };

    private static ActionPrimitive Associate(string name, string definition, ImmutableArray<ArgumentDefinition> optional) =>
        Define(name, Interaction, definition,
            [Id, Entity("entity_a", "The one", Any), Entity("entity_b", "The other", Any),
                Text("evidence_type", "What it rests on, such as co-expression"), .. optional]);

    private static ActionPrimitive Define(
        string name, PrimitiveCategory category, string definition, ImmutableArray<ArgumentDefinition> arguments) =>
        new(name, category, definition, IsCausal: false, IsTerminal: false, arguments);

    private static ImmutableArray<ArgumentDefinition> Optional(params ReadOnlySpan<ArgumentDefinition> arguments)
    {
        var optional = ImmutableArray.CreateBuilder<ArgumentDefinition>(arguments.Length);
        foreach (var argument in arguments) optional.Add(argument with { Required = false });
        return optional.MoveToImmutable();
    }

    private static ArgumentDefinition Required(string name, ArgumentKind kind, string description) =>
        new(name, Required: true, kind, description);
    private static ArgumentDefinition Text(string name, string description) => Required(name, ArgumentKind.Text, description);
    private static ArgumentDefinition Site(string name, string description) => Required(name, ArgumentKind.Site, description);
    private static ArgumentDefinition Direction(string of) => Required("direction", ArgumentKind.Direction, $"up or down: {of}");
    private static ArgumentDefinition Entity(string name, string description, EntityTypes types) =>
        new(name, true, ArgumentKind.Entity, description, types);
    private static ArgumentDefinition EntityList(string name, string description, EntityTypes types) =>
        new(name, true, ArgumentKind.EntityList, description, types);
    private static ArgumentDefinition Quantity(string name, string description, string dimension) =>
        new(name, true, ArgumentKind.Quantity, description, Dimension: dimension);
}
