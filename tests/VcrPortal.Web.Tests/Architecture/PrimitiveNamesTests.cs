using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Tests;

namespace VcrPortal.Web.Tests.Architecture;

/// <summary>
/// A primitive is named in the vocabulary, which is data, and by the engines that write it. All else asks what a primitive is (its kind,
/// its output, its words), so that a new primitive needs no change of code.
/// </summary>
public class PrimitiveNamesTests
{
    private static readonly string Source = Path.Combine(ReferenceData.Repository(), "src");

    private static readonly string[] Allowed = ["VcrPortal.Reasoning/Vocabulary/", "VcrPortal.Generation/Agents/"];

    [Fact]
    public void Code_OutsideOfTheVocabularyAndTheEngines_NamesNoPrimitive() =>
        Assert.Empty(Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories).Where(IsOurs)
            .SelectMany(file => NamesIn(File.ReadLines(file)).Select(found => $"{Path.GetRelativePath(Source, file)}: {found}")));

    [Fact]
    public void Names_InCodeAndNotInComments_AreFound() =>
        Assert.Equal(
            ["2: binds_to", "3: set_context"],
            NamesIn(["// binds_to in a comment", "if (action.Name == \"binds_to\")", "$\"No set_context.\"", "(\"DTI\", \"`binds_to`\")"]));

    private static bool IsOurs(string file)
    {
        var path = Path.GetRelativePath(Source, file).Replace('\\', '/');
        return (path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            && !Allowed.Any(a => path.StartsWith(a, StringComparison.Ordinal));
    }

    // The decision tables of verifiers are words for readers: they name primitives as the pages do, in backticks.
    private static bool IsNamed(string line, string name) =>
        line.Replace($"`{name}`", "", StringComparison.Ordinal).Contains(name, StringComparison.Ordinal);

    private static IEnumerable<string> NamesIn(IEnumerable<string> lines) =>
        lines.Select((line, at) => (Text: line.TrimStart(), Number: at + 1))
            .Where(line => !line.Text.StartsWith("//", StringComparison.Ordinal) && !line.Text.StartsWith("@*", StringComparison.Ordinal))
            .SelectMany(line => PrimitiveVocabulary.Vcr20.Primitives.Where(p => IsNamed(line.Text, p.Name))
                .Select(p => $"{line.Number}: {p.Name}"));
}
