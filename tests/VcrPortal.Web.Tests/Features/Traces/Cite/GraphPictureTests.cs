using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SkiaSharp;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Cite.Picture;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces.Cite;

public sealed partial class GraphPictureTests(PublishedTrace published) : IClassFixture<PublishedTrace>
{
    [Fact]
    public async Task APicture_HasTheSizeThatMessengersExpect_AndTheColoursOfWhatWasMeasured()
    {
        using var picture = SKBitmap.Decode(GraphPicture.Draw(await TraceAsync()));
        Assert.Equal((1200, 630), (picture.Width, picture.Height));
        foreach (var token in (string[])["accent", "v-supported", "v-supported-bg", "v-refuted-bg", "c-interaction", "ink"])
            Assert.Contains(PictureColours.For(token), picture.Pixels);
    }

    [Fact]
    public async Task AClaimThatNothingTests_LooksNotContradicted()
    {
        var untested = await TraceAsync() with { Verdicts = [], Counts = new(0, 0, 0, 4, 0) };
        using var picture = SKBitmap.Decode(GraphPicture.Draw(untested));
        Assert.Contains(PictureColours.For("v-quiet-bg"), picture.Pixels);
        Assert.DoesNotContain(PictureColours.For("v-refuted-bg"), picture.Pixels);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\r\n\t")]
    [InlineData("Æ'\"<script>&#x0;")]
    [InlineData("\ud83d")]
    public async Task AnyName_HasAPicture(string name)
    {
        var hostile = string.Concat(Enumerable.Repeat(name, 2000));
        using var picture = SKBitmap.Decode(GraphPicture.Draw(await TraceAsync() with { Compound = hostile, CellLine = hostile }));
        Assert.Equal(1200, picture.Width);
    }

    [Fact]
    public async Task ATag_ChangesWithAVerdict_AndWithNothingElse()
    {
        var trace = await TraceAsync();
        Assert.Equal(GraphPictures.TagOf(trace), GraphPictures.TagOf(await TraceAsync()));
        ImmutableArray<Verdict> others = [.. trace.Verdicts.Select(v => v with { Kind = VerdictKind.Undetermined })];
        Assert.NotEqual(GraphPictures.TagOf(trace), GraphPictures.TagOf(trace with { Verdicts = others }));
    }

    [Fact]
    public void ALongSentence_IsCutAtItsLastLine()
    {
        Assert.True(PictureType.IsThere);
        using var font = PictureType.Font(24);
        var lines = PictureType.Lines(string.Join(' ', Enumerable.Repeat("mechanism", 40)), font, 300, 3);
        Assert.Equal(3, lines.Count);
        Assert.EndsWith("…", lines[^1]);
        Assert.All(lines, line => Assert.True(font.MeasureText(line) <= 300));
    }

    [Fact]
    public async Task ItsColours_AreThoseOfTheTokens()
    {
        var tokens = DayColour().Matches(await published.PageAsync("/css/tokens.css"))
            .ToDictionary(m => m.Groups[1].Value, m => SKColor.Parse(m.Groups[2].Value));
        Assert.All(PictureColours.All, c => Assert.Equal(tokens[c.Key], c.Value));
    }

    private async Task<TraceView> TraceAsync() => (await ((ReadTrace)published.Portal.Services.GetService(typeof(ReadTrace))!)
        .RunAsync(1, 1, Caller.Visitor(""), default))!;

    [GeneratedRegex(@"--([a-z0-9-]+): light-dark\((#[0-9a-f]{3,6}),")]
    private static partial Regex DayColour();
}
