using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Browse.Words;

/// <summary>What the database of the moment can do: SQLite's index, and on every other the plain way.</summary>
public sealed class SearchOfDatabase : ITraceSearch
{
    private readonly FullTextOnSqlite _index = new();
    private readonly LikeTraceSearch _plain = new();

    public IQueryable<TraceRow> Narrow(PortalDb db, IQueryable<TraceRow> traces, SoughtWords words, bool isExcluded) =>
        For(db).Narrow(db, traces, words, isExcluded);

    public Task KeepAsync(PortalDb db, int trace, string text, CancellationToken ct) => For(db).KeepAsync(db, trace, text, ct);

    public Task KeepNewAsync(PortalDb db, IEnumerable<(int Trace, string Text)> texts, CancellationToken ct) =>
        For(db).KeepNewAsync(db, texts, ct);

    private ITraceSearch For(PortalDb db) => db.Database.IsSqlite() ? _index : _plain;
}
