using VcrPortal.Web.CommandLine;

namespace VcrPortal.Web.Tests.CommandLine;

public sealed class DiffTests : IDisposable
{
    private const string Before = """
        set_context(cell_type="C32")
        binds_to(id="n1", actor="binimetinib", target="MAP2K1", affinity="12 nM")
        modulates_molecule_activity(id="n2", target="MAP2K1", direction="down", via="n1")
        induces_phenotype(id="n3", source="binimetinib", phenotype="G1 arrest")
        edge("n1", "n2", relation="causal")
        edge("n2", "n3", relation="causal")

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("vcr-diff").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Diff_OfOtherIdsAndAnotherOrder_IsSilentAndExitsWith0()
    {
        var renamed = Before.Replace("\"n1\"", "\"n10\"").Replace("MAP2K1", "map2k1");

        Assert.Equal(0, await RunAsync("diff", File("a.txt", Before), File("b.txt", renamed)));
        Assert.Equal("", _output.ToString());
    }

    [Fact]
    public async Task Diff_OfAFlippedSign_SaysWhatFlippedAndWhatRestsOnIt()
    {
        Assert.Equal(
            1, await RunAsync("diff", File("a.txt", Before), File("b.txt", Before.Replace("direction=\"down\"", "direction=\"up\""))));
        Assert.Equal("~ n2 sign flipped: down to up", Lines[2]);
        Assert.Equal("Conclusions:", Lines[3]);
        Assert.Equal("~ induces_phenotype(id=\"n3\", source=\"binimetinib\", phenotype=\"G1 arrest\") stands on other grounds", Lines[4]);
    }

    [Fact]
    public async Task Diff_OfAWeakerCause_SaysWhichConclusionIsLost()
    {
        Assert.Equal(
            1, await RunAsync(
            "diff", File("a.txt", Before),
            File("b.txt", Before.Replace("\"n3\", relation=\"causal\"", "\"n3\", relation=\"correlative\""))));
        Assert.Equal(
            ["~ n3 rewired", "  - edge(\"n2\", \"n3\", relation=\"causal\")", "  + edge(\"n2\", \"n3\", relation=\"correlative\")",
                "Conclusions:", "- induces_phenotype(id=\"n3\", source=\"binimetinib\", phenotype=\"G1 arrest\")"],
            Lines[2..]);
    }

    [Fact]
    public async Task Diff_OfTwoLists_ComparesTheSameRecord()
    {
        var one = File(
            "a.json",
            """[{"explain": "binds_to(id=\"n1\", actor=\"a\", target=\"b\")"}, {"explain": "binds_to(id=\"n1\", actor=\"a\", """
            + """target=\"c\")"}]""");
        var other = File(
            "b.json",
            """[{"explain": "binds_to(id=\"n1\", actor=\"a\", target=\"b\")"}, {"explain": "binds_to(id=\"n1\", actor=\"a\", """
            + """target=\"d\")"}]""");

        Assert.Equal(0, await RunAsync("diff", one, other, "--record", "0"));
        Assert.Equal(1, await RunAsync("diff", one, other, "--record", "1"));
        Assert.Contains("~ n1 target names something else: \"c\" to \"d\"", Lines);
        Assert.Equal(2, await RunAsync("diff", one, other));
        Assert.Contains("Choose one with --record", _errors.ToString());
    }

    [Fact]
    public async Task Diff_OfAFileThatIsNotThere_ExitsWith2() =>
        Assert.Equal(2, await RunAsync("diff", File("a.txt", Before), Path.Combine(_folder, "none.txt")));

    private string[] Lines => _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private async Task<int> RunAsync(params string[] args) => (await CommandLineVerbs.TryRunAsync(args, _output, _errors))!.Value;

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
