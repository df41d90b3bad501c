using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Web.Ui.Components;

namespace VcrPortal.Web.Tests.Ui.Components;

public class TextFitTests
{
    [Fact]
    public void Cut_TextThatFits_IsLeftAlone() => Assert.Equal("BAX / BAK", TextFit.Cut("BAX / BAK", 200, 14.5));

    [Fact]
    public void Cut_AnyText_IsNeverWiderThanTheRoom() => Prop.ForAll<NonNull<string>>(text =>
        TextFit.Width(TextFit.Cut(text.Get, 120, 12), 12) <= 120).QuickCheckThrowOnFailure();

    [Fact]
    public void Cut_TextThatJustFillsTheRoom_IsNoHairWider() =>
        Assert.True(TextFit.Width(TextFit.Cut("Naaa'KUrtSWaaaaaaa", 120, 12), 12) <= 120);

    [Fact]
    public void Cut_BetweenTheHalvesOfACharacter_NeverHappens()
    {
        var cut = TextFit.Cut(string.Concat(Enumerable.Repeat("🧬", 60)), 101, 12);
        Assert.DoesNotContain(cut.Where((c, at) => char.IsHighSurrogate(c) && !char.IsLowSurrogate(cut[at + 1])), _ => true);
    }

    [Fact]
    public void Lines_LongText_BreaksAtSpacesAndCutsTheLast()
    {
        var lines = TextFit.Lines(string.Join(' ', Enumerable.Repeat("alteration", 40)), 200, 12, 3);
        Assert.Equal(3, lines.Count);
        Assert.EndsWith("…", lines[^1]);
        Assert.All(lines, line => Assert.True(TextFit.Width(line, 12) <= 200));
    }

    [Theory]
    [InlineData("Binimetinib → MAP2K1", 400, "Binimetinib → MAP2K1")]
    [InlineData("Binimetinib → MAP2K1", 100, "→ MAP2K1")]
    [InlineData("a name that is too long as well", 20, "a name that is too long as well")]
    public void Telling_OfTwoThatHaveNoRoom_IsTheSecond(string text, double width, string told) =>
        Assert.Equal(told, TextFit.Telling(text, width, 14));

    [Fact]
    public void Lines_OneEndlessWord_IsCut() => Assert.Single(TextFit.Lines(new string('x', 1_000_000), 200, 12, 3));
}
