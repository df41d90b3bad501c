using System.Text.RegularExpressions;
using VcrPortal.Web.Ui.Markdown;

namespace VcrPortal.Web.Features.Annotations;

/// <summary>A sentence of a report that the graph beside it contradicts.</summary>
/// <param name="Sentence">As it is written, in Markdown.</param>
/// <param name="Words">What it contradicts.</param>
public sealed partial record Contradicted(string Sentence, string Words)
{
    /// <summary>As it is read, without the numbers of its references.</summary>
    public string Quote => MarkdownText.WordsOf(References().Replace(Sentence, ""));

    [GeneratedRegex(@"\s*\[n?\d{1,5}(?:\s*[,;]\s*n?\d{1,5})*\](?![(:])")]
    private static partial Regex References();
}
