using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using VcrPortal.Tests;

namespace VcrPortal.Web.Tests.Architecture;

/// <summary>
/// The framework answers 500 where a component inside of a page says that nothing is found: by then the page has been drawn. So only pages
/// say so, no page stands inside of another, and what a page shows in place of itself is decided before it is drawn.
/// </summary>
public partial class NotFoundTests
{
    private static readonly string Source = Path.Combine(ReferenceData.Repository(), "src", "VcrPortal.Web");

    private static readonly HashSet<string> Pages = [.. typeof(Program).Assembly.GetTypes()
        .Where(t => t.IsDefined(typeof(RouteAttribute), false)).Select(t => t.Name)];

    [Fact]
    public void NotFound_IsSaidByPagesOnly()
    {
        var saying = Sources().Where(file => SayingPattern().IsMatch(File.ReadAllText(file))).Select(NameOf).Distinct().ToList();
        Assert.NotEmpty(saying);
        Assert.Empty(saying.Except(Pages));
    }

    [Fact]
    public void Pages_StandInsideOfNoOther() => Assert.Empty(
        from file in Sources()
        from Match tag in TagPattern().Matches(File.ReadAllText(file))
        where file.EndsWith(".razor", StringComparison.Ordinal) && Pages.Contains(tag.Groups["name"].Value)
        select $"{Path.GetRelativePath(Source, file)}: {tag.Value}");

    /// <summary>After the first wait a page has been drawn as far as it was, children included.</summary>
    [Fact]
    public void NotFound_IsSaidWhilePagesBegin()
    {
        var late = Sources().Where(file => SayingPattern().IsMatch(File.ReadAllText(file)))
            .Where(file => SayingPattern().Matches(File.ReadAllText(file))
                .Any(said => !BeginningPattern().IsMatch(MethodAround(File.ReadAllText(file), said.Index))));
        Assert.Empty(late.Select(file => Path.GetRelativePath(Source, file)));
    }

    private static string MethodAround(string text, int at) =>
        text[..at].LastIndexOf("\n    protected ", StringComparison.Ordinal) is var overridden and >= 0
        && text[..at].LastIndexOf("\n    private ", StringComparison.Ordinal) < overridden
            ? text[overridden..text.IndexOf('\n', overridden + 1)] : "";

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories)
        .Where(f => (f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string NameOf(string file) => Path.GetFileName(file).Split('.')[0];

    [GeneratedRegex(@"\b(?:Navigation|NavigationManager|navigation)\.NotFound\(\)", RegexOptions.CultureInvariant)]
    private static partial Regex SayingPattern();

    [GeneratedRegex(@"<(?<name>[A-Z]\w+)[\s/>]", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"\b(?:OnInitialized|OnParametersSet)(?:Async)?\(", RegexOptions.CultureInvariant)]
    private static partial Regex BeginningPattern();
}
