using VcrPortal.Tests;
using VcrPortal.Web.CommandLine;
using VcrPortal.Web.Features.Batches;

namespace VcrPortal.Web.Tests.CommandLine.Batches;

/// <summary>The verb <c>batch</c>, from nothing: its own database, the starter pack, no key and no network.</summary>
public sealed class RunBatchTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _folder.Dispose();

    private async Task<int> RunAsync(params string[] args) => (await CommandLineVerbs.TryRunAsync(["batch", .. args,
        $"--Database:ConnectionString=Data Source={_folder.File("portal.db")};Pooling=False", $"--Knowledge:Folder={_folder.File("none")}"],
            _output, _errors))!.Value;

    [Fact]
    public async Task Batch_OfChosenPairs_RunsThemAll_ReportsAndWrites()
    {
        var file = _folder.File("out.jsonl");
        Assert.Equal(0, await RunAsync("--compounds", "Binimetinib;Vemurafenib", "--lines", "C32;A549", "--to", file));
        Assert.Contains("4 records: 4 done, 0 failed.", _output.ToString());
        Assert.Contains("Traces: 4", _output.ToString());
        Assert.Contains("| DTI | no independent verdict | 0 |", _output.ToString()); // the starter pack is all that it knows
        Assert.Equal(4, (await File.ReadAllLinesAsync(file)).Length);
        Assert.DoesNotContain("token", _output.ToString() + _errors); // a worker invites nobody to become its administrator
    }

    [Fact]
    public async Task Batch_OfANumber_WritesItAgainWithoutLaunching()
    {
        Assert.Equal(0, await RunAsync("--compounds", "Binimetinib", "--lines", "C32"));
        Assert.Equal(0, await RunAsync("--number", "1", "--to", _folder.File("again.jsonl")));
        Assert.Single(await File.ReadAllLinesAsync(_folder.File("again.jsonl")));
        Assert.Equal(1, await RunAsync("--number", "2"));
        Assert.Contains("There is no batch 2.", _errors.ToString());
        Assert.Equal(1, await RunAsync("--to", _folder.File("no/where.jsonl")));
        Assert.Contains("There is no folder for", _errors.ToString());
    }

    [Theory]
    [InlineData("--compounds", "Binimetinb", "Not among them: Binimetinb (did you mean Binimetinib?).")]
    [InlineData("--lines", "nowhere-1", "Not among them: nowhere-1.")]
    public async Task Batch_OfUnknownNames_SaysWhich_AndLaunchesNothing(string option, string name, string sentence)
    {
        Assert.Equal(1, await RunAsync(option, name));
        Assert.Contains(sentence, _errors.ToString());
        Assert.False(File.Exists(_folder.File("portal.db")));
    }

    [Theory]
    [InlineData("--colour=red")]
    [InlineData("all")]
    [InlineData("--to", "out.csv")]
    public async Task Batch_NotUnderstood_ExitsWith2(params string[] args)
    {
        Assert.Equal(2, await CommandLineVerbs.TryRunAsync(["batch", .. args], _output, _errors));
        Assert.StartsWith("Usage: batch", _errors.ToString());
    }

    [Fact]
    public void Summary_TellsMemoryAtSeveralMoments()
    {
        var run = new BatchRun(
            1000, 1000, 2, TimeSpan.FromSeconds(20),
            [.. Enumerable.Range(0, 21).Select(s => new BatchSample(s * 50, TimeSpan.FromSeconds(s), (300L + s) << 20))]);
        Assert.Equal(
            ["1,000 records: 998 done, 2 failed. Here 1,000 in 20 s, 50.0 a second.",
                "Memory, MB of working set: 302 after 2 s, 305 after 5 s, 310 after 10 s, 315 after 15 s, 320 after 20 s; at most 320."],
            run.Lines());
    }
}
