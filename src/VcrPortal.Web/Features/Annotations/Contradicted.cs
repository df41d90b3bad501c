using VcrPortal.Web.Ui.Markdown;

namespace VcrPortal.Web.Features.Annotations;

/// <summary>A sentence of a report that the graph beside it contradicts.</summary>
/// <param name="Sentence">The sentence as it is written, in Markdown.</param>
/// <param name="Words">What it contradicts.</param>
public sealed record Contradicted(string Sentence, string Words)
{
    /// <summary>The sentence as it is read.</summary>
    public string Quote => MarkdownText.QuoteOf(Sentence);
}
