using VcrPortal.Web.CommandLine;
using VcrPortal.Web.Tests.Features.Traces.Import;

namespace VcrPortal.Web.Tests.CommandLine;

/// <summary>The verbs <c>import-traces</c> and <c>export-traces</c> on the database that a setting names.</summary>
public sealed class ExchangeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vcr-test-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string Setting => $"--Database:ConnectionString=Data Source={Path("portal.db")}";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WhatIsImported_IsExportedFromThatDatabase()
    {
        await File.WriteAllTextAsync(Path("a.jsonl"), ImportTracesTests.Record("Binimetinib"));
        Assert.Equal((0, ""), (await RunAsync("import-traces", Path("a.jsonl"), "--unchecked", Setting), Problems()));
        Assert.True(File.Exists(Path("portal.db")));
        Assert.Equal(0, await RunAsync("export-traces", "binimetinib", "--to", Path("out.jsonl"), "--all", Setting));
        Assert.Contains("Binimetinib", Assert.Single(await File.ReadAllLinesAsync(Path("out.jsonl"))));
    }

    [Fact]
    public async Task Export_OfASearchThatIsNotUnderstood_WritesNothing()
    {
        await RunAsync("import-traces", Path("nothing.jsonl"), Setting);
        await File.WriteAllTextAsync(Path("out.jsonl"), "as it was");
        Assert.Equal(2, await RunAsync("export-traces", "foo:bar", "--to", Path("out.jsonl"), Setting));
        Assert.EndsWith("Nothing was written.", _errors.ToString().Trim());
        Assert.Equal("as it was", await File.ReadAllTextAsync(Path("out.jsonl")));
    }

    [Fact]
    public async Task Export_WhereThereIsNoDatabase_SaysSo_AndMakesNone()
    {
        Assert.Equal(1, await RunAsync("export-traces", "--to", Path("out.jsonl"), Setting));
        Assert.Equal(
            $"Nothing was written. There is no database at {Path("portal.db")} (setting Database:ConnectionString).",
            _errors.ToString().Trim());
        Assert.False(File.Exists(Path("portal.db")));
        Assert.False(File.Exists(Path("out.jsonl")));
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    // Progress goes there too.
    private string Problems() => string.Join('\n', _errors.ToString().Split('\n').Where(l => l.Contains("There is no")));

    private async Task<int> RunAsync(params string[] args) => (await CommandLineVerbs.TryRunAsync(args, _output, _errors))!.Value;
}
