using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Batches.Export;

/// <summary>One job of a batch that is over, with what it made.</summary>
/// <param name="State"><c>published</c>, <c>discarded</c> or <c>partial</c> of its trace; <c>failed</c>, <c>cancelled</c> or
/// <c>interrupted</c> of a job without one.</param>
/// <param name="Reason">Why it is not published.</param>
public sealed record BatchRecord(int Job, string Title, string RecordJson, string Engine, string State, string? Reason)
{
    public int? Trace { get; init; }
    public string? Report { get; init; }
    /// <summary>Revision 1, as the engine wrote it.</summary>
    public string? Generated { get; init; }
    /// <summary>What the publication rule left; null of what is not published.</summary>
    public string? Published { get; init; }
    /// <summary>On the claims of revision 1.</summary>
    public ImmutableArray<string> VerdictJson { get; init; } = [];
}
