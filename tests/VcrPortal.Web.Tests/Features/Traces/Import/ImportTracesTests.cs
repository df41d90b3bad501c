using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Import;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces.Import;

/// <summary>Traces of other programs, in every form in which people hand them in.</summary>
public sealed class ImportTracesTests : IDisposable
{
    private static readonly Caller Editor = new("ed", PortalRole.Editor);
    private static readonly string Explain = string.Join('\n', Samples.Actions);
    private static readonly string Dag = string.Join('\n', Samples.Edges);

    private readonly string _folder = Directory.CreateTempSubdirectory("vcr-import-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Import_OfJsonLines_MakesTracesByTheEngineImported()
    {
        await using var portal = await TestPortal.StartAsync();
        var counts = await ImportAsync(portal, Lines(Record("Binimetinib"), Record("Trametinib")));
        Assert.Equal((2, 2, 0, 0), (counts.Read, counts.Added, counts.Known, counts.Lost));
        var trace = (await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default))!;
        Assert.Equal(
            ("imported", "Binimetinib in C32", "Binimetinib", (int?)null), (trace.Engine, trace.Title, trace.Compound, trace.JobNumber));
        Assert.Equal(Samples.Text, trace.Text);
        Assert.Equal("The report.", trace.ReportMarkdown);
        Assert.Contains("as it stands in traces.jsonl, line 1", trace.Revisions[0].Reason);
    }

    [Fact]
    public async Task Import_AskedForTwice_IsDoneOnce_AndGoesOnWhereItWas()
    {
        await using var portal = await TestPortal.StartAsync();
        await ImportAsync(portal, Lines(Record("Binimetinib")));
        var again = await ImportAsync(portal, Lines(Record("Binimetinib"), Record("Trametinib"), Record("Trametinib")));
        Assert.Equal((3, 1, 2), (again.Read, again.Added, again.Known));
        await using var db = portal.Db();
        Assert.Equal(2, await db.Traces.CountAsync());
    }

