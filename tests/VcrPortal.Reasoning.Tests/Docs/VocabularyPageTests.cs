using System.Text.RegularExpressions;
using VcrPortal.Tests;

namespace VcrPortal.Reasoning.Tests.Docs;

/// <summary>The page of words holds only those that are used.</summary>
public partial class VocabularyPageTests
{
    [Fact]
    public void EveryNameOnThePage_IsAWordOfTheSource()
    {
        var source = Path.Combine(ReferenceData.Repository(), "src");
        var used = Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".cs" or ".razor")
            .SelectMany(f => Name().Matches(File.ReadAllText(f)).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);
        var page = File.ReadAllLines(Path.Combine(ReferenceData.Repository(), "docs", "vocabulary.md"));
        var named = page.Where(line => line.StartsWith('|')).SelectMany(line => FirstColumn().Match(line).Value.Split('`'))
            .Where(word => CapitalName().IsMatch(word)).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, word => Assert.Contains(word, used));
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\|[^|]*\|")]
    private static partial Regex FirstColumn();

    [GeneratedRegex("^[A-Z][A-Za-z]+$")]
    private static partial Regex CapitalName();
}
