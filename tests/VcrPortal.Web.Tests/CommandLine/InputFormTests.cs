using System.Text;
using VcrPortal.Tests;
using VcrPortal.Web.CommandLine;

namespace VcrPortal.Web.Tests.CommandLine;

/// <summary>Files as spreadsheets, editors and other programs leave them.</summary>
public sealed class InputFormTests : IDisposable
{
    private const string Sound = """
        set_context(cell_type="A549")
        binds_to(id="n1", actor="gefitinib", target="EGFR", affinity="12 nM")
        induces_phenotype(id="n2", source="gefitinib", phenotype="G1 arrest")
        edge("n1", "n2", relation="causal")

        """;

    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lint_OfABrokenLine_LosesOnlyThatLine_WhereverItStands()
    {
        const string good = """{"explain":"induces_phenotype(id=\"n1\", source=\"x\", phenotype=\"apoptosis\")","dag":""}""";
        var path = _folder.Write("a.jsonl", $"{good.Replace("\"dag\":\"\"", "\"dag\":NaN")}\n{good}\n");
        await RunAsync("lint", path);
        Assert.StartsWith("1 of 2 read as a trace", _errors.ToString());
        Assert.StartsWith($"{path}:1:", Assert.Single(Lines, l => l.Contains("VCR401") && l.Contains("NaN is no JSON")));
    }

    [Fact]
    public async Task Lint_OfAListThatIsCutOff_IsOneProblem()
    {
        Assert.Equal(2, await RunAsync("lint", _folder.Write("a.json", "[\n{\"explain\": \"a\"},\n{\"explain\": \"b\"}\n")));
        Assert.Single(Lines);
    }

    [Fact]
    public async Task Lint_OfASpreadsheetsTable_ReadsIt()
    {
        var path = _folder.Write("a.csv", "\uFEFFindex;explain;dag\r\n4;\"set_context(cell_type=\"\"A549\"\")\n"
            + "induces_phenotype(id=\"\"n1\"\", source=\"\"x\"\", phenotype=\"\"apoptosis\"\")\";\r\n");
        Assert.Equal(0, await RunAsync("lint", path));
        Assert.StartsWith("1 of 1 read as a trace", _errors.ToString());
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32BE")]
    public async Task Lint_OfAnotherUnicode_ReadsItAndSaysWhatItTook(string encoding)
    {
        var path = _folder.File("a.txt");
        await File.WriteAllBytesAsync(path, Encoding.GetEncoding(encoding).GetBytes(Sound));
        Assert.Equal(0, await RunAsync("lint", path));
        Assert.StartsWith($"{path} is read as UTF-", _errors.ToString());
    }

    [Fact]
    public async Task Convert_OfWindows1252_KeepsItsLetters()
    {
        var path = _folder.File("a.txt");
        await File.WriteAllBytesAsync(path, Encoding.Latin1.GetBytes(Sound.Replace("12 nM", "0.5 \u00B5M")));
        Assert.Equal(0, await RunAsync("convert", path, "--to", "text"));
        Assert.Contains("0.5 \u00B5M", _output.ToString());
        Assert.Contains("Windows-1252, which is a guess", _errors.ToString());
    }

    [Fact]
    public async Task Lint_OfWhatIsNoText_SaysWhatItIsAndExitsWith2()
    {
        var path = _folder.Write("a.txt", "%PDF-1.7 and more");
        Assert.Equal(2, await RunAsync("lint", path));
        Assert.Equal($"{path} cannot be read: it is a PDF. Give the text itself.", _errors.ToString().TrimEnd());
    }

    private string[] Lines => _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private async Task<int> RunAsync(params string[] args) => (await CommandLineVerbs.TryRunAsync(args, _output, _errors))!.Value;
}
