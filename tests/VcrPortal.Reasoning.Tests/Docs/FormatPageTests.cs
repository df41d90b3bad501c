using System.Globalization;
using VcrPortal.Reasoning.Arguments;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Tests.Docs;

/// <summary>What docs/format.md teaches is so.</summary>
public class FormatPageTests
{
    [Fact]
    public void Examples_OfSoundText_AreReadWithoutARemark()
    {
        Assert.NotEmpty(FormatPage.Examples("vcr"));
        Assert.All(FormatPage.Examples("vcr"), example => Assert.Empty(ExplanationReader.Read(example).Diagnostics));
    }

    [Fact]
    public void Examples_OfOtherSpellings_ReadAsTheFirstExample()
    {
        var first = ExplanationReader.Read(FormatPage.Examples("vcr")[0]).Graph;
        Assert.NotEmpty(FormatPage.Examples("vcr-other"));
        Assert.All(FormatPage.Examples("vcr-other"), example => Assert.True(ExplanationReader.Read(example).Graph.IsIdenticalTo(first)));
    }

    [Fact]
    public void Examples_OfFaults_GiveTheCodeThatStandsBesideThem()
    {
        var lines = FormatPage.Examples("vcr-faults").SelectMany(example =>
        {
            var diagnostics = ExplanationReader.Read(example).Diagnostics;
            return example.Split('\n').Select((line, at) => (line, Codes: diagnostics.Where(d => d.Line == at + 1).Select(d => d.Code)));
        }).Where(l => l.line.Contains("# VCR")).ToList();
        Assert.NotEmpty(lines);
        Assert.All(
            lines, l => Assert.Equal(l.line[(l.line.LastIndexOf('#') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries), l.Codes));
    }

    [Fact]
    public void DiffExample_IsWhatTheDiffSays()
    {
        var first = FormatPage.Examples("vcr")[0];
        var diff = GraphDiff.Between(
            ExplanationReader.Read(first).Graph,
            ExplanationReader.Read(first.Replace("target=\"MAP2K1\", direction=\"down\"", "target=\"MAP2K1\", direction=\"up\"")).Graph);
        Assert.Equal(Assert.Single(FormatPage.Examples("vcr-diff")).Split('\n'), DiffText.Lines(diff));
    }

    [Fact]
    public void JsonExample_HoldsTheFirstExample()
    {
        var read = TraceJsonReader.Read(Assert.Single(FormatPage.Examples("json")));
        Assert.Empty(read.Diagnostics);
        Assert.True(read.Document!.Graph.IsIdenticalTo(ExplanationReader.Read(FormatPage.Examples("vcr")[0]).Graph));
    }

    [Fact]
    public void TableOfPrimitives_IsTheVocabulary() => Assert.Equal(
        PrimitiveVocabulary.Vcr20.Primitives.Select(p => new[] { $"`{p.Name}`", Names(p, true), Names(p, false), p.Definition }),
            FormatPage.Table("## The primitives"));

    [Fact]
    public void TableOfDiagnostics_IsWhatTheReaderSays() => Assert.Equal(
        DiagnosticRules.All.Select(r => new[] { r.Code, r.Severity.ToString().ToLowerInvariant(), r.Meaning }),
            FormatPage.Table("## What can be wrong"));

    [Fact]
    public void TableOfAffinities_IsHowTheyAreRead()
    {
        Assert.NotEmpty(FormatPage.Table("## Affinities"));
        Assert.All(FormatPage.Table("## Affinities"), row =>
        {
            var affinity = Affinity.TryParse(row[0].Trim('`'));
            Assert.Equal(
                row[1], affinity?.Nanomolar is { } nanomolar
                ? Number(nanomolar) + (affinity.NanomolarUpper is { } upper ? "–" + Number(upper) : "") : "words");
        });
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Names(ActionPrimitive primitive, bool required) =>
        string.Join(", ", primitive.Arguments.Where(a => a.Required == required).Select(a => a.Name));
}
