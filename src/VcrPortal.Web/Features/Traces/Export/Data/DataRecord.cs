using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Traces.Export.Data;

/// <summary>One trace of a data set, or a job that made none, with what was asked.</summary>
/// <param name="Job">Null of a trace that came from a file.</param>
/// <param name="State"><c>published</c>, <c>discarded</c> or <c>partial</c> of a trace; <c>failed</c>, <c>cancelled</c> or
/// <c>interrupted</c> of a job without one.</param>
/// <param name="Reason">Why it is not published.</param>
public sealed record DataRecord(int? Job, string Title, string RecordJson, string Engine, string State, string? Reason)
{
    public int? Trace { get; init; }
    public string? Report { get; init; }
    /// <summary>Revision 1, as the engine wrote it.</summary>
    public string? Generated { get; init; }
    /// <summary>What the publication rule, or people, left; null of what is not published.</summary>
    public string? Published { get; init; }
    /// <summary>The SHA-256 hash of the newest text that the record holds, in lower-case hexadecimal.</summary>
    public string? Hash { get; init; }
    /// <summary>On the claims of revision 1.</summary>
    public ImmutableArray<string> VerdictJson { get; init; } = [];
}
