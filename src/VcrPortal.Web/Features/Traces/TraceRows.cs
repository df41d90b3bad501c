using System.Collections.Immutable;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces;

/// <summary>What searches find a trace by: its names, its claims, and its words.</summary>
internal sealed record IndexRows(ImmutableArray<TraceTermRow> Terms, ImmutableArray<TraceClaimRow> Claims, string Words);

/// <summary>All rows of a new trace, made without the database; they have a number once they are written.</summary>
internal sealed record TraceRows(
    TraceRow Trace, TraceTextRow Text, ImmutableArray<TraceRevisionRow> Revisions, ImmutableArray<TraceVerdictRow> Verdicts,
    ImmutableArray<TraceScoreRow> Scores, IndexRows Index)
{
    public void Number(int number)
    {
        (Trace.Number, Text.TraceNumber) = (number, number);
        foreach (var row in Revisions) row.TraceNumber = number;
        foreach (var row in Verdicts) row.TraceNumber = number;
        foreach (var row in Scores) row.TraceNumber = number;
        foreach (var row in Index.Terms) row.TraceNumber = number;
        foreach (var row in Index.Claims) row.TraceNumber = number;
    }

    /// <summary>Writes those of one trace or many, table after table, within the caller's transaction.</summary>
    public static async Task InsertAsync(PortalDb db, IReadOnlyList<TraceRows> traces, CancellationToken ct)
    {
        await db.InsertAsync(traces.Select(t => t.Trace), ct);
        await db.InsertAsync(traces.Select(t => t.Text), ct);
        await db.InsertAsync(traces.SelectMany(t => t.Revisions), ct);
        await db.InsertAsync(traces.SelectMany(t => t.Verdicts), ct);
        await db.InsertAsync(traces.SelectMany(t => t.Scores), ct);
        await db.InsertAsync(traces.SelectMany(t => t.Index.Terms), ct);
        await db.InsertAsync(traces.SelectMany(t => t.Index.Claims), ct);
    }
}
