using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Imports.Readers;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge;

public class PairGridTests
{
    private static readonly PairGrid Starter = new(InstalledKnowledge.From(StarterPack.Load()));

    [Fact]
    public void Choose_WithoutNames_IsEveryCompoundInEveryLine()
    {
        var pack = StarterPack.Load();
        var chosen = Assert.IsType<PairChoice.Chosen>(Starter.Choose([], []));
        Assert.Equal(pack.Compounds.Length * pack.CellLines.Length, chosen.Records.Length);
        Assert.Equal(chosen.Records.Length, chosen.Records.Select(r => r.Title).Distinct().Count());
        Assert.Equal($"{pack.Compounds.Length} compounds \u00D7 {pack.CellLines.Length} cell lines", chosen.Title);
        Assert.False(Starter.IsMeasured);
    }

    [Fact]
    public void Choose_Twice_GivesTheSamePairsInTheSameOrder()
    {
        var (one, other) = (
            (PairChoice.Chosen)Starter.Choose([], []),
            (PairChoice.Chosen)new PairGrid(InstalledKnowledge.From(StarterPack.Load())).Choose([], []));
        Assert.Equal(one.Records.Select(r => (r.Index, r.Title)), other.Records.Select(r => (r.Index, r.Title)));
    }

    [Fact]
    public void Choose_BySynonymAndInAnyCase_FindsEachOnce()
    {
        var chosen = Assert.IsType<PairChoice.Chosen>(Starter.Choose(["MEK162", "binimetinib", "Binimetinib"], ["c32"]));
        Assert.Equal(["Binimetinib in C32"], chosen.Records.Select(r => r.Title));
        Assert.Equal("Binimetinib \u00D7 C32", chosen.Title);
    }

    [Fact]
    public void Choose_NamesThatAreNotThere_SuggestsTheNearest()
    {
        var unknown = Assert.IsType<PairChoice.Unknown>(Starter.Choose(["Binimetinb", "qqqqqqqq"], ["C32", "nowhere-1"]));
        Assert.Equal([new UnknownName("Binimetinb", "Binimetinib"), new UnknownName("qqqqqqqq", null)], unknown.Compounds.AsEnumerable());
        Assert.Equal(["nowhere-1"], unknown.Lines.Select(l => l.Name));
    }

    [DataFact]
    public async Task Grid_OverTahoesMetadata_Is379CompoundsIn50Lines_WithoutTheVehicle()
    {
        using var folder = new TempFolder();
        await new KnowledgeImport(folder.Place, StarterPack.Load()).RunAsync([ReferenceData.File("tahoe")], _ => { }, default);
        using var snapshot = new SnapshotFolder(folder.Place).OpenNewest().Snapshot;
        var grid = new PairGrid(InstalledKnowledge.From(StarterPack.Load(), snapshot));
        Assert.Equal((379, 50, 18_950, true), (grid.Compounds.Length, grid.Lines.Length, grid.Pairs, grid.IsMeasured));
        Assert.DoesNotContain(grid.Compounds, c => c.SourceRow == TahoeImport.Vehicle);
        var chosen = (PairChoice.Chosen)grid.Choose([], []);
        Assert.Equal(18_950, chosen.Records.Select(r => r.Title).Distinct().Count());
        // Mixtures.
        Assert.Equal(
            ["Sacubitril/Valsartan", "Verteporfin"],
            chosen.Records.Where(r => r.Perturbations[0].Smiles is null).Select(r => r.Perturbations[0].Name).Distinct());
        // The engine finds them; stated by the record they would be nobody's evidence.
        Assert.All(chosen.Records, r => Assert.Empty(r.Perturbations[0].StatedTargets));
    }
}
