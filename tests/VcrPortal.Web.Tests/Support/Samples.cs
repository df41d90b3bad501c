using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Pipeline.Refinement;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Tests.Support;

/// <summary>One small question with all that a pipeline would say about it, made up for tests.</summary>
internal static class Samples
{
    public static readonly ImmutableArray<string> Actions =
    [
        """set_context(cell_type="C32", genotype="BRAF V600E")""",
        """binds_to(id="n1", actor="Binimetinib", target="MAP2K1")""",
        """modulates_molecule_activity(id="n2", target="MAP2K1", direction="down")""",
        """regulates_expression(id="n3", regulator="MAP2K1", gene_list=["CCND1", "DUSP6"], direction="down")""",
        """induces_phenotype(id="n4", source="MAP2K1", phenotype="apoptosis")""",
    ];

    public static readonly ImmutableArray<string> Edges =
        ["""edge("n1", "n2", relation="causal")""", """edge("n2", "n3", relation="causal")""", """edge("n2", "n4", relation="causal")"""];

    public static readonly string Text = ExplanationWriter.Write(ExplanationReader.Read(string.Join('\n', Actions.Concat(Edges))).Graph);

    /// <summary>Without one gene and the phenotype: what a publication rule might leave.</summary>
    public static readonly string PrunedText = ExplanationWriter.Write(ExplanationReader.Read(string.Join('\n',
        Actions[0], Actions[1], Actions[2], """regulates_expression(id="n3", regulator="MAP2K1", gene_list=["CCND1"], direction="down")""",
            Edges[0], Edges[1])).Graph);

    /// <summary>Without the refuted gene alone.</summary>
    public static readonly string RefinedText = ExplanationWriter.Write(ExplanationReader.Read(string.Join('\n', Actions.Concat(Edges))
        .Replace(", \"DUSP6\"", "", StringComparison.Ordinal)).Graph);

    public static Discrepancy Discrepancy => new(
        EditAddress.ExpressionClaim, new(new NodeId("n3"), "DUSP6"), "Because.", VerdictKind.Refuted, ["Tahoe-100M"]);

    public static readonly Caller Anybody = Caller.Visitor("anybody");
    public static readonly Caller Ana = new("ana", PortalRole.Contributor);
    public static readonly Caller Bob = new("bob", PortalRole.Contributor);

    public static PerturbationRecord Record(string compound = "Binimetinib", string? line = "C32") =>
        new([new CellContext(line)], [new Perturbation(PerturbationKind.Chemical, compound)]);

    public static readonly ImmutableDictionary<NodeId, ImmutableArray<int>> NoCitations = ImmutableDictionary<NodeId,
        ImmutableArray<int>>.Empty;

    public static EvidenceItem Evidence(int number = 1) =>
        new(number, "WikiPathways", "20261110", "WP382", "MAPK signalling", "MAP2K1 stimulates MAPK1.",
            "https://www.wikipathways.org/WP382", "CC0", TrustTier.Curated);

    public static Verdict Verdict(
        string action, VerdictKind kind, string? member = null, bool sameSource = false, string? edgeTarget = null,
        string verifier = "DTI") =>
        new(new Claim(new NodeId(action), member, edgeTarget is null ? null : new NodeId(edgeTarget)), kind, verifier, "1", "Because.",
            [new EvidenceRow("Tahoe-100M", "a row")], sameSource, "test-1", "hash");

    public static readonly ImmutableArray<Verdict> Verdicts =
    [
        Verdict("n1", VerdictKind.Supported),
        Verdict("n3", VerdictKind.Supported, "CCND1", verifier: "DE"),
        Verdict("n3", VerdictKind.Refuted, "DUSP6", verifier: "DE"),
        Verdict("n4", VerdictKind.Undetermined, verifier: "Phenotype"),
        Verdict("n1", VerdictKind.Supported, edgeTarget: "n2", verifier: "Sign coherence"),
    ];

