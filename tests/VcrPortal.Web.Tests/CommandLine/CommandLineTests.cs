using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Text;
using VcrPortal.Tests;
using VcrPortal.Web.CommandLine;

namespace VcrPortal.Web.Tests.CommandLine;

public sealed class CommandLineTests : IDisposable
{
    private const string Sound = """
        set_context(cell_type="C32")
        binds_to(id="n1", actor="binimetinib", target="MAP2K1", affinity="12 nM")
        induces_phenotype(id="n2", source="binimetinib", phenotype="G1 arrest")
        edge("n1", "n2", relation="causal")

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("vcr-lint").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Lint_OfASoundText_IsSilentAndExitsWith0()
    {
        Assert.Equal(0, await RunAsync("lint", File("a.txt", Sound)));
        Assert.Equal("", _output.ToString());
    }

    [Fact]
    public async Task Lint_OfAFaultyText_PrintsLikeACompilerAndExitsWith1()
    {
        var path = File("a.txt", Sound.Replace("relation=\"causal\"", "relation=\"maybe\"").Replace("\"n1\", \"n2\"", "\"n1\", \"n7\""));
        Assert.Equal(1, await RunAsync("lint", path));
        Assert.Contains($"{path}:4:1 error VCR302 ", Lines.Single(l => l.Contains("VCR302")));
        Assert.Contains($"{path}:4:", Lines.Single(l => l.Contains("VCR125")));
    }

    [Theory]
    [InlineData("a.txt", "Dear reader, there is nothing here.")]
    [InlineData("a.txt", "")]
    [InlineData("a.json", "{\"colour\": \"red\"}")]
    [InlineData("a.json", "{\"explain\": \"\", \"dag\": \"\"}")]
    [InlineData("a.json", "{")]
    [InlineData("a.json", "[1, \"two\"]")]
    [InlineData("a.csv", "index,question\n1,\"why")]
    [InlineData("a.csv", "")]
    public async Task Lint_WhenNothingIsATrace_ExitsWith2(string name, string text) =>
        Assert.Equal(2, await RunAsync("lint", File(name, text)));

    [Fact]
    public async Task Lint_OfAFileThatIsNotThere_SaysSoAndExitsWith2()
    {
        Assert.Equal(2, await RunAsync("lint", Path.Combine(_folder, "none.txt")));
        Assert.Contains("cannot be read", _errors.ToString());
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("lint", "a", "b")]
    [InlineData("convert", "a")]
    [InlineData("convert", "a", "--to", "word")]
    [InlineData("score")]
    [InlineData("score", "a", "--against")]
    [InlineData("score", "a", "--colour")]
    [InlineData("diff", "a")]
    [InlineData("diff", "a", "b", "c")]
    [InlineData("diff", "--record", "1")]
    public async Task Verb_WhenItIsNotUnderstood_ShowsItsUsageAndExitsWith2(params string[] args)
    {
        Assert.Equal(2, await RunAsync(args));
        Assert.StartsWith("Usage: ", _errors.ToString());
    }

    [Fact]
    public async Task Lint_OfARecordList_NamesTheRecordAndItsText()
    {
        var path = File("a.json", """
            [{"explain": "set_context(cell_type=\"C32\")\ninduces_phenotype(id=\"n1\", source=\"a\", phenotype=\"b\")", "dag": ""},
             {"explain": "set_context(cell_type=\"C32\")\ninduces_phenotype(id=\"n1\", source=\"a\", phenotype=\"b\")",
               "dag": "edge(\"n1\", \"n9\", relation=\"causal\")"}]
            """);
        Assert.Equal(1, await RunAsync("lint", path));
        Assert.StartsWith($"{path}[1].dag:1:1 error VCR302 ", Assert.Single(Lines, l => l.Contains("error")));
    }

    [Fact]
    public async Task Lint_OfJsonLines_GoesOnAfterABrokenLine()
    {
        var path = File(
            "a.jsonl",
            "{\"explain\": \"set_context(cell_type=\\\"C32\\\")\"}\n\n{\"explain\": \n{\"dag\": \"edge(\\\"n1\\\", \\\"n2\\\")\"}\n");
        Assert.Equal(1, await RunAsync("lint", path));
        Assert.Contains(Lines, l => l.StartsWith($"{path}:3:", StringComparison.Ordinal) && l.Contains("VCR401"));
        Assert.Contains(Lines, l => l.StartsWith($"{path}[2]", StringComparison.Ordinal));
        Assert.StartsWith("2 of 3 read as a trace", _errors.ToString());
    }

    [Fact]
    public void JsonLines_OfWhichAlmostAllAreBroken_AreNotReadToTheirEnd()
    {
        // Found by eng/soak fuzz: ten megabytes of short broken lines took most of a minute.
        var text = "{\"explain\": \"binds_to(id=\\\"n1\\\")\"}\n" + string.Concat(Enumerable.Repeat("edge(\n", 1_000_000));
        var read = TraceRecords.Read("a.jsonl", System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal(TraceRecords.MostBrokenLines + 2, read.Length);
        Assert.Equal(
            ("VCR105", TraceRecords.MostBrokenLines + 2),
            (read[^1].Diagnostics[0].Diagnostic.Code, read[^1].Diagnostics[0].Diagnostic.Line));
    }

    [Fact]
    public async Task Lint_OfACsvFile_ReadsItsTwoColumns()
    {
        var path = File(
            "a.csv",
            "\uFEFFindex,explain,dag\r\n0,\"set_context(cell_type=\"\"C32\"\")\ninduces_phenotype(id=\"\"n1\"\", source=\"\"a, b\"\", "
            + "phenotype=\"\"c\"\")\","
            + "\r\n1,\"binds_to(id=\"\"n1\"\", actor=\"\"a\"\", target=\"\"b\"\")\",\"edge(\"\"n1\"\", \"\"n9\"\", "
            + "relation=\"\"causal\"\")\"\r\n");
        Assert.Equal(1, await RunAsync("lint", path));
        Assert.StartsWith("2 of 2 read as a trace", _errors.ToString());
        Assert.DoesNotContain(Lines, l => l.StartsWith($"{path}[0]", StringComparison.Ordinal));
        Assert.Contains(Lines, l => l.StartsWith($"{path}[1].dag:1:1 error VCR302 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lint_WhenTextHoldsTerminalEscapes_PrintsNone()
    {
        await RunAsync(
            "lint", File(
            "a.txt",
            Sound + "\nbinds_to(id=\"n3\u001b[2J\u202E\", actor=\"a\", target=\"b\", colour\u001b=\"c\")\n"
                + "edge(\"n3\u001b[2J\", \"\u202Ex\")"));
        Assert.NotEmpty(Lines);
        Assert.DoesNotContain(_output.ToString(), c => c is '\u001b' or '\u202E');
    }

    [Fact]
    public async Task Lint_WhenANameHoldsHalfACharacter_ReadsTheRest() =>
        Assert.Equal(1, await RunAsync("lint", File("a.json", """{"\ud800abcdefgh": 1, "explain": "binds_to(id=\"n1\")"}""")));

    [Fact]
    public void Lint_OfDamagedJson_NeverThrows()
    {
        byte[] sound =
        [
            .. """[{"explain": "binds_to(id=\"n1\\ud83d\")", "dag": "edge(\"n1\", \"n2\")"}, {"format": "vcr-trace/1", "vocabulary": """u8,
            .. """{"id": "vcr-20", "version": 1}, "actions": [], "edges": []}]"""u8,
        ];
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = sound.ToArray();
            for (var edits = random.Next(1, 4); edits > 0; edits--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            TraceRecords.Read("a.json", bytes);
        }
    }

    [Theory]
    [InlineData("json", "\"format\": \"vcr-trace/1\"")]
    [InlineData("text", "binds_to(id=\"n1\"")]
    [InlineData("tsv", "n1\tn2\tcausal")]
    [InlineData("graphml", "<graphml")]
    [InlineData("cx2", "\"CXVersion\": \"2.0\"")]
    [InlineData("mermaid", "flowchart TD")]
    [InlineData("svg", "<svg")]
    public async Task Convert_ToEachFormat_WritesIt(string format, string part)
    {
        Assert.Equal(0, await RunAsync("convert", File("a.txt", Sound), "--to", format));
        Assert.Contains(part, _output.ToString());
    }

    [Fact]
    public async Task Convert_ToJsonAndBack_GivesTheSameText()
    {
        await RunAsync("convert", File("a.txt", Sound), "--to", "json");
        var json = File("a.json", _output.ToString());
        _output.GetStringBuilder().Clear();
        Assert.Equal(0, await RunAsync("convert", json, "--to", "text"));
        Assert.Equal(ExplanationWriter.Write(ExplanationReader.Read(Sound).Graph), _output.ToString());
    }

    [Fact]
    public async Task Convert_OfAFaultyTrace_WritesItAndExitsWith1()
    {
        Assert.Equal(1, await RunAsync("convert", File("a.txt", "binds_to(id=\"n1\", actor=\"a\", target=\"b\")"), "--to", "json"));
        Assert.True(TraceJsonReader.Read(_output.ToString()).IsWellFormed);
    }

    [Fact]
    public async Task Convert_OfAList_AsksForTheRecord()
    {
        var path = File(
            "a.json",
            """[{"explain": "binds_to(id=\"n1\", actor=\"a\", target=\"b\")"}, {"explain": "binds_to(id=\"n2\", actor=\"a\", """
            + """target=\"b\")"}]""");
        Assert.Equal(2, await RunAsync("convert", path, "--to", "text"));
        Assert.Equal(1, await RunAsync("convert", path, "--to", "text", "--record", "1"));
        Assert.StartsWith("binds_to(id=\"n2\"", _output.ToString());
    }

