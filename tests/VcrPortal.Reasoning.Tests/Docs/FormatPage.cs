using VcrPortal.Tests;

namespace VcrPortal.Reasoning.Tests.Docs;

/// <summary>docs/format.md, with its fenced examples.</summary>
internal static class FormatPage
{
    public static string[] Lines { get; } = File.ReadAllLines(Path.Combine(ReferenceData.Repository(), "docs/format.md"));

    /// <summary>The texts of the fences of this language, in order.</summary>
    public static List<string> Examples(string language)
    {
        var found = new List<string>();
        for (var i = 0; i < Lines.Length; i++)
            if (Lines[i] == "```" + language) found.Add(string.Join('\n', Lines[(i + 1)..].TakeWhile(line => line != "```")));
        return found;
    }

    /// <summary>The cells of the rows below this heading.</summary>
    public static List<string[]> Table(string heading) =>
        [.. Lines.SkipWhile(l => l != heading).Skip(1).SkipWhile(l => !l.StartsWith('|')).Skip(2).TakeWhile(l => l.StartsWith('|'))
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray())];
}
