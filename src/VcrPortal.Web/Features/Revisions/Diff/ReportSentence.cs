using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace VcrPortal.Web.Features.Revisions.Diff;

/// <summary>A sentence of a report as it is written, Markdown and all.</summary>
/// <param name="Section">The heading above it; empty before the first one.</param>
public readonly partial record struct ReportSentence(string Section, string Text)
{
    /// <summary>Sentences are kept whole: a reader judges a statement, not a word of it. A heading is one too.</summary>
    public static ImmutableArray<ReportSentence> From(string report)
    {
        var section = "";
        List<ReportSentence> sentences = [];
        foreach (var line in report.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('#')) sentences.Add(new(section = line.TrimStart('#', ' '), line));
            else sentences.AddRange(Ends().Split(line).Select(sentence => new ReportSentence(section, sentence)));
        }
        return [.. sentences];
    }

    [GeneratedRegex(@"(?<=[.!?]\*{0,2})\s+(?=[\p{Lu}\p{Lt}\*\[])")]
    private static partial Regex Ends();
}
