using VcrPortal.Reasoning.Editing;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Tests.Editing;

public class DanglingEdgesTests
{
    [Fact]
    public void Repair_OfASoundGraph_IsTheSameGraph()
    {
        var graph = Read("""edge("n1", "n2", relation="causal")""");
        var repaired = DanglingEdges.Repair(graph);
        Assert.Same(graph, repaired.Graph);
        Assert.False(repaired.IsChanged);
    }

    [Fact]
    public void Repair_AroundAMissingAction_JoinsWhatLedToItToWhatFollowed()
    {
        var repaired = DanglingEdges.Repair(Read("""edge("n1", "n9", relation="causal")""", """edge("n9", "n2", relation="causal")"""));
        Assert.Equal(new CausalEdge(new("n1"), new("n2")), repaired.Graph.Edges.Single());
        Assert.Equal((2, 1), (repaired.LeftOut, repaired.Joined));
        Assert.Equal(new NodeId("n9"), repaired.Missing.Single());
        Assert.DoesNotContain(repaired.Graph.Problems(), d => d.Code == "VCR302");
    }

    [Fact]
    public void Repair_OfAChainOfMissingActions_JoinsItsEnds()
    {
        var repaired = DanglingEdges.Repair(Read(
            """edge("n1", "n8", relation="causal")""", """edge("n8", "n9", relation="causal")""",
            """edge("n9", "n2", relation="causal")"""));
        Assert.Equal(new CausalEdge(new("n1"), new("n2")), repaired.Graph.Edges.Single());
    }

    [Fact]
    public void Repair_JoinsCausally_OnlyWhereBothEdgesWere()
    {
        var repaired = DanglingEdges.Repair(
            Read("""edge("n1", "n9", relation="correlative")""", """edge("n9", "n2", relation="causal")"""));
        Assert.Equal(CausalRelation.Correlative, repaired.Graph.Edges.Single().Relation);
    }

    [Fact]
    public void Repair_KeepsAnEdgeThatIsThereAlready_AndMakesNoLoop()
    {
        var repaired = DanglingEdges.Repair(
            Read(
                """edge("n1", "n2", relation="correlative")""", """edge("n1", "n9", relation="causal")""",
                """edge("n9", "n2", relation="causal")""", """edge("n9", "n1", relation="causal")"""));
        Assert.Equal(new CausalEdge(new("n1"), new("n2"), CausalRelation.Correlative), repaired.Graph.Edges.Single());
    }

    private static ActionGraph Read(params string[] edges) => ExplanationReader.Read(string.Join('\n', (string[])
    [
        """binds_to(id="n1", actor="binimetinib", target="MAP2K1")""",
        """modulates_molecule_activity(id="n2", target="MAP2K1", direction="down")""", .. edges,
    ])).Graph;
}
