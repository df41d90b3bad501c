using System.Collections.Immutable;

namespace VcrPortal.Web.Access;

/// <summary>A line of the permission table.</summary>
/// <param name="IsWritten">Whether it changes something, or lets something in or out, and so leaves a <c>HistoryEntry</c>.</param>
/// <param name="Grants">Each is one way to be allowed.</param>
/// <param name="Limit">Null where it has limits of its own, or none. Counted from the history, so only what is written has one.</param>
public sealed record OperationRule(bool IsWritten, ImmutableArray<Grant> Grants, RateLimit? Limit = null);

/// <summary>How often one person may do something.</summary>
/// <param name="Most">Operations of one person in <see cref="Span"/>.</param>
public sealed record RateLimit(int Most, TimeSpan Span);
