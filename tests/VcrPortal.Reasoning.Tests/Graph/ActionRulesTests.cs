using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Tests.Graph;

public sealed class ActionRulesTests
{
    [Theory]
    [InlineData("via=\"reduced translocation\"", true)]
    [InlineData("mechanism=\"blocked active nuclear import\"", true)]
    [InlineData("via=\"nuclear entry is prevented\"", true)]
    [InlineData("via=\"cannot enter the nucleus\"", true)]
    [InlineData("via=\"inhibited by the drug\"", true)]
    [InlineData("direction=\"down\"", true)]
    [InlineData("via=\"reduced phosphorylation by AKT1\"", false)]
    [InlineData("via=\"inhibition of AKT1 and then nuclear entry\"", false)]
    [InlineData("mechanism=\"blocked nuclear export\"", false)]
    [InlineData("via=\"release of importin block\"", false)]
    [InlineData("direction=\"up\"", false)]
    public void Movement_IsFaultedOnlyWhereItIsItselfHeldBack(string argument, bool isFaulted) =>
        Assert.Equal(
            isFaulted, Codes($"localises_to(id=\"n1\", entity=\"YAP1\", from_loc=\"cytoplasm\", to_loc=\"nucleus\", {argument})")
            .Contains(DiagnosticRules.PolarityInWords.Code));

    [Fact]
    public void Groups_InAList_AreNamedAsInATarget()
    {
        var codes = Codes("""regulates_expression(id="n1", regulator="NFKB1", gene_list=["IL8", "CXCL1/2"], direction="up")""");
        Assert.Single(codes, DiagnosticRules.GroupAsOneEntity.Code);
    }

    [Fact]
    public void Labels_OfAMovementWithADirection_KeepIt()
    {
        var graph = ExplanationReader.Read(
            """localises_to(id="n1", entity="YAP1", from_loc="cytoplasm", to_loc="nucleus", direction="down")""").Graph;
        Assert.Contains("localises_to: YAP1, cytoplasm, nucleus, direction down", TsvExport.Write(graph));
    }

    private static List<string> Codes(string text) => [.. ExplanationReader.Read(text).Diagnostics.Select(d => d.Code)];
}
