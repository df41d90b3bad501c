using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Review;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge;

/// <summary>The engine over a snapshot: what it takes from the import, and what it leaves alone.</summary>
public sealed class InstalledKnowledgeTests : IDisposable
{
    private readonly Imported _imported = new();
    private readonly KnowledgeBase _pack = StarterPack.Load();

    public InstalledKnowledgeTests()
    {
        StarterPackEntities.Add(_imported.Draft, _pack);
        _imported.Draft.Add(new(KnowledgeDataset.Tahoe, "1", "CC0-1.0", ""));
        _imported.Draft.Add(new(KnowledgeDataset.WikiPathways, "1", "CC0-1.0", ""));
        _imported.Draft.Add(new(KnowledgeDataset.DoRothEA, "1", "", ""));
    }

    public void Dispose() => _imported.Dispose();

    private int Gene(string symbol) => _imported.Draft.Entity(EntityKind.Gene, symbol);

    private void Relate(string from, string to, int sign, params string[] pathways)
    {
        foreach (var pathway in pathways) _imported.Draft.Edge(
            Gene(from), Gene(to),
            new Statement(KnowledgeDataset.WikiPathways, EdgeKind.Regulates, sign, pathway, sign > 0 ? "mim-stimulation" : "TBar"));
    }

    private KnowledgeBase Read() => InstalledKnowledge.From(_pack, _imported.Snapshot()).Base;

    [Fact]
    public void Read_ImportedCompound_HasItsTargetsInOrderAndItsPolarity()
    {
        var drug = _imported.Draft.Entity(EntityKind.Compound, "Newdrug", null, "PUBCHEM.COMPOUND:1");
        _imported.Draft.Attribute(drug, EntityAttribute.SourceRow, "Newdrug (sodium)");
        _imported.Draft.Attribute(drug, EntityAttribute.Mechanism, "XYZ agonist");
        _imported.Draft.Attribute(drug, EntityAttribute.MechanismClass, "unclear");
        _imported.Draft.Edge(drug, Gene("ZZ2"), new Statement(KnowledgeDataset.Tahoe, EdgeKind.Targets, 0, "drug_metadata", "000"));
        _imported.Draft.Edge(drug, Gene("ZZ1"), new Statement(KnowledgeDataset.Tahoe, EdgeKind.Targets, 0, "drug_metadata", "001"));
        var compound = Read().Compounds.Single(c => c.Name == "Newdrug");
        Assert.Equal(["ZZ2", "ZZ1"], compound.Targets.AsEnumerable());
        Assert.Equal((Polarity.Activates, "Newdrug (sodium)"), (compound.Polarity, compound.SourceRow));
        Assert.Equal(_pack.Compounds.Length + 1, Read().Compounds.Length);
    }

    [Fact]
    public void Read_ImportedRelations_AreThoseThatTwoPathwaysDrawFromSourcesThatNobodyChose()
    {
        Relate("ZZ1", "ZZ2", 1, "WP1", "WP2");
        Relate("ZZ1", "ZZ3", 1, "WP1");
        Relate("BRAF", "ZZ2", 1, "WP1", "WP2");
        Relate("HDAC2", "ZZ2", 1, "WP1", "WP2"); // a member of a group whose relations the pack chose
        _imported.Draft.Edge(Gene("ZZ4"), Gene("ZZ5"), new Statement(KnowledgeDataset.DoRothEA, EdgeKind.RegulatesExpression, 1, "A"));
        var added = Read().Relations.Skip(_pack.Relations.Length).ToList();
        Assert.Equal([("ZZ1", "ZZ2", "WP1"), ("ZZ1", "ZZ2", "WP2")], added.Select(r => (r.Source, r.Target, r.PathwayId)));
        Assert.Contains(_pack.Relations, r => r.Source == "BRAF");
    }

    [Fact]
    public void Recognizer_OverASnapshot_FindsPackAndImport()
    {
        Gene("ZZ1");
        var recognizer = InstalledKnowledge.From(_pack, _imported.Snapshot()).Recognizer;
        Assert.Equal(
            [("Binimetinib", EntityTypes.Compound), ("ZZ1", EntityTypes.Gene)],
            recognizer.Recognize("MEK162 and ZZ1").Select(e => (e.Name, e.Type)));
    }

    [DataFact]
    public async Task Read_AllReferenceData_KnowsEveryCompoundAndLine()
    {
        var known = (await ReferenceKnowledge.InstalledAsync()).Base;
        Assert.Equal((379, 102, 115), (known.Compounds.Length, known.CellLines.Length, known.Compounds.Count(c => c.Targets.IsEmpty)));
        Assert.Contains(known.Relations, r => !_pack.Relations.Contains(r));
    }

    [DataFact]
    public async Task Engine_OverAllReferenceData_AgreesWithTheStarterPackOnTheDirectionOfWhatBothClaim()
    {
        var (small, full) = (GraphPipeline.Over(_pack), GraphPipeline.Over(await ReferenceKnowledge.InstalledAsync()));
        var shared = 0;
        foreach (
            var (compound, line) in ((string, string)[])[
            ("Binimetinib", "C32"), ("Vemurafenib", "C32"), ("Vemurafenib", "A549"), ("Palbociclib", "A549"), ("Dexamethasone", "A549")])
        {
            var record = new PerturbationRecord([new(line)], [new(PerturbationKind.Chemical, compound)]);
            var (one, other) =
                (Directions(await GeneratedTrace.RunAsync(small, record)), Directions(await GeneratedTrace.RunAsync(full, record)));
            foreach (var claim in one.Keys.Intersect(other.Keys))
            {
                Assert.Equal((compound, line, claim, one[claim]), (compound, line, claim, other[claim]));
                shared++;
            }
        }
        Assert.True(shared > 20, $"only {shared} claims are shared");
    }

    private static Dictionary<string, Direction?> Directions(GeneratedTrace trace) =>
        trace.Actions("modulates_molecule_activity").Select(a => (Claim: a.Text("target")!, a.Direction))
            .Concat(trace.Actions("regulates_expression")
                .SelectMany(a => a["gene_list"]!.Texts.Select(gene => (Claim: "RNA of " + gene, a.Direction))))
            .DistinctBy(c => c.Claim).ToDictionary(c => c.Claim, c => c.Direction);

    [DataFact]
    public async Task Engine_OverAllReferenceData_BindsACompoundWhoseRowEndsInABlank()
    {
        var trace = await GeneratedTrace.RunAsync(
            GraphPipeline.Over(await ReferenceKnowledge.InstalledAsync()),
            new([new("A549")], [new(PerturbationKind.Chemical, "Erdafitinib")]));
        Assert.NotEmpty(trace.Actions("binds_to"));
    }
}