    [Fact]
    public async Task Import_OfSeveralPieces_KeepsTheOrderOfTheFile_AndARecordThatComesAgainLaterOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        string[] records = [.. Enumerable.Range(0, 2 * ImportPiece.Size + 1).Select(i => Record($"compound {i}"))];
        var told = new List<TraceImportCounts>();
        var file = new TraceFileToImport(
            Write("many.jsonl", Encoding.UTF8.GetBytes(Lines([.. records, .. records[..ImportPiece.Size]]))), "many.jsonl", Checks: false);
        await portal.Get<ImportTraces>().RunAsync(file, Editor, told.Add, default);
        Assert.Equal([(200, 200, 0), (400, 400, 0), (600, 401, 199), (601, 401, 200)], told.Select(t => (t.Read, t.Added, t.Known)));
        await using var db = portal.Db();
        Assert.Equal(
            Enumerable.Range(0, records.Length).Select(i => $"compound {i}"),
            await db.Traces.OrderBy(t => t.Number).Select(t => t.Compound).ToListAsync());
    }

    [Fact]
    public async Task Import_ThatWasStopped_KeepsWhatIsStored_AndGoesOnFromThere()
    {
        await using var portal = await TestPortal.StartAsync();
        var text = Lines([.. Enumerable.Range(0, 2 * ImportPiece.Size).Select(i => Record($"compound {i}"))]);
        var file = new TraceFileToImport(Write("many.jsonl", Encoding.UTF8.GetBytes(text)), "many.jsonl", Checks: false);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => portal.Get<ImportTraces>().RunAsync(file, Editor, _ => stop.Cancel(), stop.Token));
        await using var db = portal.Db();
        Assert.Equal(ImportPiece.Size, await db.Traces.CountAsync());
        var again = await portal.Get<ImportTraces>().RunAsync(file, Editor, _ => { }, default);
        var counts = Assert.IsType<ImportTracesOutcome.Done>(again).Counts;
        Assert.Equal((ImportPiece.Size, ImportPiece.Size), (counts.Added, counts.Known));
    }

    [Fact]
    public async Task Import_WhereVerificationTookAStepOut_JoinsTheEdges_AndSaysSo()
    {
        await using var portal = await TestPortal.StartAsync();
        var verified = string.Join('\n', Samples.Actions.RemoveAt(2)); // n2, from which two follow
        var counts = await ImportAsync(portal, Lines(Record("Binimetinib", verified)));
        Assert.Equal(1, counts.Repaired);
        Assert.Contains("line 1: 3 edges left out that led to no step (n2), and 2 edges joined in their place.", counts.Notes.Single());
        var trace = (await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default))!;
        Assert.Equal((2, 2), (trace.Revision, trace.Graph.Edges.Length));
        Assert.DoesNotContain(trace.Diagnostics, d => d.Code == "VCR302");
        Assert.Contains("3 edges left out", trace.Revisions[^1].Reason);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8-mark")]
    [InlineData("crlf")]
    [InlineData("gzip")]
    public async Task Import_ReadsATextWhateverItsForm(string form)
    {
        await using var portal = await TestPortal.StartAsync();
        var text = Lines(Record("Binimetinib"), Record("Trametinib"));
        var bytes = form switch
        {
            "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            "utf-8-mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            "crlf" => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)),
            _ => Packed(text),
        };
        Assert.Equal(2, (await DoneAsync(portal, Write("traces.jsonl", bytes))).Added);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Import_OfATable_ReadsCellsHoweverTheyAreParted(char delimiter)
    {
        await using var portal = await TestPortal.StartAsync();
        var perturbation = """{'context': [{'cell type': 'C32', 'subtype': None}], 'perturbations': [{'name': "Binimetinib"}]}""";
        var rows = $"perturbation{delimiter}explain{delimiter}dag\n"
            + string.Join(delimiter, Quoted(perturbation), Quoted(Explain), Quoted(Dag)) + "\n";
        Assert.Equal(1, (await DoneAsync(portal, Write("run.csv", Encoding.UTF8.GetBytes(rows)))).Added);
        Assert.Equal("Binimetinib in C32", (await portal.TraceAsync(1)).Title);
    }

    [Fact]
    public async Task Import_OfARecordWithNaN_LosesThatRecordOnly_AndNamesIt()
    {
        await using var portal = await TestPortal.StartAsync();
        var counts = await ImportAsync(portal, "{\"index\": NaN}\n" + Lines(Record("Binimetinib")));
        Assert.Equal((1, 1), (counts.Lost, counts.Added));
        Assert.Contains("traces.jsonl, line 1: NaN is no JSON", counts.Notes.Single());
    }

    [Fact]
    public async Task Import_OfAListThatIsCutOff_SaysWhere_AndWhatToDo()
    {
        await using var portal = await TestPortal.StartAsync();
        var outcome = await RunAsync(portal, Write("list.json", Encoding.UTF8.GetBytes("[\n" + Record("Binimetinib"))), Editor);
        Assert.Contains("list.json is no JSON from line 2", Assert.IsType<ImportTracesOutcome.Unreadable>(outcome).Problem);
    }

    [Fact]
    public async Task Import_OfAParquetFileThatIsCutOff_SaysSo()
    {
        await using var portal = await TestPortal.StartAsync();
        var outcome = await RunAsync(portal, Write("vc_traces.parquet", "PAR1 and no more"u8.ToArray()), Editor);
        Assert.Contains("vc_traces.parquet cannot be read as Parquet", Assert.IsType<ImportTracesOutcome.Unreadable>(outcome).Problem);
    }

    [Theory]
    [InlineData("{\"dag\": \"x\"}", "It has no text explain; its members are dag.")]
    [InlineData("{\"explain\": \"nothing here\"}", "it holds no step of an explanation")]
    [InlineData("{\"explain\": ", "is no JSON from line 1")]
    [InlineData("7", "is no table of traces")]
    public async Task Import_OfWhatIsNoTrace_SaysWhatIsWrong(string text, string sentence)
    {
        await using var portal = await TestPortal.StartAsync();
        var outcome = await RunAsync(portal, Write("traces.jsonl", Encoding.UTF8.GetBytes(text)), Editor);
        var said = outcome is ImportTracesOutcome.Done(var counts) ? counts.Notes.Single()
            : ((ImportTracesOutcome.Unreadable)outcome).Problem;
        Assert.Contains(sentence, said);
    }

    [Fact]
    public async Task Import_ByAContributor_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.IsType<ImportTracesOutcome.NotAllowed>(await RunAsync(portal, "nowhere", Samples.Ana));
    }

    internal static string Record(string compound, string? verified = null) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["perturbation"] = new Dictionary<string, object?>
        {
            ["context"] = new[] { new Dictionary<string, string> { ["cell type"] = "C32" } },
            ["perturbations"] = new[] { new Dictionary<string, string> { ["name"] = compound } },
        },
        ["report_text"] = "The report.",
        ["explain"] = Explain,
        ["dag"] = Dag,
        ["explain_verified"] = verified,
    });

    private static string Lines(params string[] records) => string.Join('\n', records) + "\n";

    private Task<TraceImportCounts> ImportAsync(TestPortal portal, string text) =>
        DoneAsync(portal, Write("traces.jsonl", Encoding.UTF8.GetBytes(text)));

    private static async Task<TraceImportCounts> DoneAsync(TestPortal portal, string path) =>
        Assert.IsType<ImportTracesOutcome.Done>(await RunAsync(portal, path, Editor)).Counts;

    private static Task<ImportTracesOutcome> RunAsync(TestPortal portal, string path, Caller caller) =>
        portal.Get<ImportTraces>().RunAsync(new(path, Path.GetFileName(path)), caller, _ => { }, default);

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static string Quoted(string cell) => "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
