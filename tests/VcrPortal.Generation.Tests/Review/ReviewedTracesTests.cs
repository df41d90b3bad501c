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
        var pages = ReviewFolder.Read(Folder);
        Assert.Equal(wanted, pages.Where(p => !IsDrawn(p)).Select(p => p.Compound).Order(StringComparer.Ordinal));
        Assert.Equal(10, pages.Count(IsDrawn));
    }

    /// <summary>A seed drew it, and nobody chose it.</summary>
    private static bool IsDrawn(ReviewPage page) => page.File.StartsWith("fresh-", StringComparison.Ordinal);

    [DataFact]
    public async Task EveryPage_NamesTheHashOfTheTraceThatTheEngineGives()
    {
        var engine = GraphPipeline.Over(await ReferenceKnowledge.InstalledAsync());
        var changed = new List<string>();
        foreach (var page in ReviewFolder.Read(Folder))
        {
            var trace = await GeneratedTrace.RunAsync(
                engine, new PerturbationRecord([new(page.Line)], [new(PerturbationKind.Chemical, page.Compound)]));
            output.WriteLine($"{page.File} {trace.Graph.RevisionHash}");
            if (page.Hash != trace.Graph.RevisionHash) changed.Add($"{page.File} {page.Hash} {trace.Graph.RevisionHash}");
        }
        Assert.True(changed.Count == 0, "Read these again:\n" + string.Join('\n', changed));
    }
}
