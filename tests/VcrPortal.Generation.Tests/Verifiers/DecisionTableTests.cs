using VcrPortal.Generation.Verifiers;
using VcrPortal.Generation.Verifiers.Judging;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Verifiers;

public class DecisionTableTests
{
    /// <summary>Writes them anew where VCR_REWRITE_DOCS is set.</summary>
    [Fact]
    public async Task EveryTableOfTheProduct_StandsInTheDocsWordForWord_AndNoOther()
    {
        var path = Path.Combine(ReferenceData.Repository(), "docs", "knowledge.md");
        var docs = await File.ReadAllLinesAsync(path);
        var start = Array.FindIndex(
            docs, Array.IndexOf(docs, "## Decision tables"), line => line.StartsWith("|---", StringComparison.Ordinal)) + 1;
        var end = Array.FindIndex(docs, start, line => !line.StartsWith('|'));
        string[] told =
        [
            .. DecisionTable.All.Select(
                t => $"| {t.Verifier}{(t.Judges is null ? "" : $": {t.Judges}")} | {t.Supported} | {t.Refuted} | {t.Undetermined} |"),
        ];
        if (Environment.GetEnvironmentVariable("VCR_REWRITE_DOCS") is "1")
            await File.WriteAllTextAsync(path, string.Join('\n', [.. docs[..start], .. told, .. docs[end..]]) + "\n");
        else Assert.Equal(docs[start..end], told);
    }

    [Fact]
    public void EveryVerifier_IsRegistered_AndHasATable()
    {
        var verifiers = typeof(IVerifier).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IVerifier)))
            .Where(t => t != typeof(ModelJudge)).ToList(); // an opinion, and off unless it is set up
        var told = DecisionTable.All.Select(t => t.Verifier.Split(',')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(verifiers.Count, told.Count);
        Assert.Equal(verifiers.Count, VerifierRegistry.All.Length);
        Assert.All(VerifierRegistry.All, verifier => Assert.NotEmpty(verifier.Tables));
    }
}
