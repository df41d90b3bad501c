using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Tests.Text;

/// <summary>A text gives the same however it arrives, and nothing that arrives can stop the reader.</summary>
public class StreamTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void Feed_OfAnySplit_GivesTheSameAsTheWholeText() =>
        Prop.ForAll(Damage.AnyText, Seeds, (text, seed) =>
        {
            var whole = new ExplanationReader(PrimitiveVocabulary.Vcr20);
            var parts = new ExplanationReader(PrimitiveVocabulary.Vcr20);
            var items = whole.Feed(text.AsSpan());
            var random = new Random(seed);
            var inParts = Pieces(text.Length, random).SelectMany(range => parts.Feed(text.AsSpan(range))).ToList();
            return items.SequenceEqual(inParts) && Same(whole.Complete(), parts.Complete());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // Whole calls are read straight from the text, parts of calls piece by piece: neither way may see what the other does not.
    [Fact]
    public void Feed_OfOneCharacterAtATime_GivesTheSameAsTheWholeText() =>
        Prop.ForAll(Damage.AnyText, text =>
        {
            var whole = new ExplanationReader(PrimitiveVocabulary.Vcr20);
            var parts = new ExplanationReader(PrimitiveVocabulary.Vcr20);
            var items = whole.Feed(text.AsSpan());
            var oneByOne = Enumerable.Range(0, text.Length).SelectMany(at => parts.Feed(text.AsSpan(at, 1))).ToList();
            var result = whole.Complete();
            return items.SequenceEqual(oneByOne) && Same(result, parts.Complete()) && Same(result, ExplanationReader.Read(text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    public static TheoryData<string> NearlyPlainCalls => new(
        "binds_to(id=\"n1\", actor=\"a\", target=\"b\")", "binds_to(id=\"n1\",actor=\"a\",  target=\"b\")",
            "binds_to(id=\"n1\", actor=\"a\", target=\"b\",)", "binds_to(id=\"n1\", actor=\"a\"; target=\"b\")",
        "binds_to(target=\"b\", actor=\"a\", id=\"n1\")", "binds_to(id=\"n1\", actor=\"a\", actor=\"b\", target=\"c\")",
            "binds_to(id=\"n1\", id=\"n2\", actor=\"a\", target=\"c\")", "binds_to(id=\"\", actor=\"\", target=\" \")",
        "binds_to(id=\"n1\", actor=\"a \"b\" c\", target=\"d\")", "binds_to(id=\"n1\", actor=\"a\\\"b\", target=\"d\")",
            "binds_to(id=\"n1\", actor=\"a, target=\"d\")", "binds_to(id=\"n1\", actor=[\"a\"], target=\"d\")",
        "binds_to(id=\"n1\", actor=\"a\", target=\"b\"]", "binds_to(id=\"n1\", actor=\"a\"), target=\"b\")",
            "binds_to(id=\"n1\", actor=\"a\",\n target=\"b\")", "binds_to(id=\"n1\", actor=\"a\nb\", target=\"b\")",
            "binds_to(id=\"n1\", unknown=\"a\")",
        "binds_to (id=\"n1\", actor=\"a\", target=\"b\")", "Binds_To(id=\"n1\", actor=\"a\", target=\"b\")",
            "- binds_to(id=\"n1\", actor=\"a\", target=\"b\")", "binds_to()", "binds_to(id=\"n1\"", "9binds_to(id=\"n1\")",
            "xbinds_to(id=\"n1\")",
        "regulates_expression(id=\"n1\", regulator=\"a\", gene_list=[\"A\", \"B\"], direction=\"down\")",
            "regulates_expression(gene_list=[], direction=\"down\")", "regulates_expression(gene_list=[\"A\",], direction=\"sideways\")",
        "regulates_expression(gene_list=[\"A\" \"B\"], direction=\"up\")", "regulates_expression(gene_list=[\"A\", B], direction=\"up\")",
            "regulates_expression(gene_list=\"A, B\", direction=\"increase\")", "regulates_expression(gene_list=[\"A\")",
        "set_context(cell_type=\"C32\", genotype=\"\")", "set_context(id=\"n0\", cell_type=\"C32\")",
            "set_context(cell_type=\"A\")set_context(cell_type=\"B\")", "modulates_activity(entity=\"MAPK cascade\", direction=\"up\")",
        "edge(\"n1\", \"n2\", relation=\"causal\")",
            "edge(\"n1\",\"n2\",relation=\"correlative\")edge(\"n2\", \"n3\", relation=\"causal\")", "edge(\"n1\", \"n2\")",
            "edge(\"n1\", \" \", relation=\"causal\")", "edge(\"\", \"n2\", relation=\"causal\")",
        "edge(\"n1\", \"n2\", relation=\"Causal\")", "edge(\"n1\", \"n2\", relation=)", "edge(\"n1\", \"n2\", relation=\"causal\", \"x\")",
            "edge(\"n01\", \"n256\", relation=\"causal\")", "<dag>edge(\"n1\", \"n2\", relation=\"causal\")</dag>",
        "<think>edge(\"n1\", \"n2\")</think >\n<answer>a <dag> b</answer><explain\n>",
            "<think>\r\n <dag>edge(\"a\", \"b\", relation=\"causal\")", "# edge(\"n1\", \"n2\", relation=\"causal\")",
            "edge(\"n1\", \"n2\", relation=\"causal\") # why");

    [Theory]
    [MemberData(nameof(NearlyPlainCalls))]
    public void Feed_OfACallThatIsPlainOrNearlySo_GivesTheSameInOnePieceAndInMany(string call)
    {
        var text = $"{call}\nbinds_to(id=\"n7\", actor=\"a\", target=\"b\")\n";
        var parts = new ExplanationReader(PrimitiveVocabulary.Vcr20);
        foreach (var c in text) parts.Feed([c]);

        Assert.True(Same(ExplanationReader.Read(text), parts.Complete()));
    }

    [Fact]
    public void Feed_OfBytesCutInsideCharacters_GivesTheSameAsTheWholeText() =>
        Prop.ForAll(Seeds, seed =>
        {
            var bytes = Encoding.UTF8.GetBytes(Damage.Sound);
            var parts = new ExplanationReader(PrimitiveVocabulary.Vcr20);
            foreach (var range in Pieces(bytes.Length, new Random(seed))) parts.Feed(bytes.AsSpan(range));
            return Same(ExplanationReader.Read(Damage.Sound), parts.Complete());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Feed_OfOneByteAtATime_GivesTheSameAsTheWholeText()
    {
        var reader = new ExplanationReader(PrimitiveVocabulary.Vcr20);
        foreach (var b in Encoding.UTF8.GetBytes(Damage.Sound)) reader.Feed([b]);

        Assert.True(Same(ExplanationReader.Read(Damage.Sound), reader.Complete()));
    }

    [Fact]
    public void Feed_OfRandomBytes_NeverThrows() =>
        Prop.ForAll(Seeds, seed =>
        {
            var bytes = new byte[new Random(seed).Next(2000)];
            new Random(seed).NextBytes(bytes);
            var reader = new ExplanationReader(PrimitiveVocabulary.Vcr20);
            reader.Feed(bytes);
            return !reader.Complete().IsValid;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_OfDamagedText_NeverThrowsAndPointsIntoTheText() =>
        Prop.ForAll(Damage.AnyText, text =>
        {
            var lines = text.ReplaceLineEndings("\n").Replace('\r', '\n').Count(c => c == '\n') + 1;
            return ExplanationReader.Read(text).Diagnostics.All(
                d => d.Line >= 0 && d.Line <= lines && d.Length >= 0 && (d.Line == 0) == (d.Column == 0) && d.Message.Length > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Feed_GivesAnActionAsSoonAsItsCallCloses()
    {
        var reader = new ExplanationReader(PrimitiveVocabulary.Vcr20);

        Assert.Empty(reader.Feed("modulates_molecule_activity(id=\"n1\", target=\"BCL2\", direction=\"down\""));
        var item = Assert.Single(reader.Feed(")"));
        Assert.Equal(1, Assert.IsType<ReadItem.Action>(item).Line);
    }

    [Fact]
    public void Feed_WhenAnActionBreaksARule_SaysSoAtOnce()
    {
        var reader = new ExplanationReader(PrimitiveVocabulary.Vcr20);

        var items = reader.Feed("modulates_molecule_activity(id=\"n1\", target=\"BCL2\", direction=\"sideways\")");

        Assert.Equal(DiagnosticRules.BadDirection.Code, Assert.IsType<ReadItem.Problem>(items[1]).Value.Code);
        Assert.Single(reader.Complete().Diagnostics, d => d.Code == DiagnosticRules.BadDirection.Code);
    }

    [Fact]
    public void Read_WhenOneCallIsTooLong_SkipsItAndReadsTheRest()
    {
        var text =
            $"binds_to(id=\"n1\", actor=\"{new string('x', ExplanationReader.LongestCall)}\", target=\"y\")\n"
            + $"{ExplanationWriter.Write(Graphs.Phenotype(2))}\n";

        var result = ExplanationReader.Read(text);

        Assert.Equal("n2", Assert.Single(result.Graph.Actions).Id!.Value.Value);
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.CallTooLong.Code && d.Line == 1);
    }

    [Fact]
    public void Read_WhenThereIsNoEndOfProblems_StopsListingThem()
    {
        var result = ExplanationReader.Read(string.Concat(Enumerable.Repeat("edge()\n", 5_000)));

        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.TooManyProblems.Code);
        Assert.InRange(result.Diagnostics.Length, 2_000, 2_010);
    }

    public static TheoryData<string> Floods => new(
        "(", ")", "\"", "'", "<", "#", "a(", "\"a ", "edge(", "edge(\n", "a_b(", "a_b(\n", "[", "]", ",", "=", "a=", "\\", "\n", " ",
            "n1 -> ", "->", "<think>", "</dag>", "x y \"", "\"a\" b",
        "set_context(cell_type=\"", "gene_list=\"A\", ", "binds_to(id=\"n1\", actor=\"a\", target=\"b\")", "edge(\"n1\", \"n2\")",
            "via=a, ", "`", "“", "- ", "1. ", "\r", "\0");

    [Theory]
    [MemberData(nameof(Floods))]
    public void Read_OfSixteenTimesAsMuchOfOneThing_AllocatesAboutSixteenTimesAsMuch(string unit)
    {
        // A reader that copies what it has for each further character allocates 256 times as much; one whose buffers double, up to 32
        // times. Time is measured by eng/soak fuzz.
        foreach (var start in (string[])["", "regulates_expression(id=\"n1\", ", "binds_to(actor=\""])
        {
            Allocated(start, unit, 1_000);
            var (few, many) = (Allocated(start, unit, 50_000), Allocated(start, unit, 800_000));
            Assert.True(many < 40 * few + 65_536, $"{few} and {many} bytes for {start}{unit}…");
        }
    }

    private static long Allocated(string start, string unit, int characters)
    {
        var text = start + string.Concat(Enumerable.Repeat(unit, characters / unit.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        ExplanationReader.Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IEnumerable<Range> Pieces(int length, Random random)
    {
        for (var from = 0; from < length;)
        {
            var to = Math.Min(length, from + random.Next(1, random.Next(2) == 0 ? 4 : 40));
            yield return from..to;
            from = to;
        }
    }

    private static bool Same(ReadResult a, ReadResult b) =>
        a.Graph.IsIdenticalTo(b.Graph) && a.Graph.Edges.SequenceEqual(b.Graph.Edges) && a.Diagnostics.SequenceEqual(b.Diagnostics)
        && (a.Think, a.Answer, a.IsTruncated) == (b.Think, b.Answer, b.IsTruncated);
}
