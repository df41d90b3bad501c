using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Tests.Text;

/// <summary>The four blocks of a model's answer, and what is missing when it was cut.</summary>
public class BlockTests
{
    [Fact]
    public void Read_OfACompleteAnswer_IsValidAndKeepsItsText()
    {
        var result = ExplanationReader.Read(Damage.Sound);

        Assert.True(result.IsValid, string.Join("\n", result.Diagnostics));
        Assert.Equal(("First the target, then MAPK.", "Binimetinib lowers MEK activity."), (result.Think, result.Answer));
        Assert.Equal((4, 3), (result.Graph.Actions.Length, result.Graph.Edges.Length));
        Assert.Equal("allosteric pocket, \"MEK\"", result.Graph.Actions[0].Text("via"));
        Assert.Equal("MEK's loss", result.Graph.Actions[3].Text("via"));
    }

    [Fact]
    public void Read_OfCallsInThoughts_TakesThemAsText()
    {
        var result = ExplanationReader.Read(
            "<think>\nI could write binds_to(id=\"n9\", actor=\"a\", target=\"b\") in <explain> blocks.\n</think>\n"
            + Damage.Sound[Damage.Sound.IndexOf("<explain>", StringComparison.Ordinal)..]);

        Assert.Equal(4, result.Graph.Actions.Length);
        Assert.Contains("n9", result.Think);
        Assert.Contains("<explain>", result.Think);
        Assert.True(result.IsValid);
    }

    [Fact]
    public void Read_WhenATagIsRepeated_GoesOn()
    {
        var result = ExplanationReader.Read(Damage.Sound.Replace("<think>", "<think>\n<THINK >"));

        Assert.True(result.IsValid);
        Assert.Equal("First the target, then MAPK.", result.Think);
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.RepeatedTag.Code);
    }

    [Theory]
    [InlineData("</think>")]
    [InlineData("</answer>")]
    [InlineData("</explain>")]
    public void Read_WhenAnInnerTagIsNotClosed_GoesOnWithAWarning(string tag)
    {
        var result = ExplanationReader.Read(Damage.Sound.Replace(tag, ""));

        Assert.True(result.IsValid);
        Assert.Equal(4, result.Graph.Actions.Length);
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.UnclosedTag.Code);
    }

    [Fact]
    public void Read_WhenTheLastTagIsNotClosed_DiagnosesTruncation() =>
        AssertTruncated(ExplanationReader.Read(Damage.Sound.Replace("</dag>", "")));

    [Fact]
    public void Read_WhenStreamIsCutAnywhereInTheAnswer_IsNeverASuccess()
    {
        for (var length = 0; length < Damage.Sound.Length; length++)
        {
            var result = ExplanationReader.Read(Damage.Sound[..length]);
            Assert.False(result.IsValid, $"cut after {length}: …{Damage.Sound[Math.Max(0, length - 30)..length]}");
        }
    }

    [Fact]
    public void Read_WhenTextWithoutTagsIsCutInsideALine_DiagnosesTruncation()
    {
        var text = ExplanationWriter.Write(ExplanationReader.Read(Damage.Sound).Graph);
        for (var length = 1; length < text.Length; length++)
            if (text[length] != '\n' && text[length - 1] != '\n') AssertTruncated(ExplanationReader.Read(text[..length]));
    }

    [Fact]
    public void Read_WhenACallIsCut_LeavesThatCallOut()
    {
        var result = ExplanationReader.Read("set_context(cell_type=\"C32\")\nbinds_to(id=\"n1\", actor=\"binimetinib\", target=\"MAP2");

        AssertTruncated(result);
        Assert.Empty(result.Graph.Actions);
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.Truncated.Code && (d.Line, d.Column) == (2, 1));
    }

    [Fact]
    public void Read_WhenBytesEndInsideACharacter_DiagnosesTruncation()
    {
        var reader = new ExplanationReader(PrimitiveVocabulary.Vcr20);
        reader.Feed([0xE2, 0x82]);

        AssertTruncated(reader.Complete());
    }

    [Fact]
    public void Read_WhenAQuoteIsNeverClosed_LosesNoOtherLine()
    {
        var result = ExplanationReader.Read(
            "binds_to(id=\"n1\", actor=\"a\", target=\"b\nmodulates_molecule_activity(id=\"n2\", target=\"b\", direction=\"down\")\n");

        Assert.Equal(["n1", "n2"], result.Graph.Actions.Select(a => a.Id!.Value.Value));
        Assert.Equal("b", result.Graph.Actions[0].Text("target"));
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.UnclosedCall.Code && d.Line == 1);
        Assert.False(result.IsTruncated);
    }

    [Theory]
    [InlineData("</explain>\n")]
    [InlineData("<dag>\nedge(\"n1\", \"n1\")\n</dag>")]
    [InlineData("```\n")]
    [InlineData("- edge(\"n1\", \"n2\")\n")]
    public void Read_WhenACallIsNotClosedBeforeWhatFollows_EndsItThere(string next)
    {
        var result = ExplanationReader.Read("<explain>\nbinds_to(id=\"n1\", actor=\"a\", target=\"b\"\n" + next);

        Assert.Equal("b", Assert.Single(result.Graph.Actions).Text("target"));
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.UnclosedCall.Code);
    }

    [Fact]
    public void Read_OfProseBetweenCalls_SaysWhereOnceForARun()
    {
        var result = ExplanationReader.Read(
            "<explain>\nset_context(cell_type=\"C32\")\nNow the drug binds.\nIt does.\nbinds_to(id=\"n1\", actor=\"a\", target=\"b\")\n"
            + "</explain>\n");

        var warning = Assert.Single(result.Diagnostics, d => d.Code == DiagnosticRules.ProseInBlock.Code);
        Assert.Equal((3, 1, "Now the drug binds.".Length), (warning.Line, warning.Column, warning.Length));
    }

    [Fact]
    public void Read_OfAnIntroductionBeforeTheBlocks_IsANote()
    {
        var result = ExplanationReader.Read("Here is my explanation:\n\n" + Damage.Sound);

        Assert.True(result.IsValid);
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.TextOutsideBlocks.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n")]
    [InlineData("<explain></explain><dag></dag>")]
    [InlineData("I cannot answer that.")]
    public void Read_OfNothing_IsAnError(string text) =>
        Assert.Contains(ExplanationReader.Read(text).Diagnostics, d => d.Code == DiagnosticRules.NoActions.Code);

    [Fact]
    public void Complete_AskedTwice_GivesTheSameResult()
    {
        var reader = new ExplanationReader(PrimitiveVocabulary.Vcr20);
        reader.Feed(Damage.Sound);

        Assert.Same(reader.Complete(), reader.Complete());
        Assert.Throws<InvalidOperationException>(() => reader.Feed("x"));
    }

    private static void AssertTruncated(ReadResult result)
    {
        Assert.True(result.IsTruncated);
        Assert.False(result.IsValid);
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticRules.Truncated.Code);
    }
}
