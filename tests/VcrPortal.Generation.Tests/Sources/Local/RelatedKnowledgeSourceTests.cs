using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Imports.Readers;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Generation.Tests.Knowledge.Imports;

namespace VcrPortal.Generation.Tests.Sources.Local;

/// <summary>What imported PrimeKG says of what is asked about, with its relations.</summary>
public sealed class RelatedKnowledgeSourceTests : IDisposable
{
    private const string Head =
        "relation,display_relation,x_index,x_id,x_type,x_name,x_source,y_index,y_id,y_type,y_name,y_source\n";

    private readonly Imported _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Relations_AreToldByKind_TheFewestFirst()
    {
        var rows = string.Concat(Enumerable.Range(1, 20).Select(i =>
            $"protein_protein,ppi,0,5604,gene/protein,MAP2K1,NCBI,{i},{9000 + i},gene/protein,GENE{i:00},NCBI\n"));
        var source = Over(Head + rows
            + "drug_protein,target,30,DB11967,drug,Binimetinib,DrugBank,0,5604,gene/protein,MAP2K1,NCBI\n"
            + "bioprocess_protein,interacts with,0,5604,gene/protein,MAP2K1,NCBI,31,8283,biological_process,cell growth,GO\n");
        var items = await source!.RetrieveAsync(AboutBinimetinib(), default);
        Assert.Equal(["Binimetinib in PrimeKG", "MAP2K1 in PrimeKG"], items.Select(i => i.Title).Take(2));
        Assert.Equal("target: MAP2K1.", items[0].Passage);
        Assert.StartsWith("interacts with: cell growth.", items[1].Passage, StringComparison.Ordinal);
        Assert.EndsWith("GENE15 and 5 more.", items[1].Passage, StringComparison.Ordinal);
        Assert.All(items, i => Assert.Equal("PrimeKG", i.Source));
    }

    [Fact]
    public void Source_WithoutPrimeKg_IsNotThere()
    {
        StarterPackEntities.Add(_files.Draft, StarterPack.Load());
        Assert.Null(RelatedKnowledgeSource.Over(_files.Snapshot()));
        Assert.Null(RelatedKnowledgeSource.Over(null));
    }

    private RelatedKnowledgeSource? Over(string table)
    {
        StarterPackEntities.Add(_files.Draft, StarterPack.Load());
        _files.Add(_files.File("kg.csv", table), PrimeKgImport.Add);
        return RelatedKnowledgeSource.Over(_files.Snapshot());
    }

    private static RetrievalRequest AboutBinimetinib()
    {
        var record = new PerturbationRecord([new("C32")], [new(PerturbationKind.Chemical, "Binimetinib")]);
        var pack = StarterPack.Load();
        return new(record, [], new QuestionGrounding(new(pack), new(pack)).Ground(record));
    }
}
