using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Reasoning.Tests.Exports;

/// <summary>A drug, its target, one pathway, one phenotype; and an edge to an id that nobody declared.</summary>
internal static class SmallGraph
{
    public static ActionGraph Graph { get; } = ExplanationReader.Read("""
        set_context(cell_type="C32")
        binds_to(id="n1", actor="binimetinib", target="MAP2K1", affinity="12 nM")
        regulates_expression(id="n2", regulator="MAPK1", gene_list=["DUSP6", "SPRY4"], direction="down")
        edge("n1", "n2", relation="causal")
        edge("n2", "n9", relation="correlative")
        """).Graph;

    public static ImmutableArray<Verdict> Verdicts { get; } =
    [
        Verdict(new Claim(new NodeId("n1")), VerdictKind.Undetermined, "No row."),
        Verdict(new Claim(new NodeId("n1")), VerdictKind.Supported, "Listed as a target."),
        Verdict(new Claim(new NodeId("n2"), "SPRY4"), VerdictKind.Refuted, "SPRY4 rises."),
        Verdict(new Claim(new NodeId("n1"), EdgeTarget: new NodeId("n2")), VerdictKind.Supported, "Known."),
    ];

    public static ActionGraph With(string text) =>
        new(Graph.Vocabulary, null, [Graphs.Activity(1, text, "up"), Graphs.Phenotype(2)], [Graphs.Edge("n1-n2")]);

    private static Verdict Verdict(Claim claim, VerdictKind kind, string reason) =>
        new(claim, kind, "target", "1", reason, [], false, "1", "0");
}
