using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Review;
using VcrPortal.Tests;
using Xunit.Abstractions;

namespace VcrPortal.Generation.Tests.Review;

/// <summary>The pages of docs/review are about the traces that the engine gives today.</summary>
public class ReviewedTracesTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(ReferenceData.Repository(), "docs", "review");

    [Fact]
    public void Pages_AreAboutTheCompoundsThatWereToBeRead()
    {
        string[] wanted = [
            "Binimetinib", "Bortezomib", "Dexamethasone", "Erdafitinib", "Everolimus", "Gemcitabine", "Palbociclib", "Panobinostat",
            "Vemurafenib", "Vemurafenib", "Venetoclax"];
        Assert.Equal(wanted, ReviewFolder.Read(Folder).Select(p => p.Compound).Order(StringComparer.Ordinal));
    }

    [DataFact]
    public async Task EveryPage_NamesTheHashOfTheTraceThatTheEngineGives()
    {
        var engine = GraphPipeline.Over(await ReferenceKnowledge.InstalledAsync());
        foreach (var page in ReviewFolder.Read(Folder))
        {
            var trace = await GeneratedTrace.RunAsync(
                engine, new PerturbationRecord([new(page.Line)], [new(PerturbationKind.Chemical, page.Compound)]));
            output.WriteLine($"{page.File} {trace.Graph.RevisionHash}");
            Assert.Equal((page.File, page.Hash), (page.File, trace.Graph.RevisionHash));
        }
    }
}
