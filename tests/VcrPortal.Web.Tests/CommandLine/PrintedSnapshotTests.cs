using System.Text.RegularExpressions;
using Snapshooter.Xunit;
using VcrPortal.Tests;
using VcrPortal.Web.CommandLine;

namespace VcrPortal.Web.Tests.CommandLine;

/// <summary>What the verbs of a terminal print, whole: scripts read it. A change shows in the committed files and is meant.</summary>
public sealed class PrintedSnapshotTests : IDisposable
{
    private const string Sound = """
        set_context(cell_type="C32")
        binds_to(id="n1", actor="binimetinib", target="MAP2K1", affinity="12 nM")
        modulates_molecule_activity(id="n2", target="MAP2K1", direction="down", via="n1")
        induces_phenotype(id="n3", source="binimetinib", phenotype="G1 arrest")
        edge("n1", "n2", relation="causal")
        edge("n2", "n3", relation="causal")

        """;

    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lint_OfAFaultyText_PrintsWhatIsCommitted() => Snapshot.Match(await PrintAsync(
        1, "lint",
            _folder.Write(
            "a.txt", Sound.Replace("\"n1\", \"n2\"", "\"n1\", \"n7\"").Replace("direction=\"down\"", "direction=\"sideways\""))));

    [Fact]
    public async Task Score_AgainstAReference_PrintsWhatIsCommitted() => Snapshot.Match(await PrintAsync(
        0, "score", _folder.Write("a.txt", Sound), "--against", _folder.Write("b.txt", Sound.Replace("causal", "correlative"))));

    [Fact]
    public async Task Diff_OfTwoExplanations_PrintsWhatIsCommitted() => Snapshot.Match(await PrintAsync(
        1, "diff", _folder.Write("a.txt", Sound),
            _folder.Write("b.txt", Sound.Replace("direction=\"down\"", "direction=\"up\"").Replace("12 nM", "15 nM"))));

    private async Task<string> PrintAsync(int exit, params string[] args)
    {
        Assert.Equal(exit, await CommandLineVerbs.TryRunAsync(args, _output, _errors));
        // The first column of a table is as wide as the name of this test's folder.
        return Regex.Replace($"{_output}--- errors\n{_errors}".ReplaceLineEndings("\n"), " {2,}", "  ")
            .Replace(_folder.Place + "/", "", StringComparison.Ordinal);
    }
}
