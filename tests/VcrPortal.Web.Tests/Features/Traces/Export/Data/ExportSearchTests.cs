using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Export.Data;
using VcrPortal.Web.Features.Traces.Import;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces.Export.Data;

/// <summary>What a search finds leaves as a file, and comes back as it was.</summary>
public sealed class ExportSearchTests : IDisposable
{
    private static readonly Caller Editor = new("ed", PortalRole.Editor);
    private readonly string _folder = Directory.CreateTempSubdirectory("vcr-export-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("parquet")]
    public async Task WhatWasExported_ComesBackWithIdenticalHashes(string format)
    {
        await using var from = await TestPortal.StartAsync();
        await from.LaunchAsync();
        await from.RunNextAsync(); // two revisions
        await from.SaveTraceAsync(Samples.Text);
        var file = Path.Combine(_folder, $"traces.{format}");
        await WriteAsync(from, file, format);

        await using var to = await TestPortal.StartAsync();
        var outcome = await to.Get<ImportTraces>().RunAsync(new(file, $"traces.{format}"), Editor, _ => { }, default);
        var counts = Assert.IsType<ImportTracesOutcome.Done>(outcome).Counts;
        Assert.Equal((2, 2, 0, 0), (counts.Read, counts.Added, counts.Lost, counts.Repaired));
        Assert.Equal(await LatestHashesAsync(from), await LatestHashesAsync(to));
        Assert.Equal(await TitlesAsync(from), await TitlesAsync(to));
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("parquet")]
    public async Task ACompoundOfThePack_IsExportedWithItsStructure(string format)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var file = Path.Combine(_folder, $"traces.{format}");
        await WriteAsync(portal, file, format);
        var written = await File.ReadAllBytesAsync(file);
        Assert.True(written.AsSpan().IndexOf("CN1C=NC2=C1C=C(C(=C2F)"u8) > 0);
    }

    [Fact]
    public async Task WhatWasExported_ComingBackToItsOwnPortal_IsHereAlready()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var file = Path.Combine(_folder, "traces.jsonl");
        await WriteAsync(portal, file, "jsonl");
        var outcome = await portal.Get<ImportTraces>().RunAsync(new(file, "traces.jsonl"), Editor, _ => { }, default);
        Assert.Equal((0, 1), (((ImportTracesOutcome.Done)outcome).Counts.Added, ((ImportTracesOutcome.Done)outcome).Counts.Known));
    }

    [Fact]
    public async Task ASearch_HandsOutWhatItFinds_AndNothingPrivate()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        await portal.SaveTraceAsync(Samples.Text, owner: "ana", isPrivate: true);
        async Task<int[]> NumbersAsync(string text, Caller caller) =>
            [.. (await (await portal.Get<ExportSearch>().RunAsync(new TraceQuery(text), "jsonl", caller, default)).ToListAsync())
                .Select(r => r.Trace!.Value)];
        var (stranger, owner) = (await NumbersAsync("Binimetinib", Samples.Anybody), await NumbersAsync("Binimetinib", Samples.Ana));
        Assert.Equal([1], stranger);
        Assert.Equal([1, 2], owner);
        Assert.Empty(await NumbersAsync("Trametinib", Samples.Ana));
    }

    [Fact]
    public async Task ATable_GuardsWhatASpreadsheetWouldCompute()
    {
        await using var portal = await TestPortal.StartAsync();
        async IAsyncEnumerable<DataRecord> Hostile()
        {
            await Task.CompletedTask;
            yield return new DataRecord(1, "t", "{\"contexts\":[],\"perturbations\":[]}", "=cmd|' /C calc'!A0", "published", null);
        }
        using var table = new MemoryStream();
        await portal.Get<WriteData>().WriteTableAsync(Hostile(), table, default);
        Assert.Contains(",'=cmd|' /C calc'!A0,", System.Text.Encoding.UTF8.GetString(table.ToArray()));
    }

    [Theory]
    [InlineData("jsonl", "application/jsonl")]
    [InlineData("csv", "text/csv")]
    [InlineData("parquet", "application/vnd.apache.parquet")]
    [InlineData("zip", "application/zip")]
    public async Task EveryDownload_AnswersAtTheSearchsAddress(string extension, string type)
    {
        await using var portal = new WebPortal();
        await portal.PublishAsync(new("owner", PortalRole.Contributor));
        using var answer = await portal.Visitor().GetAsync($"/traces.{extension}?q=Binimetinib");
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal($"traces.{extension}", answer.Content.Headers.ContentDisposition?.FileName);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.NotEmpty(bytes);
        if (extension != "zip") return;
        using var archive = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(["VCT1-r1.graphml", "VCT1-r1.json"], archive.Entries.Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    private static async Task WriteAsync(TestPortal portal, string file, string format)
    {
        var records = await portal.Get<ExportSearch>().RunAsync(new TraceQuery(WithTooLittle: true), format, Samples.Anybody, default);
        var data = portal.Get<WriteData>();
        if (format == "parquet")
        {
            await data.WriteParquetAsync(records, file, default);
            return;
        }
        await using var stream = File.Create(file);
        await (format == "csv" ? data.WriteTableAsync(records, stream, default) : data.WriteLinesAsync(records, stream, default));
    }

    private static async Task<string[]> LatestHashesAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        return await db.Traces.Join(
            db.TraceRevisions, t => new { Trace = t.Number, t.Revision }, r => new { Trace = r.TraceNumber, r.Revision }, (t, r) => r)
            .OrderBy(r => r.TraceNumber).Select(r => r.Hash).ToArrayAsync();
    }

    private static async Task<string[]> TitlesAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        return await db.Traces.OrderBy(t => t.Number).Select(t => t.Title).ToArrayAsync();
    }
}
