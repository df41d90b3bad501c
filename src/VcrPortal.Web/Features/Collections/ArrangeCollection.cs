using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Collections;

/// <summary>Orders what is in a collection, says why it is there, and takes it out.</summary>
[Requires(Operation.EditCollection)]
public sealed class ArrangeCollection(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    internal static readonly string NoteTooLong = $"A note has at most {CollectionRow.LongestText:N0} characters.";

    /// <summary>Changes places with its neighbour; the first goes no further up.</summary>
    public Task<CollectionOutcome> MoveAsync(int number, ItemKey key, bool isUp, Caller caller, CancellationToken ct) =>
        RunAsync(number, "moved", caller, async (db, _) =>
        {
            var items = await db.CollectionItems.AsTracking().Where(i => i.CollectionNumber == number).OrderBy(i => i.Place)
                .ToListAsync(ct);
            var at = items.FindIndex(i => i.Key == key);
            if (at < 0) return new CollectionOutcome.NotFound();
            var other = isUp ? at - 1 : at + 1;
            if (other >= 0 && other < items.Count) (items[at].Place, items[other].Place) = (items[other].Place, items[at].Place);
            return new CollectionOutcome.Kept(number);
        }, ct);

    /// <summary>Writes the notes of several things at once, or none of them.</summary>
    public Task<CollectionOutcome> NoteAsync(int number, ImmutableArray<WrittenNote> notes, Caller caller, CancellationToken ct) =>
        notes.Any(n => n.Note.Length > CollectionRow.LongestText)
            ? Task.FromResult<CollectionOutcome>(new CollectionOutcome.Invalid(NoteTooLong))
            : RunAsync(number, "note", caller, async (db, _) =>
            {
                var items = await db.CollectionItems.AsTracking().Where(i => i.CollectionNumber == number).ToListAsync(ct);
                foreach (var written in notes)
                {
                    if (items.Find(i => i.Key == written.Key) is not { } item) return new CollectionOutcome.NotFound();
                    var stands = WrittenNote.Plain(item.Note);
                    if (stands != written.Seen && stands != written.Note) return NoteChanged(written);
                    item.Note = written.Note;
                }
                return new CollectionOutcome.Kept(number);
            }, ct);

    private static CollectionOutcome.Invalid NoteChanged(WrittenNote written) => new(
        $"Somebody changed the note on {PortalUrls.Accession(written.Key.Trace)} meanwhile: it stands there as it is now. What you wrote "
        + "is still in its field; save again to let that stand.");

    public Task<CollectionOutcome> TakeOutAsync(int number, ItemKey key, Caller caller, CancellationToken ct) =>
        ItemAsync(number, key, "taken out", caller, (db, item) => db.CollectionItems.Remove(item), ct);

    private Task<CollectionOutcome> ItemAsync(
        int number, ItemKey key, string word, Caller caller, Action<PortalDb, CollectionItemRow> change, CancellationToken ct) =>
        RunAsync(number, word, caller, async (db, _) =>
        {
            if (await db.CollectionItems.AsTracking().FirstOrDefaultAsync(
                i => i.CollectionNumber == number && i.TraceNumber == key.Trace && i.Action == key.Action, ct) is not { } item)
                return new CollectionOutcome.NotFound();
            change(db, item);
            return new CollectionOutcome.Kept(number);
        }, ct);

    private Task<CollectionOutcome> RunAsync(
        int number, string word, Caller caller, Func<PortalDb, CollectionRow, Task<CollectionOutcome>> change, CancellationToken ct) =>
        CollectionChange.RunAsync(databases, clock.GetUtcNow().UtcDateTime, number, word, caller, change, ct);
}
