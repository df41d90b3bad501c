using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Export.Data;

/// <summary>Hands out the traces of a search, all of them, in the order of their numbers. Who is signed in leaves an entry.</summary>
[Requires(Operation.ExportTrace)]
public sealed class ExportSearch(
    IDbContextFactory<PortalDb> databases, SearchTraces search, ReadTrace traces, TimeProvider clock, ILogger<ExportSearch> log)
    : IDisposable
{
    /// <summary>Traces that are read at a time: a few megabytes.</summary>
    private const int PageSize = 100;

    /// <summary>Pages that are read at the same time, of all exports together: each is a large question to the database.</summary>
    private const int PagesAtOnce = 2;

    private readonly SemaphoreSlim _turns = new(PagesAtOnce, PagesAtOnce);

    /// <param name="format">The format as the entry calls it: <c>jsonl</c>.</param>
    public async Task<IAsyncEnumerable<DataRecord>> RunAsync(TraceQuery query, string format, Caller caller, CancellationToken ct)
    {
        await RememberAsync(format, caller, ct);
        return PagesAsync(db => search.Find(db, query, caller), DataRecordsOf.ReadAsync, r => r.Trace!.Value, ct);
    }

    /// <summary>These traces, as far as the caller may see them.</summary>
    /// <param name="numbers">At most some hundreds.</param>
    public async Task<IAsyncEnumerable<DataRecord>> ForAsync(
        ImmutableArray<int> numbers, string format, Caller caller, CancellationToken ct)
    {
        await RememberAsync(format, caller, ct);
        var these = numbers.ToArray();
        return PagesAsync(
            db => db.Traces.VisibleTo(db, caller).Where(t => these.Contains(t.Number)), DataRecordsOf.ReadAsync, r => r.Trace!.Value, ct);
    }

    /// <summary>The latest revision of each, whole.</summary>
    public async Task<IAsyncEnumerable<TraceView>> GraphsAsync(TraceQuery query, Caller caller, CancellationToken ct)
    {
        await RememberAsync("zip", caller, ct);
        return PagesAsync(db => search.Find(db, query, caller), async (db, page, token) =>
        {
            var views = new List<TraceView>(PageSize);
            foreach (var number in await page.OrderBy(t => t.Number).Select(t => t.Number).ToListAsync(token))
                if (await traces.RunAsync(number, null, caller, token) is { } view) views.Add(view);
            return views;
        }, v => v.Number, ct);
    }

    public void Dispose() => _turns.Dispose();

    private async Task RememberAsync(string format, Caller caller, CancellationToken ct)
    {
        if (!caller.IsSignedIn) return; // one visitor is like another, and programs come often
        await using var db = await databases.CreateDbContextAsync(ct);
        await HistoryWriter.NoteAsync(
            db, caller.Key, Operation.ExportTrace, HistorySubject.Search, clock.GetUtcNow().UtcDateTime, format, log, ct);
    }

    private async IAsyncEnumerable<T> PagesAsync<T>(
        Func<PortalDb, IQueryable<TraceRow>> find, Func<PortalDb, IQueryable<TraceRow>, CancellationToken, Task<List<T>>> read,
        Func<T, int> numberOf, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = 0; ;)
        {
            var page = await ReadInTurnAsync(find, after, read, ct);
            foreach (var item in page) yield return item;
            if (page.Count == 0) yield break;
            after = numberOf(page[^1]);
        }
    }

    /// <summary>The turn ends with the reading: whoever takes long to receive a page keeps nobody from theirs.</summary>
    private async Task<List<T>> ReadInTurnAsync<T>(
        Func<PortalDb, IQueryable<TraceRow>> find, int after, Func<PortalDb, IQueryable<TraceRow>, CancellationToken, Task<List<T>>> read,
        CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            return await read(db, find(db).Where(t => t.Number > after).OrderBy(t => t.Number).Take(PageSize), ct);
        }
        finally { _turns.Release(); }
    }
}
