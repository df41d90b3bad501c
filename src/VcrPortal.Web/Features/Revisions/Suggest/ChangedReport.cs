using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>The report that somebody sends with a graph.</summary>
internal static class ChangedReport
{
    /// <returns>Null when it is as it was: browsers send lines with other ends than we keep.</returns>
    public static async Task<string?> ReadAsync(PortalDb db, NewRevision wish, CancellationToken ct) =>
        wish.Report?.ReplaceLineEndings("\n") is { } written
            && (await ReportOfRevision.ReadAsync(db, wish.Trace, wish.Base, ct))?.ReplaceLineEndings("\n").TrimEnd() != written.TrimEnd()
            ? written : null;
}
