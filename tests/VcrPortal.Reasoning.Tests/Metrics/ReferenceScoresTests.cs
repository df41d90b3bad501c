using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Metrics;

namespace VcrPortal.Reasoning.Tests.Metrics;

/// <summary>The reference code's numbers, blind spots included. Expected values worked out by hand.</summary>
public class ReferenceScoresTests
{
    private const string Explain =
        "set_context(cell_type=\"C32\")\n  binds_to(id=\"n1\", actor=\"a\", target=\"b\")\n  explodes(id=\"n2\")\n"
        + "  induces_phenotype(id=\"n3\", source=\"a\", phenotype=\"p\")";
    private const string Dag = "edge(\"n1\", \"n2\", relation=\"causal\")\nedge(\"n2\", \"n3\", relation=\"causal\")";

    [Fact]
    public void PrimitiveValidity_IsTheShareOfKnownNames() => Assert.Equal(0.75, Score(Explain, Dag).PrimitiveValidity);

    [Fact]
    public void PrimitiveValidity_OfNothing_IsZero() => Assert.Equal(0, Score("", Dag).PrimitiveValidity);

    [Fact]
    public void SchemaValidity_NeedsEveryTagClosed()
    {
        Assert.Equal(1, ReferenceScores.Compute(new("", "", Damage.Sound)).SchemaValidity);
        Assert.Equal(0, ReferenceScores.Compute(new("", "", Damage.Sound.Replace("</dag>", ""))).SchemaValidity);
        Assert.Equal(0, ReferenceScores.Compute(new("", "", Damage.Sound.Replace("<think>", "<Think>"))).SchemaValidity);
    }

    [Theory]
    [InlineData(Explain, Dag, 1)]
    [InlineData(Explain, "", 1)]
    [InlineData(Explain, "edge(\"n1\", \"n9\", relation=\"causal\")", 0)]
    [InlineData(Explain, "edge(\"n0\", \"n1\", relation=\"causal\")", 0)]
    [InlineData(Explain + "\n", Dag, 0)]
    public void IdCoherence_CountsLinesAndIds(string explain, string dag, double score) =>
        Assert.Equal(score, Score(explain, dag).IdCoherence);

    [Theory]
    [InlineData(Dag, 1)]
    [InlineData("", 1)]
    [InlineData(Dag + "\nedge(\"n3\", \"n1\", relation=\"causal\")", 0)]
    [InlineData("edge(\"n1\", \"n1\", relation=\"causal\")", 0)]
    [InlineData(Dag + "\nedge('n3', 'n1', relation='causal')", 1)]
    public void DagWellFormed_MeansNoCycleAmongTheEdgesItSees(string dag, double score) =>
        Assert.Equal(score, Score(Explain, dag).DagWellFormed);

    [Fact]
    public void EdgeF1_ComparesTriplesToFourDecimals()
    {
        const string reference =
            "edge(\"n1\", \"n2\", relation=\"causal\")\nedge(\"n2\", \"n3\", relation=\"correlative\")\n"
            + "edge(\"n3\", \"n4\", relation=\"causal\")";

        // One shared of two found and three expected: 2 * 1 / 5.
        Assert.Equal(0.4, Score("", Dag, "", reference).EdgeF1!.Value);
        Assert.Equal(1, Score("", Dag, "", Dag).EdgeF1!.Value);
        Assert.Equal(0.6667, Score("", Dag, "", Dag.Split('\n')[0]).EdgeF1!.Value);
        Assert.Equal(0, Score("", "", "", "").EdgeF1!.Value);
    }

    [Fact]
    public void PrimitiveF1_ComparesMultisets() =>
        // Shared: set_context and one binds_to, of four and three names.
        Assert.Equal(0.5714, Score(Explain, "", "set_context()\nbinds_to(id=\"n1\")\nbinds_to(id=\"n2\")", "").PrimitiveF1!.Value);

    [Fact]
    public void IdCoherence_WhenBlanksStandAroundTheEquals_CountsTheIds() =>
        Assert.Equal(1, Score("set_context()\nbinds_to(id =\t\"n1\")\nbinds_to(id = 'n2')", "edge(\"n1\", \"n2\")").IdCoherence);

    [Fact]
    public void PrimitiveValidity_WhenTheParenthesisStandsOnTheNextLine_CountsTheName() =>
        Assert.Equal(2.0 / 3, Score("set_context()\nmade_up\n\n (id=\"n1\")\n\n  binds_to(id=\"n2\")", "").PrimitiveValidity, 12);

    [Fact]
    public void TheHandWrittenPatterns_FindWhatTheExpressionsFind() =>
        Prop.ForAll(Texts, text =>
        {
            var (names, ids, tokens, edges) = (new List<TextPiece>(), new List<TextPiece>(), new List<TextPiece>(), new List<EdgePieces>());
            ReferencePatterns.AddPrimitives(text, names);
            ReferencePatterns.AddIds(text, ids);
            ReferencePatterns.AddTokens(text, tokens);
            ReferencePatterns.AddEdges(text, edges);
            return Found(text, $@"^{Blanks}([A-Za-z_]{Word}*){Blanks}\(", RegexOptions.Multiline).SequenceEqual(names)
                && Found(text, $"""(?<!{Word})id{Blanks}={Blanks}["'](n\d+)["']""").SequenceEqual(ids)
                    && Found(text, $@"(?<!{Word})(n\d+)(?!{Word})").SequenceEqual(tokens)
                && Found(text, Edge(1)).SequenceEqual(edges.Select(e => e.Source))
                    && Found(text, Edge(2)).SequenceEqual(edges.Select(e => e.Target))
                && Found(text, Edge(3)).SequenceEqual(edges.Select(e => e.Relation));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    // A word's character and a blank to Python's expressions; .NET's own classes differ in rare scripts.
    private const string Word = @"[\p{L}\p{Nd}\p{Nl}\p{No}_]";
    private const string Blanks = @"[\s\x1c-\x1f]*";

    private static string Edge(int group) =>
        string.Format(CultureInfo.InvariantCulture, """edge\("{0}",{3}"{1}",{3}relation="{2}"\)""",
            [.. new[] { @"n\d+", @"n\d+", Word + "+" }.Select((part, at) => at + 1 == group ? $"({part})" : part), Blanks]);

    private static Arbitrary<string> Texts => Gen.OneOf(
        Damage.AnyText.Generator,
        Gen.ListOf(
            Gen.Elements(
            "edge(\"n1\", \"n2\", relation=\"causal\")", "edge(\"", "n1", "\",", " ", "\"", "relation=\"", "causal", "\")", "id=\"n3\"",
            "id", "=", "id=", "\n", "_", "binds_to", "(", "x", "7", "\t"))
            .Select(parts => string.Concat(parts))).ToArbitrary();

    private static IEnumerable<TextPiece> Found(string text, string pattern, RegexOptions options = RegexOptions.None) =>
        Regex.Matches(text, pattern, options).Select(match => new TextPiece(match.Groups[1].Index, match.Groups[1].Length));

    private static ReferenceScores Score(string explain, string dag, string? referenceExplain = null, string? referenceDag = null) =>
        ReferenceScores.Compute(new(explain, dag), referenceExplain is null ? null : new(referenceExplain, referenceDag!));
}
