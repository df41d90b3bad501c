using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Web.Features.Annotations;

namespace VcrPortal.Web.Tests.Features.Annotations;

/// <summary>Laws of finding a passage again. Texts hold letters of one and of two UTF-16 units, combining marks, right-to-left letters and
/// halves of pairs.</summary>
public class PlaceQuoteTests
{
    private static readonly Gen<string> Text = Gen.Elements("a", "b", " ", "MEK", "🧬", "é", "שלום", "\u0301", "\n", ". ", "\ud83e")
        .ArrayOf().Select(string.Concat);

    private static readonly Gen<(CodePoints Text, TextSpan Span)> Chosen =
        from text in Text.Where(t => t.Length > 0).Select(t => new CodePoints(t))
        from start in Gen.Choose(0, text.Count - 1)
        from end in Gen.Choose(start + 1, text.Count)
        select (text, new TextSpan(start, end));

    [Fact]
    public void Passage_InItsOwnText_IsWhereItWas() => Prop.ForAll(Chosen.ToArbitrary(), chosen =>
        PlaceQuote.In(chosen.Text, Quote(chosen), chosen.Span) == new PassagePlace.Found(chosen.Span)).QuickCheckThrowOnFailure();

    [Fact]
    public void Passage_BehindTextThatIsPutInFront_MovesByItsLength() => Prop.ForAll(
        Chosen.ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), (chosen, length) =>
        {
            // Letters that no text above has, so that nothing of it can be taken for the passage.
            var longer = new CodePoints(new string('x', length) + chosen.Text.Text);
            var place = PlaceQuote.In(longer, Quote(chosen), chosen.Span);
            return IsHalved(chosen.Text) || (place is PassagePlace.Found(var at) && longer.Slice(at.Start, at.End) == Quote(chosen).Exact
                && (chosen.Span.Length < 24 || at.Length == chosen.Span.Length));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Found_AlwaysSaysTheSameWords_AndChanged_LiesInTheText() => Prop.ForAll(
        Chosen.ToArbitrary(), Text.ToArbitrary(), (chosen, other) =>
        {
            var text = new CodePoints(other);
            return PlaceQuote.In(text, Quote(chosen), chosen.Span) switch
            {
                PassagePlace.Found(var at) => text.Slice(at.Start, at.End) == Quote(chosen).Exact,
                PassagePlace.Changed(var at) => at.Start >= 0 && at.Length > 0 && at.End <= text.Count,
                _ => true,
            };
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Passage_IsGone_FromATextThatSharesNoWord() => Prop.ForAll(Chosen.ToArbitrary(), chosen =>
        PlaceQuote.In(new CodePoints("zzzyyy"), Quote(chosen), chosen.Span) is PassagePlace.Gone).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("MEK falls. ERK falls.", "ERK falls", "RAF holds. MEK falls. ERK falls.", "ERK falls")]
    [InlineData("It binds MEK tightly in C32 cells, and ERK falls.", "binds MEK tightly in C32 cells",
        "It binds MEK less tightly in C32 cells, and ERK falls.", "binds MEK less tightly in C32 cells")]
    public void Passage_ThatMovedOrWasReworded_IsFound(string before, string exact, string after, string expected)
    {
        var (was, becomes) = (new CodePoints(before), new CodePoints(after));
        var start = was.OfUnit(before.IndexOf(exact, StringComparison.Ordinal));
        var span = new TextSpan(start, start + new CodePoints(exact).Count);
        var at = PlaceQuote.In(becomes, TextQuote.At(was, span)!, span) switch
        {
            PassagePlace.Found(var found) => found,
            PassagePlace.Changed(var changed) => changed,
            _ => default,
        };
        Assert.Equal(expected, becomes.Slice(at.Start, at.End));
    }

    [Fact]
    public void ShortWord_WhoseSentenceWasCut_IsNotTakenForAnotherOneLikeIt()
    {
        var was = new CodePoints("First, MEK falls in C32. Then nothing.");
        var becomes = new CodePoints("Long before that a table said MEK, once.");
        var span = new TextSpan(7, 10);
        Assert.Equal("MEK", was.Slice(7, 10));
        Assert.IsType<PassagePlace.Gone>(PlaceQuote.In(becomes, TextQuote.At(was, span)!, span));
    }

    [Fact]
    public void OfWordsThatStandTwice_TheOneWithTheSameSurroundingsIsMeant()
    {
        var was = new CodePoints("ERK falls early. ERK falls late.");
        var span = new TextSpan(17, 26);
        Assert.Equal("ERK falls", was.Slice(span.Start, span.End));
        var becomes = new CodePoints("New. ERK falls early. Much more. ERK falls early. ERK falls late.");
        Assert.Equal(new PassagePlace.Found(new TextSpan(50, 59)), PlaceQuote.In(becomes, TextQuote.At(was, span)!, span));
    }

    private static TextQuote Quote((CodePoints Text, TextSpan Span) chosen) => TextQuote.At(chosen.Text, chosen.Span)!;

    // Half of a pair joins another half when something is put beside it: then no text is what it was.
    private static bool IsHalved(CodePoints text) => text.Text.EnumerateRunes().Any(r => r.Value == 0xFFFD);
}
