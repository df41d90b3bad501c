using VcrPortal.Generation.Verifiers;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Verifiers;

public class DecisionTableTests
{
    [Fact]
    public void EveryTableOfTheProduct_StandsInTheDocsWordForWord_AndNoOther()
    {
        var docs = File.ReadAllLines(Path.Combine(ReferenceData.Repository(), "docs", "knowledge.md"));
        var rows = docs.SkipWhile(l => l != "## Decision tables").SkipWhile(l => !l.StartsWith("|---", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(l => l.StartsWith('|'));
        Assert.Equal(
            rows, DecisionTable.All.Select(
            t => $"| {t.Verifier}{(t.Judges is null ? "" : $": {t.Judges}")} | {t.Supported} | {t.Refuted} | {t.Undetermined} |"));
    }

    [Fact]
    public void EveryVerifier_HasATable()
    {
        var verifiers = typeof(IVerifier).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IVerifier))).ToList();
        var told = DecisionTable.All.Select(t => t.Verifier.Split(',')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(verifiers.Count, told.Count);
    }
}
