using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Reasoning.Tests.Verification;

public class RootCausesTests
{
    private static readonly ActionGraph Chain = ExplanationReader.Read("""
        binds_to(id="n1", actor="a", target="B")
        modulates_molecule_activity(id="n2", target="B", direction="down")
        modulates_molecule_activity(id="n3", target="C", direction="down")
        regulates_expression(id="n4", regulator="C", gene_list=["G1", "G2"], direction="down")
        modulates_molecule_activity(id="n5", target="D", direction="down")
        induces_phenotype(id="n6", source="a", phenotype="apoptosis")
        edge("n1", "n2", relation="causal")
        edge("n2", "n3", relation="causal")
        edge("n3", "n4", relation="causal")
        edge("n1", "n5", relation="causal")
        edge("n4", "n6", relation="causal")
        edge("n5", "n6", relation="causal")
        """).Graph;

    private static Verdict Refuted(Claim claim, bool sameSource = false) =>
        new(claim, VerdictKind.Refuted, "v", "1", "no", [], sameSource, "d", "h");

    private static RootCauses Causes(params ImmutableArray<Verdict> verdicts) => RootCauses.Find(Chain, verdicts);

    [Fact]
    public void RefutedUpstreamClaim_IsTheRoot_AndWhatIsRefutedAfterItAConsequence()
    {
        var causes = Causes(Refuted(new(new("n4"), "G1")), Refuted(new(new("n2"))));
        Assert.Equal([new NodeId("n2")], causes.Roots.AsEnumerable());
        Assert.Equal([("n3", false), ("n4", true)], causes.Consequences.Select(c => (c.Action.Value, c.IsRefuted)));
        Assert.All(causes.Consequences, c => Assert.Equal([new NodeId("n2")], c.Roots.AsEnumerable()));
    }

    [Fact]
    public void ConclusionWithAnotherPath_IsNoConsequence() =>
        Assert.DoesNotContain(Causes(Refuted(new(new("n2")))).Consequences, c => c.Action.Value == "n6");

    [Fact]
    public void ConclusionWhosePathsAreAllRefuted_FollowsFromEachOfThem()
    {
        var end = Causes(Refuted(new(new("n2"))), Refuted(new(new("n5")))).Consequences.Single(c => c.Action.Value == "n6");
        Assert.Equal(["n2", "n5"], end.Roots.Select(r => r.Value));
    }

    [Fact]
    public void OneGeneOfAList_IsARootThatLeavesTheListStanding()
    {
        var causes = Causes(Refuted(new(new("n4"), "G1")));
        Assert.Equal([new NodeId("n4")], causes.Roots.AsEnumerable());
        Assert.Empty(causes.Consequences);
    }

    [Fact]
    public void RefutedEdge_TakesWhatOnlyItCarries()
    {
        var causes = Causes(Refuted(new(new("n2"), EdgeTarget: new NodeId("n3"))));
        Assert.Empty(causes.Roots);
        Assert.Equal(["n3", "n4"], causes.Consequences.Select(c => c.Action.Value));
        Assert.Single(causes.Edges);
    }

    [Fact]
    public void VerdictOnTheEnginesOwnSource_IsNoCause() => Assert.Empty(Causes(Refuted(new(new("n2")), sameSource: true)).Consequences);
}
