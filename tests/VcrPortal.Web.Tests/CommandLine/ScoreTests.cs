using System.Text.Json;
using VcrPortal.Tests;
using VcrPortal.Web.CommandLine;

namespace VcrPortal.Web.Tests.CommandLine;

public sealed class ScoreTests : IDisposable
{
    private const string Explain =
        """set_context(cell_type=\"C32\")\nbinds_to(id=\"n1\", actor=\"a\", target=\"b\")\ninduces_phenotype(id=\"n2\", source=\"a\", """
        + """phenotype=\"c\")""";
    private const string Dag = """edge(\"n1\", \"n2\", relation=\"causal\")""";

    private readonly string _folder = Directory.CreateTempSubdirectory("vcr-score").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Score_OfRecords_HasARowForEachAndOneForAll()
    {
        // The second has an action of no known primitive, which is an error to us and three of four names to the reference code.
        var path = File(
            "a.json",
            $$"""[{"explain": "{{Explain}}", "dag": "{{Dag}}"}, {"explain": "{{Explain}}\nexplodes(id=\"n3\")", "dag": "{{Dag}}"}]""");

        Assert.Equal(0, await RunAsync("score", path));
        Assert.Equal(4, Lines.Length);
        Assert.Matches(@"\[0\] +yes +0 +0 +- +- +1\.000 +- +1\.000 +1\.000 +- +-$", Lines[1]);
        Assert.Matches(@"\[1\] +no +1 +1 +- +- +0\.750 +- +1\.000 +1\.000 +- +-$", Lines[2]);
        Assert.Matches(@"^all 2 +0\.500 +1 +1 +- +- +0\.875 +- +1\.000 +1\.000 +- +-$", Lines[3]);
    }

    [Fact]
    public async Task Score_AgainstAReference_PairsByIndex()
    {
        var path = File("a.json", $$"""[{"index": 7, "explain": "{{Explain}}", "dag": "{{Dag}}"}]""");
        var reference = File(
            "b.json",
            $$"""[{"index": 1, "explain": "", "dag": ""}, {"index": 7, "explain": "{{Explain}}", "dag": "{{Dag}}\nedge(\"n1\", \"n9\", """
            + $$"""relation=\"causal\")"}]""");

        Assert.Equal(0, await RunAsync("score", path, "--against", reference));
        Assert.Matches(@" 0\.6667 +1\.000$", Lines[1]);
    }

    [Fact]
    public async Task Score_OfATaggedAnswer_JudgesItsTagsAndBlocks()
    {
        var path =
            File("a.txt", $"<think>t</think><answer>a</answer>\n<explain>\n{Plain(Explain)}\n</explain>\n<dag>\n{Plain(Dag)}\n</dag>\n");

        Assert.Equal(0, await RunAsync("score", path));
        Assert.Matches(@"yes +0 +0 +- +- +1\.000 +1\.000 +1\.000 +1\.000 +- +-$", Lines[1]);
    }

    [Fact]
    public async Task Score_OfADocumentWithVerdictsAndGroundings_ShowsThemWithTheirCoverage()
    {
        const string verdict =
            """{"claim": {"action": "n1"}, "kind": "supported", "verifier": "DTI", "verifierVersion": "1", "reason": "r", "rows": """
            + """[], "sameSource": false, "dataVersion": "1", "inputHash": "h"}""";
        var path = File("a.json", $$$"""
            {"format": "vcr-trace/1", "vocabulary": {"id": "vcr-20", "version": 1},
             "actions": [{"id": "n1", "primitive": "binds_to", "arguments": {"actor": "a", "target": "MAP2K1"}}, {"id": "n2",
               "primitive": "induces_phenotype", "arguments": {"source": "a", "phenotype": "c"}}],
             "edges": [{"source": "n1", "target": "n2", "relation": "causal"}],
             "verdicts": [{{{verdict}}}], "groundings": [{"text": "MAP2K1", "curie": "HGNC:6840"}]}
            """);

        Assert.Equal(0, await RunAsync("score", path));
        Assert.Matches(@"yes +0 +1 +1 of 4 +1 of 2 +1\.000", Lines[1]);
        Assert.Matches(@"^DTI +1 +0 +0 +0 +1\.000 +0\.500$", Lines[^1]);
    }

    [Fact]
    public async Task Score_AsJson_HoldsTheSameNumbers()
    {
        Assert.Equal(0, await RunAsync("score", File("a.json", $$"""{"explain": "{{Explain}}", "dag": "{{Dag}}"}"""), "--json"));
        using var json = JsonDocument.Parse(_output.ToString());
        Assert.Equal(1, json.RootElement.GetProperty("scores").GetProperty("valid").GetProperty("value").GetDouble());
        Assert.Equal(1, json.RootElement.GetProperty("traces")[0].GetProperty("reference").GetProperty("idCoherence").GetDouble());
    }

    [Fact]
    public async Task Score_WhenNothingIsATrace_ExitsWith2() => Assert.Equal(2, await RunAsync("score", File("a.txt", "Nothing here.")));

    [DataFact]
    public async Task Score_OfVcrAgentsOwnTraces_FindsTheCutAnswerThatTheReferenceCodeTakesForPerfect()
    {
        Assert.Equal(0, await RunAsync("score", ReferenceData.File("vcr-agent/traces_sample.json")));
        Assert.Matches(@"\[7\] +no +1 .* 1\.000 +- +1\.000 +1\.000 +- +-$", Lines[8]);
        Assert.Matches(@"^all 8 +0\.875 ", Lines[9]);
    }

    private string[] Lines => _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string escaped) => escaped.Replace("\\n", "\n").Replace("\\\"", "\"");

    private async Task<int> RunAsync(params string[] args) => (await CommandLineVerbs.TryRunAsync(args, _output, _errors))!.Value;

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
