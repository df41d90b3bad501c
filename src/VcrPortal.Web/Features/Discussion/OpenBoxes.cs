namespace VcrPortal.Web.Features.Discussion;

/// <summary>What somebody has open in a discussion: small, and kept while the page is paused.</summary>
/// <param name="About">The subject that is shown alone, as text; null: everything.</param>
/// <param name="Answering">The first comment of the thread that is being answered.</param>
/// <param name="Editing">The comment that is being edited.</param>
/// <param name="Quote">What the box for the answer began with.</param>
public sealed record OpenBoxes(string? About, int? Answering = null, int? Editing = null, string Quote = "");
