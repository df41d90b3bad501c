using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Tests.Pipeline;

/// <summary>What stands in the default browse, and what an explanation supposes.</summary>
public class ListingRuleTests
{
    private static readonly ActionGraph Route = ExplanationReader.Read("""
        set_context(cell_type="X", extras="organ: Bowel")
        binds_to(id="n1", actor="drug", target="A")
        modulates_molecule_activity(id="n2", target="A", direction="down")
        induces_phenotype(id="n3", source="drug", phenotype="arrest")
        edge("n1", "n2", relation="causal")
        edge("n2", "n3", relation="causal")
        """).Graph;

    private static Verdict Says(string id, VerdictKind kind, bool sameSource = false) =>
        new(new(new NodeId(id)), kind, "V", "1", "Because.", [new("S", "row")], sameSource, "t", "h");

    private static Verdict Supposes(string id) =>
        Says(id, VerdictKind.Undetermined) with { Verifier = "Expressed", Strength = Strength.MeasuredElsewhere };

    [Fact]
    public void NothingSupported_AndTheDrugsOwnActUnknown_IsOutsideTheDefaultBrowse() => Assert.Equal(
        Listing.NothingChecked, ListingRule.For(
            Route, [Says("n1", VerdictKind.Supported, sameSource: true), Says("n2", VerdictKind.Undetermined),
                Says("n3", VerdictKind.Disputed)]));

    [Fact]
    public void OneSupportedClaim_IsListed() => Assert.Equal(
        Listing.Listed, ListingRule.For(Route, [Says("n2", VerdictKind.Undetermined), Says("n3", VerdictKind.Supported)]));

    /// <summary>It says nothing of the drug.</summary>
    [Fact]
    public void OnlyAMutationOfTheCellSupported_IsOutsideTheDefaultBrowse()
    {
        var altered = ExplanationReader.Read("""
            set_context(cell_type="X")
            gain_of_function(id="n1", variant="G12D", protein="KRAS")
            modulates_molecule_activity(id="n2", target="A", direction="down")
            induces_phenotype(id="n3", source="drug", phenotype="arrest")
            edge("n1", "n3", relation="causal")
            edge("n2", "n3", relation="causal")
            """).Graph;
        Assert.Equal(ClaimKind.ProteinFunction, altered.Find(new NodeId("n1"))!.Kind);
        Assert.Equal(Listing.NothingChecked, ListingRule.For(altered, [Says("n1", VerdictKind.Supported)]));
        Assert.Equal(Listing.Listed, ListingRule.For(altered, [Says("n1", VerdictKind.Supported), Says("n3", VerdictKind.Supported)]));
    }

    /// <summary>A reader should see that somebody says otherwise of the drug.</summary>
    [Fact]
    public void DrugActionThatIsDisputed_IsListed() =>
        Assert.Equal(Listing.Listed, ListingRule.For(Route, [Says("n2", VerdictKind.Disputed)]));

    [Fact]
    public void WhatNoCheckWasAskedOf_IsListed() => Assert.Equal(Listing.Listed, ListingRule.For(Route, []));

    [Fact]
    public void WithoutAnEnd_NothingIsListed() => Assert.Equal(
        Listing.NoEnd, ListingRule.For(
            ExplanationReader.Read("binds_to(id=\"n1\", actor=\"drug\", target=\"A\")").Graph, [Says("n1", VerdictKind.Supported)]));

    [Fact]
    public void TargetThatIsOnlySupposed_IsWrittenIntoTheContext_AndNothingElseChanges()
    {
        var published = Assert.IsType<Publication.Pruned>(PublicationRule.Apply(Route, [Supposes("n2")]));
        Assert.Equal("organ: Bowel; supposed: A expressed", published.Graph.Context!.Text("extras"));
        Assert.Equal(Route.Actions, published.Graph.Actions);
        Assert.Contains("A expressed, which nobody has measured here", published.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void SecondTargetThatIsKnownToBeThere_LeavesNothingSupposed()
    {
        var two = ExplanationReader.Read("""
            binds_to(id="n1", actor="drug", target="A")
            modulates_molecule_activity(id="n2", target="A", direction="down")
            binds_to(id="n3", actor="drug", target="B")
            modulates_molecule_activity(id="n4", target="B", direction="down")
            edge("n1", "n2", relation="causal")
            edge("n3", "n4", relation="causal")
            """).Graph;
        Assert.Equal(["A", "B"], Suppositions.For(two, [Supposes("n2"), Supposes("n4")]).AsEnumerable());
        Assert.Empty(Suppositions.For(two, [Supposes("n2")]));
    }
}
