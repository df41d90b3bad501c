using System.IO.Compression;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge;

/// <summary>The reviewed tables of the pack: exceptions of targets, brakes, pools.</summary>
public class TargetExceptionTests
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();

    /// <summary>Sources that the reference data has no copy of.</summary>
    private static readonly string[] Elsewhere = ["PubMed", "PubMed Central", "Protein Data Bank", "Prescribing information"];

    [DataFact]
    public void EveryException_QuotesARecordThatIsThere() => Facts.None(
        Pack.Exceptions
            .Where(e => !Elsewhere.Contains(e.Source) && !RecordsOf(e).Any(line => line.Contains(e.Finding, StringComparison.Ordinal)))
            .Select(e => e.ToString()));

    /// <summary>No record of the data quotes a paper; the compound's own row has to name what it is read as then.</summary>
    [Fact]
    public void EveryExceptionByAPaper_GivesItsNumber_AndReadsTheRowByItsOtherTarget()
    {
        var papers = Pack.Exceptions.Where(e => e.Source == "PubMed").ToList();
        Assert.NotEmpty(papers);
        Assert.All(papers, e => Assert.True(e.Record.All(char.IsAsciiDigit), e.ToString()));
        Assert.All(
            papers.Where(e => e.Kind == TargetExceptionKind.Through),
            e => Assert.Contains(e.Instead, Pack.Compounds.Single(c => c.Name == e.Compound).Targets));
    }

    /// <summary>What the reference data cannot be asked may say what is bound, or how it is acted on; it takes no target and no direction
    /// away.</summary>
    [Fact]
    public void EveryExceptionByASourceThatIsNotInTheData_NamesWhatIsBoundInstead_OrHowItIsActedOn() => Assert.All(
        Pack.Exceptions.Where(e => Elsewhere.Contains(e.Source)),
        e => Assert.True(
            e is { Kind: TargetExceptionKind.Through or TargetExceptionKind.Carried, Instead: not null }
                or { Kind: TargetExceptionKind.Traps or TargetExceptionKind.Degrades, Instead: null }, e.ToString()));

    [DataFact]
    public void EveryPool_IsDrawnInOneGroupWithItsParts() => Facts.None(
        Pack.Pools.Where(p => !GpmlPathway.Load(p.PathwayId).Arrows.SelectMany(a => (IReadOnlyList<GpmlNode>[])[a.From, a.To]).Any(
            group => p.Parts.Append(p.Protein).All(gene => group.Any(n => n.Label == gene)))).Select(p => p.ToString()));

    [DataFact]
    public async Task EveryException_IsAboutACompoundAndATargetOfTheTable()
    {
        var known = (await ReferenceKnowledge.InstalledAsync()).Base;
        Assert.Empty(known.ExceptionsOfUnknownCompounds);
        Facts.None(
            known.Exceptions.Where(e => !known.Compounds.Any(c => c.Targets.Any(t => e.IsAbout(c, t)))).Select(e => e.ToString()));
    }

    [Fact]
    public void ExceptionOfACompoundThatIsNotInstalled_IsNamed_AndTheOthersHold()
    {
        Assert.Contains(Pack.ExceptionsOfUnknownCompounds, e => e.Compound == "Pentagastrin");
        Assert.DoesNotContain(Pack.ExceptionsOfUnknownCompounds, e => e.Compound == "Dimethyl fumarate");
    }

    [Fact]
    public void EveryBrake_IsAnInhibitionOfThePack() => Facts.None(
        Pack.Brakes.Where(b => !Pack.Relations.Any(
            r => r is { Kind: RelationKind.Activity, Sign: < 0 } && r.Source == b.Gene && r.Target == b.Releases))
            .Select(b => b.ToString()));

    [Fact]
    public void EveryPool_IsARelationOfThePack() => Facts.None(
        Pack.Pools.Where(p => !Pack.Relations.Any(r => r.Source == p.Protein && r.Target == p.Target)).Select(p => p.ToString()));

    private static IEnumerable<string> RecordsOf(TargetException exception)
    {
        var (file, column) = exception.Source == "GDSC drug list"
            ? ("gdsc/Drug_list_2019-06-24.csv.gz", exception.Record + ",") : ("repurposing-hub/repurposing_drugs_20200324.txt.gz",
                exception.Record + "\t");
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(ReferenceData.File(Path.Combine("evidence", file))), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            if (line.StartsWith(column, StringComparison.Ordinal)) yield return line;
    }
}