    [Fact]
    public void Settings_AfterServe_AreThePortals() =>
        Assert.Equal(["--urls", "x"], CommandLineVerbs.Settings(["serve", "--urls", "x"]));

    [Theory]
    [InlineData]
    [InlineData("serve", "--urls", "http://127.0.0.1:0")]
    [InlineData("--role", "worker")]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("--no-samples")]
    [InlineData("Jobs:Workers=1")]
    [InlineData("/Jobs:Workers", "1")]
    public async Task TryRun_OfThePortalsSettings_LeavesThemToThePortal(params string[] args) =>
        Assert.Null(await CommandLineVerbs.TryRunAsync(args, _output, _errors));

    [Theory]
    [InlineData("lnit", "There is no verb lnit. Did you mean lint?")]
    [InlineData("scores", "There is no verb scores. Did you mean score?")]
    [InlineData(
        "weather\u001b[2J",
        "There is no verb weather [2J. There are serve, lint, convert, score, diff, import, evaluate, batch, "
            + "import-traces, export-traces, doctor and backup; without a verb the portal starts.")]
    public async Task TryRun_OfAMistypedVerb_SaysSoAndExitsWith2(string verb, string sentence)
    {
        Assert.Equal(2, await RunAsync(verb, "a.txt"));
        Assert.Equal(sentence, _errors.ToString().TrimEnd());
    }

    [DataFact]
    public async Task Lint_OfVcrAgentsOwnTraces_ReadsAllOfThem()
    {
        await RunAsync("lint", ReferenceData.File("vcr-agent/traces_sample.json"));
        Assert.Matches(@"^(\d+) of \1 read as a trace", _errors.ToString());
    }

    [Theory]
    [InlineData("There is no place for b.txt.", "lint", "a.txt", "b.txt")]
    [InlineData("--number is abc; write the number of a batch.", "batch", "--number", "abc")]
    [InlineData("There is no option --titel. Settings are written", "batch", "--titel=x")]
    [InlineData("There is no option --unchekced.", "import-traces", "a.jsonl", "--unchekced")]
    [InlineData("--lines names nothing. Leave it out for all.", "batch", "--lines", "")]
    [InlineData("The name of a file is empty.", "lint", "")]
    [InlineData("The name of a file is empty.", "backup", "--to", "")]
    [InlineData("The name of a file is empty.", "import-traces", "", "--Database:ConnectionString=x")]
    [InlineData("weather is neither an option nor the value of one.", "doctor", "weather")]
    [InlineData("There is no option --al.", "export-traces", "KRAS", "--to", "a.csv", "--al=1")]
    public async Task TryRun_OfWhatIsNotUnderstood_SaysWhatIsMeantAndExitsWith2(string sentence, params string[] args)
    {
        Assert.Equal(2, await RunAsync(args));
        Assert.StartsWith("Usage:", _errors.ToString());
        Assert.Contains(sentence, _errors.ToString());
    }

    [Fact]
    public async Task Lint_OfAFolder_SaysThatItIsOne()
    {
        Assert.Equal(2, await RunAsync("lint", _folder));
        Assert.Equal($"{_folder} is a folder. Name a file in it.", _errors.ToString().Trim());
    }

    private string[] Lines => _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private async Task<int> RunAsync(params string[] args) => (await CommandLineVerbs.TryRunAsync(args, _output, _errors))!.Value;

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
