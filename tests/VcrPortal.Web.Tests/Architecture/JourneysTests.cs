using System.Text.RegularExpressions;
using VcrPortal.Tests;

namespace VcrPortal.Web.Tests.Architecture;

/// <summary>
/// Journeys meet a page as a person does: by roles, names and labels, else by a test id, and page objects hold them. A class is there for
/// how a page looks; who changes the look breaks no journey.
/// </summary>
public partial class JourneysTests
{
    private static readonly string Journeys = Path.Combine(ReferenceData.Repository(), "e2e", "VcrPortal.E2E");
    private static readonly string Web = Path.Combine(ReferenceData.Repository(), "src", "VcrPortal.Web");

    [Fact]
    public void NoJourney_AndNoPageObject_LooksForAClass() =>
        Assert.Empty(Lines(Journeys, "*.cs").Where(line => IsClassLocator(line.Text)).Select(line => line.Where));

    [Theory]
    [InlineData("page.Locator(\".comment\")", true)]
    [InlineData("page.Locator($\"svg .claim.is-out[data-claim='{first}']\")", true)]
    [InlineData("page.Locator(\"a.claim[data-claim=n1]\")", true)]
    [InlineData("page.Locator(\"[class~=comment]\")", true)]
    [InlineData("const claims = [...svg.querySelectorAll('a.claim')];", true)]
    [InlineData("Category: [...c.classList].find(name => name)", true)]
    [InlineData("page.Locator(Fallen)", true)]
    [InlineData("page.Locator(\"input[name=login]\")", false)]
    [InlineData("page.Locator($\"[data-claim='{id}']\")", false)]
    [InlineData("main.Locator(\"a[href^='/t/VCT']\")", false)]
    [InlineData("page.GetByText(\"No claim. None.\")", false)]
    public void ClassLocator_IsFound_AndNothingElse(string line, bool isOne) => Assert.Equal(isOne, IsClassLocator(line));

    [Fact]
    public void Journeys_AndPictures_LeaveSelectorsToPageObjects() =>
        Assert.Empty(Lines(Journeys, "*.cs").Where(line => !line.Where.StartsWith("Pages/", StringComparison.Ordinal)
            && line.Text.Contains(".Locator(", StringComparison.Ordinal)).Select(line => line.Where));

    [Fact]
    public void NoJourney_IsALibraryOfAnother() =>
        Assert.Empty(Lines(Journeys, "*.cs").Where(line => AnotherJourney().IsMatch(line.Text)).Select(line => line.Where));

    [Fact]
    public void NoJourney_NamesATraceThatItDidNotMake() =>
        Assert.Empty(Lines(Journeys, "*.cs").Where(line => FirstTrace().IsMatch(line.Text)).Select(line => line.Where));

    [Fact]
    public void TestIds_ThatPageObjectsAskFor_AreOnAPage()
    {
        var asked = Lines(Journeys, "*.cs").SelectMany(line => Asked().Matches(line.Text))
            .Select(m => m.Groups[1].Value).Distinct().ToList();
        var there = Lines(Web, "*.razor").SelectMany(line => There().Matches(line.Text)).ToList();
        var written = there.Select(m => m.Groups[2].Value).ToHashSet(StringComparer.Ordinal);
        var begun = there.Select(m => m.Groups[1].Value).Where(begin => begin.Length > 0).ToList();
        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, id => !written.Contains(id) && !begun.Exists(b => id.StartsWith(b, StringComparison.Ordinal)));
    }

    private static bool IsClassLocator(string line) =>
        Selectors().Matches(line).Any(m => SelectsByClass().IsMatch(Values().Replace(m.Groups[1].Value + m.Groups[2].Value, "")))
        || Hidden().IsMatch(line)
        || line.Contains("classList", StringComparison.Ordinal) || line.Contains("className", StringComparison.Ordinal);

    private static IEnumerable<(string Where, string Text)> Lines(string folder, string pattern) =>
        from file in Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(folder, file).Replace('\\', '/')
        where !path.Contains("obj/", StringComparison.Ordinal) && !path.Contains("bin/", StringComparison.Ordinal)
        from line in File.ReadLines(file).Select((text, at) => (Text: text, Number: at + 1))
        select ($"{path}:{line.Number}: {line.Text.Trim()}", line.Text);

    /// <summary>What a locator or a script looks for.</summary>
    [GeneratedRegex("""(?:Locator|querySelector|querySelectorAll|WaitForSelectorAsync)\(\s*\$?(?:"((?:[^"\\]|\\.)*)"|'([^']*)')""")]
    private static partial Regex Selectors();

    /// <summary>A selector that stands elsewhere is not seen here.</summary>
    [GeneratedRegex("""[.]Locator\((?!\s*\$?")""")]
    private static partial Regex Hidden();

    /// <summary>They may hold points: <c>[href$='.svg']</c>.</summary>
    [GeneratedRegex("'[^']*'")]
    private static partial Regex Values();

    [GeneratedRegex(@"\.[A-Za-z_-]|\[class")]
    private static partial Regex SelectsByClass();

    [GeneratedRegex(@"\b\w+Journeys\.\w")]
    private static partial Regex AnotherJourney();

    [GeneratedRegex(@"VCT1\b")]
    private static partial Regex FirstTrace();

    [GeneratedRegex("""GetByTestId\("([^"]+)"\)""")]
    private static partial Regex Asked();

    /// <summary>Its beginning, where a part is filled in; else the whole.</summary>
    [GeneratedRegex("""data-testid="(?:@\(\$"([^{"]+)|([^"@]+)")""")]
    private static partial Regex There();
}
