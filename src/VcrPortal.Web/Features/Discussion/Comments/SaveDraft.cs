using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.Comments;

/// <summary>Keeps what somebody is writing, so that nothing typed is lost with a tab or a connection.</summary>
[Requires(Operation.Comment)]
public sealed class SaveDraft(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <summary>Drafts of one person; the oldest go first.</summary>
    public const int Most = 50;

    public static string ReplyTo(int comment) => "reply:" + comment.ToString(CultureInfo.InvariantCulture);
    public static string EditOf(int comment) => "edit:" + comment.ToString(CultureInfo.InvariantCulture);

    /// <param name="slot">A subject as text, or one of the above.</param>
    /// <param name="text">Empty forgets it; what is longer than a comment may be is kept up to that length.</param>
    /// <returns>False when it was not kept.</returns>
    public async Task<bool> RunAsync(int trace, string slot, string text, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.Comment) || slot.Length > DraftRow.SlotLength) return false;
        return await databases.InTransactionAsync(
            Repeatable.Always, (db, transaction) => KeepAsync(db, transaction, trace, slot, text, caller, ct), ct);
    }

    private async Task<bool> KeepAsync(
        PortalDb db, PortalTransaction transaction, int trace, string slot, string text, Caller caller, CancellationToken ct)
    {
        if (await db.FindResourceAsync<TraceRow>(trace, caller, ct) is not { } thing || !caller.May(Operation.Comment, thing)) return false;
        var mine = db.Drafts.Where(d => d.AccountKey == caller.Key);
        await mine.Where(d => d.TraceNumber == trace && d.Slot == slot).ExecuteDeleteAsync(ct);
        if (!string.IsNullOrWhiteSpace(text))
        {
            await DropOldestAsync(db, mine, ct);
            db.Drafts.Add(
                new DraftRow
                {
                    AccountKey = caller.Key,
                    TraceNumber = trace,
                    Slot = slot,
                    Text = text[..Math.Min(text.Length, CommentRules.MostCharacters)],
                    At = clock.GetUtcNow().UtcDateTime
                });
            try { await db.SaveChangesAsync(ct); }
            // Another tab saves the same draft at this moment: the next key that is pressed saves again.
            catch (DbUpdateException e) when (PassingTroubles.For(e) == PassingTrouble.None) { return false; }
        }
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task DropOldestAsync(PortalDb db, IQueryable<DraftRow> mine, CancellationToken ct)
    {
        var surplus = await mine.OrderByDescending(d => d.At).Skip(Most - 1).Select(d => new { d.TraceNumber, d.Slot, d.AccountKey })
            .ToListAsync(ct);
        foreach (var old in surplus)
            await db.Drafts.Where(d => d.AccountKey == old.AccountKey && d.TraceNumber == old.TraceNumber && d.Slot == old.Slot)
                .ExecuteDeleteAsync(ct);
    }
}
