using System.Text.Json;
using VcrPortal.Web.Features.Traces.Export.Data;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Tests;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Corpus;
using VcrPortal.Web.Features.Batches.Export;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Batches.Export;

/// <summary>What a batch made, as a data set for other programs.</summary>
public class ExportBatchTests
{
    private static readonly string[] VcTraces = ["perturbation", "question", "report_text", "explain", "dag", "explain_verified"];
    private static readonly string[] Ours = ["dag_verified", "verdicts", "state", "state_reason", "trace", "hash", "job", "engine"];

    [Fact]
    public async Task Lines_HaveVcTracesColumnsAndOurs_WithWhatTheJobMade()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LaunchBatchAsync(2);
        await portal.RunNextAsync();
        var line = Assert.Single(await LinesAsync(portal, 1, Samples.Anybody)); // the other one waits
        Assert.Equal([.. VcTraces, .. Ours], line.EnumerateObject().Select(p => p.Name));
        Assert.Equal(string.Join('\n', Samples.Edges), Text(line, "dag"));
        Assert.Contains("DUSP6", Text(line, "explain"), StringComparison.Ordinal);
        Assert.DoesNotContain("DUSP6", Text(line, "explain_verified"), StringComparison.Ordinal); // what the publication rule left
        Assert.Equal(string.Join('\n', Samples.Edges[..2]), Text(line, "dag_verified"));
        Assert.Equal(
            ("Binimetinib holds MEK down [1].", "published", "VCT1"),
            (Text(line, "report_text"), Text(line, "state"), Text(line, "trace")));
        Assert.Equal(
            [("n1", null, "supported", "DTI"), ("n3", "CCND1", "supported", "DE"), ("n3", "DUSP6", "refuted", "DE"),
                ("n4", null, "undetermined", "Phenotype"), ("n1", null, "supported", "Sign coherence")],
            line.GetProperty("verdicts").EnumerateArray()
                .Select(v => (Text(v, "action"), Text(v, "member"), Text(v, "verdict"), Text(v, "verifier"))));
        Assert.Equal("n2", Text(line.GetProperty("verdicts")[4], "edge_to"));
    }

    [Fact]
    public async Task Lines_SayOfCompoundAndLineWhatTheKnowledgeHas_InVcTracesKeys()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], false, Caller.Visitor("v"), default);
        await portal.RunNextAsync();
        var asked = Assert.Single(await LinesAsync(portal, 1, Samples.Anybody)).GetProperty("perturbation");
        var perturbation = Assert.Single(asked.GetProperty("perturbations").EnumerateArray());
        Assert.Equal(
            ["name", "perturbation type", "known targets", "moa_type", "smiles"], perturbation.EnumerateObject().Select(p => p.Name));
        Assert.Equal("MAP2K1, MAP2K2", Text(perturbation, "known targets"));
        var context = Assert.Single(asked.GetProperty("context").EnumerateArray());
        Assert.Equal(["cell type", "subtype", "description"], context.EnumerateObject().Select(p => p.Name));
        Assert.Equal("Organ: Skin. Driver alterations: BRAF V600E GoF.", Text(context, "description"));
    }

    [Fact]
    public async Task Lines_OfAJobThatFailed_SayWhy_AndHoldNoExplanation()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LaunchBatchAsync(1);
        portal.Generator.Before = (_, _) => throw new InvalidOperationException("boom");
        await portal.RunNextAsync();
        var line = Assert.Single(await LinesAsync(portal, 1, Samples.Anybody));
        Assert.Equal(("failed", null, null), (Text(line, "state"), Text(line, "explain"), Text(line, "trace")));
        Assert.NotEmpty(Text(line, "state_reason")!);
        Assert.Equal([.. VcTraces, .. Ours], line.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Lines_OfADiscardedTrace_HaveNoVerifiedColumns()
    {
        await using var portal = await TestPortal.StartAsync(generator: new ScriptedGenerator(
            [.. Samples.Run.Select(
                e => e is GenerationEvent.RevisionWritten { Revision: 2 } r ? r with { Discarded = true, Reason = "A refuted binding." }
                : e)]));
        await portal.LaunchBatchAsync(1);
        await portal.RunNextAsync();
        var line = Assert.Single(await LinesAsync(portal, 1, Samples.Anybody));
        Assert.Equal(
            ("discarded", "A refuted binding.", null, null),
            (Text(line, "state"), Text(line, "state_reason"), Text(line, "explain_verified"), Text(line, "dag_verified")));
        Assert.NotNull(Text(line, "explain"));
    }

    [Fact]
    public async Task Export_OfAPrivateBatch_IsForItsOwnerOnly()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.Get<LaunchBatch>().RunAsync("mine", [Samples.Record()], true, Samples.Ana, default);
        await portal.RunNextAsync();
        Assert.Null(await portal.Get<ExportBatch>().RunAsync(1, "jsonl", Samples.Bob, default));
        Assert.Null(await portal.Get<ExportBatch>().RunAsync(1, "jsonl", Samples.Anybody, default));
        Assert.Null(await portal.Get<ReadCorpus>().RunAsync(1, Samples.Bob, default));
        Assert.Single(await LinesAsync(portal, 1, Samples.Ana));
    }

    [Fact]
    public async Task Export_LeavesOutAJobThatBecamePrivate()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.Get<LaunchBatch>().RunAsync("open", [Samples.Record("c1"), Samples.Record("c2")], false, Samples.Ana, default);
        await portal.RunNextAsync();
        await portal.RunNextAsync();
        await portal.Get<ChangeAudience>().RunAsync(1, new AudienceChange.MakePrivate(), Samples.Ana, default);
        Assert.Equal(2, Assert.Single(await LinesAsync(portal, 1, Samples.Bob)).GetProperty("job").GetInt32());
        Assert.Equal(1, (await portal.Get<ReadCorpus>().RunAsync(1, Samples.Bob, default))!.Traces);
    }

    [Fact]
    public async Task Lines_OverSeveralPages_HoldEveryJobOnceInOrder()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LaunchBatchAsync(205);
        for (var i = 0; i < 205; i++) await portal.RunNextAsync();
        Assert.Equal(Enumerable.Range(1, 205), (await LinesAsync(portal, 1, Samples.Anybody)).Select(l => l.GetProperty("job").GetInt32()));
    }

    [NodeFact]
    public async Task Parquet_ReadByAnotherReader_IsTheSameAsTheLines()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LaunchBatchAsync(3);
        await portal.RunNextAsync();
        portal.Generator.Before = (_, _) => throw new InvalidOperationException("boom");
        await portal.RunNextAsync();
        using var folder = new TempFolder();
        var file = folder.File("it's.parquet");
        await portal.Get<WriteData>()
            .WriteParquetAsync((await portal.Get<ExportBatch>().RunAsync(1, "parquet", Samples.Anybody, default))!, file, default);
        var read = await NodeTool.RunAsync("readers/parquet-rows.mjs", [file]);
        Assert.Equal(JsonSerializer.Serialize<string[]>([.. VcTraces, .. Ours]), read[0]);
        var lines = await LinesAsync(portal, 1, Samples.Anybody);
        Assert.Equal(2, lines.Count);
        Assert.Equal(lines.ConvertAll(Canonical), read[1..].Select(r => Canonical(JsonDocument.Parse(r).RootElement)));
        Assert.Equal([file], Directory.GetFiles(folder.Place)); // nothing else stays
    }

    internal static async Task<List<JsonElement>> LinesAsync(TestPortal portal, int batch, Caller caller)
    {
        using var to = new MemoryStream();
        await portal.Get<WriteData>()
            .WriteLinesAsync((await portal.Get<ExportBatch>().RunAsync(batch, "jsonl", caller, default))!, to, default);
        to.Position = 0;
        using var reader = new StreamReader(to);
        return (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement).ToList();
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static string Canonical(JsonElement element) => JsonSerializer.Serialize(element);
}
