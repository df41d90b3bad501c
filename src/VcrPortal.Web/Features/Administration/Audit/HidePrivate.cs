using System.Collections.Frozen;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Collections;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Administration.Audit;

/// <summary>Entries of the audit log about what its reader may not see: that somebody did something stays, what
/// it was done to goes, as everywhere.</summary>
internal static class HidePrivate
{
    /// <summary>The subject of such an entry.</summary>
    public const string Subject = "private";

    public static async Task<List<HistoryItem>> RunAsync(
        PortalDb db, List<HistoryItem> items, Caller caller, CancellationToken ct)
    {
        var traces = await HiddenAsync<TraceRow>(db, [.. items.Select(i => i.Trace).OfType<int>().Distinct()], caller, ct);
        var jobs = await HiddenAsync<JobRow>(db, Numbers(items, "job"), caller, ct);
        var batches = await HiddenAsync<BatchRow>(db, Numbers(items, "batch"), caller, ct);
        var collections = await HiddenAsync<CollectionRow>(db, Numbers(items, "collection"), caller, ct);
        bool IsHidden(HistoryItem item) => (item.Trace is { } trace && traces.Contains(trace))
            || (NumberOf(item, "job") is { } job && jobs.Contains(job))
            || (NumberOf(item, "collection") is { } collection && collections.Contains(collection))
            || (NumberOf(item, "batch") is { } batch && batches.Contains(batch));
        return items.ConvertAll(i => IsHidden(i) ? i with { Trace = null, Subject = Subject, Detail = null } : i);
    }

    private static async Task<FrozenSet<int>> HiddenAsync<TRow>(PortalDb db, int[] numbers, Caller caller, CancellationToken ct)
        where TRow : class, IResourceRow<TRow>
    {
        if (numbers.Length == 0) return [];
        var asked = db.Set<TRow>().Where(TRow.Facts.Then(f => numbers.Contains(f.Number)));
        var found = await asked.Select(TRow.Facts.Then(f => f.Number)).ToListAsync(ct);
        var shown = await asked.VisibleTo(db, caller).Select(TRow.Facts.Then(f => f.Number)).ToListAsync(ct);
        return found.Except(shown).ToFrozenSet();
    }

    private static int[] Numbers(List<HistoryItem> items, string kind) =>
        [.. items.Select(i => NumberOf(i, kind)).OfType<int>().Distinct()];

    private static int? NumberOf(HistoryItem item, string kind) => item.Subject.Split(':', 2) is [var word, var text] && word == kind
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
