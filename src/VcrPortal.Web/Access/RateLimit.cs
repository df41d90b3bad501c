namespace VcrPortal.Web.Access;

/// <summary>How often one person may do something.</summary>
/// <param name="Most">Operations of one person in <see cref="Span"/>.</param>
public sealed record RateLimit(int Most, TimeSpan Span);
