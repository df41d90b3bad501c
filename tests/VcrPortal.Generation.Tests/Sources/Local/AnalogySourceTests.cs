using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Review;
using VcrPortal.Tests;
using Xunit.Abstractions;

namespace VcrPortal.Generation.Tests.Sources.Local;

/// <summary>What alike perturbations did is told apart from the explanation, and nothing is claimed from it.</summary>
public class AnalogySourceTests(ITestOutputHelper output)
{
    private static PerturbationRecord KnockDown(string gene, string line) =>
        new([new(line)], [new(PerturbationKind.Genetic, GeneSymbol: gene, GeneEdit: "knock-down")]);

    [DataFact]
    public async Task KnockDownOfAProteasomeGene_IsPredictedFromItsNeighbours_AndNeverFromItself()
    {
        var trace =
            await GeneratedTrace.RunAsync(GraphPipeline.Over(await ReferenceKnowledge.WithTablesAsync()), KnockDown("PSMB5", "K562"));
        output.WriteLine(trace.Report);
        var item = Assert.Single(trace.Evidence, e => e.Title.StartsWith(AnalogySource.Title, StringComparison.Ordinal));
        Assert.Equal("PerturbQA", item.Source);
        Assert.DoesNotContain("PSMB5", item.Passage, StringComparison.Ordinal);
        Assert.Contains(
            $"[{item.Number}]", trace.Report[trace.Report.IndexOf(". Prediction by analogy", StringComparison.Ordinal)..],
            StringComparison.Ordinal);
        Assert.All(trace.Events.OfType<GenerationEvent.ActionAdded>(), a => Assert.DoesNotContain(item.Number, a.CitedEvidence));
    }

    [DataFact]
    public async Task CellWithoutATable_HasNoPrediction()
    {
        var trace =
            await GeneratedTrace.RunAsync(GraphPipeline.Over(await ReferenceKnowledge.WithTablesAsync()), KnockDown("PSMB5", "A549"));
        Assert.DoesNotContain("Prediction by analogy", trace.Report, StringComparison.Ordinal);
    }
}
