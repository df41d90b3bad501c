using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Collections;

/// <summary>Puts traces and claims into a collection, in the revision that was looked at.</summary>
[Requires(Operation.EditCollection)]
public sealed class FillCollection(IDbContextFactory<PortalDb> databases, GraphCache graphs, TimeProvider clock)
{
    /// <summary>Things in one collection: a page shows them all.</summary>
    public const int MostItems = 500;

    /// <summary>Things that are put in at once: a page of a list.</summary>
    public const int MostAtOnce = 100;

    /// <summary>Adds them at the end; what is in it already stays where it is, and the note is written below its own.</summary>
    /// <param name="note">The same for each of them.</param>
    public Task<CollectionOutcome> RunAsync(
        int number, ImmutableArray<PickedTrace> picked, string? note, Caller caller, CancellationToken ct)
    {
        if (picked.IsEmpty) return Refused("Choose what to put in: tick traces of a list, or open a trace.");
        if (picked.Length > MostAtOnce) return Refused($"At most {MostAtOnce} items are put in at once. Choose fewer, and come again.");
        if (note?.Trim().Length > CollectionRow.LongestText) return Refused(ArrangeCollection.NoteTooLong);
        return CollectionChange.RunAsync(
            databases, clock.GetUtcNow().UtcDateTime, number, "put in", caller,
            (db, collection) => AddAsync(db, collection, picked, note?.Trim() ?? "", caller, ct), ct);
    }

    private async Task<CollectionOutcome> AddAsync(
        PortalDb db, CollectionRow collection, ImmutableArray<PickedTrace> picked, string note, Caller caller, CancellationToken ct)
    {
        var there = await db.CollectionItems.Where(i => i.CollectionNumber == collection.Number)
            .Select(i => new { Key = new ItemKey(i.TraceNumber, i.Action), i.Place }).ToListAsync(ct);
        var known = there.Select(i => i.Key).ToHashSet();
        var (place, added) = (there.Select(i => i.Place).DefaultIfEmpty().Max(), 0);
        foreach (var pick in picked)
        {
            if (await FindAsync(db, pick, caller, ct) is not var (key, revision))
                return new CollectionOutcome.Invalid($"There is no {NameOf(pick)} for you to put in. Look at its number.");
            if (!known.Add(key))
            {
                if (note.Length > 0 && await AddNoteAsync(db, collection.Number, key, note, ct) is { } tooLong) return tooLong;
                continue;
            }
            if (known.Count > MostItems)
                return new CollectionOutcome.Invalid($"A collection holds at most {MostItems} items. Make another for the rest.");
            added++;
            db.CollectionItems.Add(new CollectionItemRow
            {
                CollectionNumber = collection.Number,
                TraceNumber = key.Trace,
                Action = key.Action,
                Revision = revision,
                Place = ++place,
                Note = note,
                At = collection.ChangedAt,
            });
        }
        return new CollectionOutcome.Kept(collection.Number, added);
    }

    /// <returns>Null where the note stands there now.</returns>
    private static async Task<CollectionOutcome.Invalid?> AddNoteAsync(
        PortalDb db, int collection, ItemKey key, string note, CancellationToken ct)
    {
        if (await db.CollectionItems.AsTracking().FirstOrDefaultAsync(
            i => i.CollectionNumber == collection && i.TraceNumber == key.Trace && i.Action == key.Action, ct) is not { } item
            || $"\n\n{WrittenNote.Plain(item.Note)}\n\n".Contains($"\n\n{WrittenNote.Plain(note)}\n\n", StringComparison.Ordinal))
            return null; // chosen twice, or sent twice
        var both = item.Note.Length == 0 ? note : $"{item.Note}\n\n{note}";
        if (both.Length > CollectionRow.LongestText)
            return new($"{PortalUrls.Accession(key.Trace)} is in it already with a note, and both are more than "
                + $"{CollectionRow.LongestText:N0} characters. Make this one shorter, or change the one in the collection.");
        item.Note = both;
        return null;
    }

    /// <returns>Null when there is no such trace, revision or claim, or not for this caller.</returns>
    private async Task<(ItemKey Key, int Revision)?> FindAsync(PortalDb db, PickedTrace pick, Caller caller, CancellationToken ct)
    {
        if (TraceAddress.Read(pick.Trace) is not var (number, wanted)) return null;
        var revisions = db.TraceRevisions;
        var found = await (
            from trace in db.Traces.VisibleTo(db, caller).Where(t => t.Number == number)
            from revision in revisions.Where(r => r.TraceNumber == number && r.Revision == (wanted ?? trace.Revision))
            select new { revision.Revision, revision.Hash, Text = pick.Action == null ? null : revision.Text }).FirstOrDefaultAsync(ct);
        if (found is null) return null;
        if (pick.Action is not { Length: > 0 } action) return (new(number, ""), found.Revision);
        return action.Length <= CollectionItemRow.LongestAction
            && graphs.Read(found.Hash, found.Text!).Graph.Find(new NodeId(action)) is not null
                ? (new(number, action), found.Revision) : null;
    }

    private static string NameOf(PickedTrace pick) =>
        pick.Action is { Length: > 0 } action ? $"claim {action.Fit(40)} in {pick.Trace.Fit(40)}" : pick.Trace.Fit(40);

    private static Task<CollectionOutcome> Refused(string reason) =>
        Task.FromResult<CollectionOutcome>(new CollectionOutcome.Invalid(reason));
}
