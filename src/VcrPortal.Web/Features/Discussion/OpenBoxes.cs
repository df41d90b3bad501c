using VcrPortal.Web.Features.Annotations;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>What somebody has open in a discussion: small, and kept while the page is paused.</summary>
/// <param name="About">The subject that is shown alone, as text; null: everything.</param>
/// <param name="Answering">The first comment of the thread that is being answered.</param>
/// <param name="Editing">The comment that is being edited.</param>
/// <param name="Quote">What the box for the answer began with.</param>
/// <param name="Chosen">A passage that was chosen in the report, and is nobody's yet.</param>
public sealed record OpenBoxes(
    string? About, int? Answering = null, int? Editing = null, string Quote = "", ChosenPassage? Chosen = null);

/// <param name="Exact">The words as they were seen.</param>
public sealed record ChosenPassage(TextSpan Span, string Exact)
{
    /// <summary>The name of its draft, unlike any subject.</summary>
    public string Slot(int revision) => FormattableString.Invariant($"p:{Span.Start}-{Span.End}@{revision}");
}