    /// <summary>A whole run, from the plan to the revision.</summary>
    public static readonly ImmutableArray<GenerationEvent> Run =
    [
        .. Enum.GetValues<Stage>().Select(s => new GenerationEvent.StagePlanned(s)),
        .. During(Stage.Preprocess,
            new GenerationEvent.EntityFound(
            new RecognizedEntity(
            0, 11, "Binimetinib", Reasoning.Vocabulary.EntityTypes.Compound, "Binimetinib", "PUBCHEM.COMPOUND:10288191"))),
        .. During(Stage.Retrieve, new GenerationEvent.SourceQueried("Starter pack"), new GenerationEvent.EvidenceAdded(Evidence()),
            new GenerationEvent.SourceAnswered("Starter pack", 1)),
        .. During(Stage.Report, new GenerationEvent.ReportDelta("Binimetinib holds "), new GenerationEvent.ReportDelta("MEK down [1].")),
        .. During(Stage.Explain,
            [.. Actions.Select(a => new GenerationEvent.ActionAdded(a, [1])), .. Edges.Select(e => new GenerationEvent.EdgeAdded(e))]),
        .. During(Stage.Verify, [.. Verdicts.Select(v => new GenerationEvent.VerdictReached(v))]),
        .. During(Stage.Refine),
        .. During(Stage.Publish, new GenerationEvent.RevisionWritten(1, Text, "As generated", false),
            new GenerationEvent.RevisionWritten(2, PrunedText, "Two refuted claims removed", false)),
    ];

    /// <summary>A refinement of it: one edit reverted, one kept.</summary>
    public static readonly ImmutableArray<GenerationEvent> Refined =
    [
        new GenerationEvent.DiscrepancyFound(1, Discrepancy, ["Say up instead of down in n3", "Leave DUSP6 out of n3"]),
        new GenerationEvent.EditTried(new(1, "Say up instead of down in n3", "a model", new(1, 0, 3, 4, 0), new(1, 0, 2, 3, 0), false,
            "Supported claims would fall from 3 to 2.", 0, [])),
        new GenerationEvent.DiscrepancyFound(2, Discrepancy, ["Leave DUSP6 out of n3"]),
        new GenerationEvent.EditTried(new(2, "Leave DUSP6 out of n3", null, new(1, 0, 3, 4, 0), new(0, 0, 3, 3, 0), true,
            "Contradicted claims fall from 1 to 0.", 1, [new(Discrepancy.Claim, JudgementKind.Refuted, null)])),
        new GenerationEvent.GraphRefined(2, RefinedText, [.. Verdicts.Where(v => v.Claim.Member != "DUSP6")], NoCitations),
    ];

    public static readonly KnowledgeBase Knowledge = new("test-1",
        [
            new Compound(
                "Binimetinib", new Curie("PUBCHEM.COMPOUND", "10288191"), ["MEK162", "Mektovi"], ["MAP2K1", "MAP2K2"], "MEK inhibitor",
                "inhibitor/antagonist", Polarity.Inhibits, "Binimetinib"),
            new Compound(
                "Trametinib", new Curie("PUBCHEM.COMPOUND", "11707110"), [], ["MAP2K1"], "MEK inhibitor", "inhibitor/antagonist",
                Polarity.Inhibits, "Trametinib"),
        ],
        [
            new CellLine(
                "C32", new Curie("CVCL", "1097"), "Skin", [],
                [new DriverAlteration("BRAF", "V600E", AlterationEffect.GainOfFunction, "Oncogene")]),
            new CellLine("A549", new Curie("CVCL", "0023"), "Lung", ["A-549"], []),
        ],
        [], [], [
            new Gene("MAP2K1", new Curie("ENSEMBL", "ENSG00000169032"), ["MEK1"]), new Gene("CCND1", null, []),
            new Gene("DUSP6", null, [])], [], []);

    private static IEnumerable<GenerationEvent> During(Stage stage, params IEnumerable<GenerationEvent> events) =>
        [new GenerationEvent.StageStarted(stage), .. events, new GenerationEvent.StageFinished(stage, "done")];
}
