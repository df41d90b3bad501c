using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Pipeline.Refinement;

namespace VcrPortal.Generation.Tests.Pipeline.Refinement;

/// <summary>One fault of each address, planted in a sound explanation, is routed there, and put right.</summary>
public class RoutingTests
{
    [Fact]
    public async Task SoundExplanation_HasNothingToPutRight()
    {
        var run = await PlantedRun.OfAsync(PlantedRun.Sound);
        Assert.Null(run.First);
        Assert.Null(run.Refined);
        Assert.Equal("Nothing to put right", run.Summary);
    }

    [Theory]
    [InlineData(EditAddress.TargetChoice, EditSpace.Hypothesis, "target=\"MAP2K1\", affinity", "target=\"ABL1\", affinity",
        "target=\"MAP2K2\"")]
    [InlineData(EditAddress.Direction, EditSpace.Hypothesis, "target=\"MAPK1\", direction=\"down\"", "target=\"MAPK1\", direction=\"up\"",
        "target=\"MAPK1\", direction=\"down\"")]
    [InlineData(EditAddress.ExpressionClaim, EditSpace.Hypothesis, "[\"DUSP6\", \"CCND1\"]", "[\"DUSP6\", \"TYR\"]", "[\"DUSP6\"]")]
    [InlineData(EditAddress.ContextParsing, EditSpace.Realisation, "BRAF V600E GoF", "BRAF V600E GoF, KRAS G12D GoF",
        "genotype=\"BRAF V600E GoF\"")]
    [InlineData(EditAddress.ContextParsing, EditSpace.Realisation, "cell_type=\"C32\"", "cell_type=\"A549\"", "cell_type=\"C32\"")]
    [InlineData(EditAddress.EntityGrounding, EditSpace.Realisation, "target=\"MAPK1\"", "target=\"MPAK1\"", "target=\"MAPK1\"")]
    [InlineData(EditAddress.Citation, EditSpace.Realisation, "[1]", "[9999]", "via=\"stated target [")]
    [InlineData(EditAddress.ArgumentForm, EditSpace.Realisation, "affinity=\"12 nM\"", "affinity=\"rather strong\"",
        "target=\"MAP2K1\", via")]
    public async Task PlantedFault_IsRoutedToItsAddress_AndPutRight(
        EditAddress address, EditSpace space, string sound, string planted, string mended)
    {
        var run = await PlantedRun.WithAsync(sound, planted);
        Assert.Equal(address, run.First?.Address);
        Assert.Equal(space, address.Space());
        Assert.Contains(run.Steps, s => s.IsKept);
        Assert.Contains(mended, run.Refined, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NameToWhichTwoAreEquallyNear_IsLeftAsItStands()
    {
        // One letter from MAPK1, and one from MAP2K1.
        var run = await PlantedRun.WithAsync("target=\"MAPK1\"", "target=\"MAPPK1\"");
        Assert.DoesNotContain(run.Of<GenerationEvent.DiscrepancyFound>(), d => d.Discrepancy.Address == EditAddress.EntityGrounding);
        Assert.DoesNotContain(run.Steps, s => s.Edit.Contains("MAPPK1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LinkThatAMeasurementRefutes_IsRoutedToTheEdge()
    {
        var measured = Measured.Truth with { Unlinked = [("n1", "n3")] };
        var run = await PlantedRun.OfAsync(PlantedRun.Sound.Add("""edge("n1", "n3", relation="causal")"""), measured);
        Assert.Equal(EditAddress.Edge, run.First?.Address);
        Assert.Contains("""edge("n1", "n3", relation="correlative")""", run.Refined, StringComparison.Ordinal);
    }
}
