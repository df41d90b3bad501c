namespace VcrPortal.Web.Features.Discussion.Votes;

/// <summary>A disagreement on its way: the reason that is chosen, if any, and the note that is typed so far.</summary>
/// <param name="About">The subject, as text.</param>
public sealed record VoteDraft(string About, Disagreement? Reason, string? Note);
