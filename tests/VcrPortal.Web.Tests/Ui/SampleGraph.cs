using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Tests.Ui;

/// <summary>A small graph with a claim of every look, and verdicts made by hand.</summary>
internal static class SampleGraph
{
    public const string Text = """
        set_context(cell_type="C32", genotype="BRAF V600E GoF, PTEN LoF", disease="melanoma")
        binds_to(id="n1", actor="binimetinib", target="MAP2K1", affinity="12 nM")
        modulates_molecule_activity(id="n2", target="MAP2K1", direction="down", via="n1")
        modulates_pathway_activity(id="n3", pathway="MAPK signalling", direction="down", via="n2")
        regulates_expression(id="n4", regulator="ETS1", gene_list=["CCND1", "MYC", "DUSP6", "SPRY4"], direction="down")
        induces_phenotype(id="n5", source="MAPK signalling", phenotype="G1 arrest")
        edge("n1", "n2", relation="causal")
        edge("n2", "n3", relation="causal")
        edge("n3", "n4", relation="causal")
        edge("n3", "n5", relation="causal")
        edge("n4", "n5", relation="correlative")
        """;

    public const string Hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'";

    public static ActionGraph Graph { get; } = ExplanationReader.Read(Text).Graph;

    public static ClaimSheet Sheet(params ImmutableArray<Verdict> verdicts) => ClaimSheet.From(Graph, verdicts, isFinal: true);

    public static Verdict Verdict(
        string action, VerdictKind kind, bool sameSource = false, string? member = null, string? target = null,
        string reason = "Because.") =>
        new(new Claim(new NodeId(action), member, target is null ? null : new NodeId(target)), kind, "DTI", "1.0", reason,
            [new EvidenceRow("Tahoe-100M", "row 1")], sameSource, "starter-1", "hash");

    /// <summary>The sample with hostile text wherever a text can stand.</summary>
    public static ActionGraph HostileGraph()
    {
        var node = new ActionNode(new NodeId("n1"), "binds_to", Graph.Vocabulary.Find("binds_to"),
            [new("actor", new ArgumentValue.Text(Hostile)), new("target", new ArgumentValue.Text(Hostile)),
                new("via", new ArgumentValue.Text(Hostile))]);
        var unknown = new ActionNode(new NodeId("n2" + Hostile), Hostile, null, [new(Hostile, new ArgumentValue.Text(Hostile))]);
        return new ActionGraph(Graph.Vocabulary, null, [node, unknown], [new CausalEdge(node.Id!.Value, unknown.Id!.Value)]);
    }
}
