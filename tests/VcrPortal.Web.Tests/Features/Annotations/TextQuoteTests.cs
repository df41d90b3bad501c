using VcrPortal.Web.Features.Annotations;

namespace VcrPortal.Web.Tests.Features.Annotations;

/// <summary>Places are counted in code points, as the W3C model asks, not in UTF-16 units.</summary>
public class TextQuoteTests
{
    [Theory]
    [InlineData("a🧬b", 3)]
    [InlineData("👩‍🔬", 3)]
    [InlineData("שלום", 4)]
    [InlineData("e\u0301", 2)]
    [InlineData("", 0)]
    public void Text_IsCountedInCodePoints(string text, int count) => Assert.Equal(count, new CodePoints(text).Count);

    [Fact]
    public void HalfAPair_CountsAsOne() => Assert.Equal(
        (1, 2), (new CodePoints("\ud83e").Count, new CodePoints("\ud83e\ud83e\uddec").Count));

    [Fact]
    public void Quote_NeverHalvesACharacter()
    {
        var text = new CodePoints("🧬🧪 שלום 👩‍🔬.");
        Assert.Equal(new TextQuote("🧪 שלום", "🧬", " 👩‍🔬."), TextQuote.At(text, new TextSpan(1, 7)));
    }

    [Fact]
    public void Context_IsAtMostThirtyTwoCodePointsOnEachSide()
    {
        var text = new CodePoints(string.Concat(Enumerable.Repeat("🧬", 50)) + "x" + string.Concat(Enumerable.Repeat("🧪", 50)));
        var quote = TextQuote.At(text, new TextSpan(50, 51))!;
        Assert.Equal((32, 32), (new CodePoints(quote.Prefix).Count, new CodePoints(quote.Suffix).Count));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(0, 4)]
    public void Span_ThatIsNotInTheText_HasNoQuote(int start, int end) =>
        Assert.Null(TextQuote.At(new CodePoints("a🧬b"), new TextSpan(start, end)));
}
