using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Export;

/// <summary>Hands out a trace to be carried away as a file; who is signed in leaves an entry.</summary>
[Requires(Operation.ExportTrace)]
public sealed class ExportTrace(ReadTrace traces, IDbContextFactory<PortalDb> databases, TimeProvider clock, ILogger<ExportTrace> log)
{
    /// <param name="revision">Null for the latest.</param>
    /// <returns>Null when there is no such trace or revision, or the caller may not see it.</returns>
    public async Task<TraceView?> RunAsync(int number, int? revision, ExportFormat format, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ExportTrace) || await traces.RunAsync(number, revision, caller, ct) is not { } trace) return null;
        if (!caller.IsSignedIn) return trace; // one visitor is like another, and programs come often
        await using var db = await databases.CreateDbContextAsync(ct);
        var subject = HistorySubject.Revision(trace.Revision, number);
        await HistoryWriter.NoteAsync(
            db, caller.Key, Operation.ExportTrace, subject, clock.GetUtcNow().UtcDateTime, format.Extension, log, ct);
        return trace;
    }
}
