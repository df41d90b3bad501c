using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Tests;
using VcrPortal.Web.CommandLine;

namespace VcrPortal.Web.Tests.CommandLine;

/// <summary>The import verb, and a portal over what it left.</summary>
public sealed class ImportKnowledgeTests : IDisposable
{
    private const string Members = "HGNC,MAP2K1,isa,FPLX,MEK\nHGNC,ZZTOP1,isa,FPLX,ZZTOP\n";
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _folder.Dispose();

    private string Knowledge => _folder.File("knowledge");

    private async Task<int> RunAsync(params string[] args) =>
        (await CommandLineVerbs.TryRunAsync(["import", .. args], _output, _errors))!.Value;

    [Fact]
    public async Task Import_OfAFolder_SaysWhatWasTakenAndLeftOut()
    {
        _folder.Write("in/relations.csv", Members + "UP,P1,isa,FPLX,MEK\n");
        _folder.Write("in/notes\u001b[2J.txt", "hello");
        Assert.Equal(0, await RunAsync(_folder.File("in"), "--to", Knowledge));
        Assert.Contains("FamPlex relations (relations.csv): 2 memberships", _output.ToString());
        Assert.Contains(
            "left out 1: an end that is neither gene symbol nor FamPlex id (the first: line 3: UP:P1 isa FPLX:MEK)", _output.ToString());
        Assert.Contains("of no kind that is imported", _output.ToString());
        Assert.Contains("New snapshot knowledge-", _output.ToString());
        Assert.DoesNotContain('\u001b', _output.ToString());
        Assert.Equal(0, await RunAsync(_folder.File("in"), "--to", Knowledge));
        Assert.Contains("Nothing has changed", _output.ToString());
    }

    [Fact]
    public async Task Import_OfABrokenFile_NamesItAndExitsWith1()
    {
        Assert.Equal(1, await RunAsync(_folder.Write("relations.csv", "HGNC,A,isa,FPLX,B\nHGNC,A,FPLX,B\n"), "--to", Knowledge));
        Assert.Contains("Nothing was imported. relations.csv, line 2: has 4 cells where 5 belong.", _errors.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("--to")]
    [InlineData("--colour", "red")]
    public async Task Import_NotUnderstood_ExitsWith2(params string[] args)
    {
        Assert.Equal(2, await RunAsync(args));
        Assert.StartsWith("Usage: import FOLDER|FILE...", _errors.ToString());
    }

    [Fact]
    public async Task Evaluate_OfLabelledPairs_PrintsATableBesideItsBaselines()
    {
        await RunAsync(_folder.Write("relations.csv", Members), "--to", Knowledge);
        var rows = Enumerable.Range(0, 400).Select(i => $"P{i % 40},G{i / 40},{i % 3 % 2},{(i % 40 < 20 ? "train" : "test")}");
        var file = _folder.Write("pairs.csv", "pert,gene,label,split\n" + string.Join('\n', rows) + "\n");
        Assert.Equal(0, await CommandLineVerbs.TryRunAsync(["evaluate", file, "--from", Knowledge], _output, _errors));
        Assert.Contains("| gene frequency | 200 | 100 % |", _output.ToString());
        Assert.Contains("too few to tell", _output.ToString());
        Assert.Equal(1, await CommandLineVerbs.TryRunAsync(["evaluate", file, "--from", _folder.File("nothing")], _output, _errors));
        Assert.Contains("Run import first.", _errors.ToString());
        Assert.Equal(
            1, await CommandLineVerbs.TryRunAsync(["evaluate", _folder.Write("bad.csv", "a,b\n"), "--from", Knowledge], _output, _errors));
        Assert.Contains("bad.csv, line 1: there is no column", _errors.ToString());
        Assert.Equal(2, await CommandLineVerbs.TryRunAsync(["evaluate"], _output, _errors));
    }

    [Fact]
    public async Task Portal_OverADamagedSnapshot_StartsWithTheStarterPack()
    {
        await RunAsync(_folder.Write("relations.csv", Members), "--to", Knowledge);
        var snapshot = Assert.Single(Directory.GetFiles(Knowledge, "*.snapshot"));
        var bytes = await File.ReadAllBytesAsync(snapshot);
        await File.WriteAllBytesAsync(snapshot, bytes[..(bytes.Length / 2)]);
        using var portal = Portal();
        Assert.Contains("Binimetinib", await portal.CreateClient().GetStringAsync("/api/compounds?q=binimet"));
    }

    [Fact]
    public async Task Portal_OverASnapshot_KnowsItsNames()
    {
        await RunAsync(_folder.Write("relations.csv", Members), "--to", Knowledge);
        using var portal = Portal();
        var recognizer = portal.Services.GetRequiredService<EntityRecognizer>();
        Assert.Equal(["FPLX:ZZTOP", "ZZTOP1", "Binimetinib"], recognizer.Recognize("ZZTOP, ZZTOP1 and binimetinib").Select(e => e.Name));
        Assert.Contains("Binimetinib", await portal.CreateClient().GetStringAsync("/api/compounds?q=binimet"));
    }

    private WebApplicationFactory<Program> Portal() => new WebApplicationFactory<Program>().WithWebHostBuilder(b => b
        .UseSetting("Database:ConnectionString", $"Data Source={_folder.File("portal.db")};Pooling=False")
            .UseSetting("Samples:Enabled", "false")
        .UseSetting("Knowledge:Folder", Knowledge));
}
