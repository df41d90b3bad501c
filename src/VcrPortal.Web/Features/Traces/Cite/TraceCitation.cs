using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Cite;

/// <summary>One frozen revision of a trace as others cite it.</summary>
internal static class TraceCitation
{
    /// <param name="root">Scheme and host, without a slash at the end.</param>
    public static Citation From(TraceView trace, string root)
    {
        var revision = trace.Revisions.First(r => r.Revision == trace.Revision);
        var name = PortalUrls.Accession(trace.Number);
        return new(
            FormattableString.Invariant($"{name}r{trace.Revision}"),
            FormattableString.Invariant($"{trace.Title} ({name}, revision {trace.Revision})"), trace.Engine, trace.Revision, revision.At,
            root + PortalUrls.Trace(trace.Number, trace.Revision), revision.Hash);
    }
}
