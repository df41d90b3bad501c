using System.Text.RegularExpressions;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Review;

namespace VcrPortal.Generation.Tests.Agents.GraphReasoning.ReportWriting;

public partial class ReportTextTests
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();
    private static readonly ITraceGenerator Engine = GraphPipeline.Over(Pack);

    [Theory]
    [InlineData("Trametinib", "C32", "is expected to lower")]
    [InlineData("Venetoclax", "A549", "is expected to raise")]
    public async Task Report_OpensWithOneSentence_ThatAnswersAndSaysHowSureItIs(string compound, string line, string says)
    {
        var opening = (await ReportAsync(compound, line)).Split("\n\n")[0];
        Assert.StartsWith($"**{compound}", opening, StringComparison.Ordinal);
        Assert.Contains(says, opening, StringComparison.Ordinal);
        Assert.Contains(
            ".** This is a prediction from drawn pathways and nothing of it was measured here", opening, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpeningSentence_HasAtMost35Words_AndNamesProliferationOnce()
    {
        foreach (var compound in Pack.Compounds)
        {
            var opening = (await ReportAsync(compound.Name, "C32")).Split(".**")[0];
            Assert.InRange(opening.Split(' ').Length, 5, 35);
            Assert.InRange(Proliferation().Count(opening), 0, 1);
        }
    }

    /// <summary>Vemurafenib's mechanism does not hold in A549, so no end is told.</summary>
    [Fact]
    public async Task Report_WithoutAnEnd_SaysSoInItsFirstSentence() => Assert.StartsWith(
        "**What Vemurafenib does in A549 cannot be told as far as a measurable effect.", await ReportAsync("Vemurafenib", "A549"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Sections_AreNumberedWithoutAGap_AndPredictionsAreWordedAsPredictions()
    {
        foreach (var compound in Pack.Compounds.Where((_, i) => i % 7 == 0))
            foreach (var line in Pack.CellLines.Where((_, i) => i % 5 == 0))
            {
                var report = await ReportAsync(compound.Name, line.Name);
                var numbers = Numbered().Matches(report).Select(m => int.Parse(m.Groups["number"].Value, null)).ToList();
                Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
                Assert.DoesNotMatch(@"\*\* \[n\d+\] (rises|falls)|The cell (gains|loses)", report);
            }
    }

    [Fact]
    public async Task WhatActsBackOnItsOwnCause_IsToldAsFeedback()
    {
        var knowledge = SmallKnowledge.From("A + B WP1", "B => G WP1", "G - B WP1", "B ~> PHENO:growth WP1");
        var report = (await GeneratedTrace.RunAsync(knowledge, "drugA", "LINE1")).Report;
        Assert.Contains("Feedback: less RNA of G would raise B again (WP1)", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatOnlyGoesOn_IsNoFeedback()
    {
        var knowledge = SmallKnowledge.From("A + B WP1", "B => G WP1", "G + B WP1", "B ~> PHENO:growth WP1");
        Assert.DoesNotContain("Feedback", (await GeneratedTrace.RunAsync(knowledge, "drugA", "LINE1")).Report, StringComparison.Ordinal);
    }

    private static async Task<string> ReportAsync(string compound, string line) =>
        (await GeneratedTrace.RunAsync(Engine, new([new(line)], [new(PerturbationKind.Chemical, compound)]))).Report;

    [GeneratedRegex("proliferation")]
    private static partial Regex Proliferation();

    [GeneratedRegex(@"^### (?<number>\d+)\. ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();
}
