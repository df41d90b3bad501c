using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Access.History;

/// <summary>The history of what happens to accounts. No name stands in it, typed or real: keys only.</summary>
/// <param name="db">The one that Identity's store works on, so that a change and its entry are saved at once.</param>
public sealed class AccountHistory(PortalDb db, TimeProvider clock, ILogger<AccountHistory> log)
{
    /// <summary>The actor of what nobody in particular did, such as a sign-in that failed.</summary>
    public const string Nobody = "nobody";

    /// <summary>Failures that are written down within <see cref="FailureSpan"/>, all together: somebody who guesses must not be able to
    /// fill the disk.</summary>
    public const int MostFailures = 500;
    public static readonly TimeSpan FailureSpan = TimeSpan.FromMinutes(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The change with its entry; what Identity refuses leaves none.</summary>
    public async Task<IdentityResult> WithAsync(
        string actorKey, Operation operation, string? detail, Func<Task<IdentityResult>> change, string subject = "")
    {
        var entry =
            Remembering.EntryOf(actorKey, operation, subject.Length > 0 ? subject : HistorySubject.Account(actorKey), Now, null, detail);
        db.History.Add(entry);
        try
        {
            var result = await change();
            if (!result.Succeeded) db.Entry(entry).State = EntityState.Detached;
            return result;
        }
        catch
        {
            db.Entry(entry).State = EntityState.Detached;
            throw;
        }
    }

    /// <summary>Something that changes no row: somebody came in, or left. It never keeps them from it.</summary>
    public Task NoteAsync(string actorKey, Operation operation, string? detail = null) =>
        AddAsync(Remembering.EntryOf(actorKey, operation, HistorySubject.Account(actorKey), Now, null, detail));

    /// <param name="account">Whom the attempt was meant for; null when there is no such account, and what was typed is not kept.</param>
    public async Task FailedAsync(Operation operation, Account? account, bool isLockedOut)
    {
        var (name, since) = (operation.ToString(), Now - FailureSpan);
        if (await db.History.CountAsync(h => h.ActorKey == Nobody && h.Operation == name && h.At > since) >= MostFailures) return;
        await AddAsync(
            Remembering.EntryOf(
            Nobody, operation, account is null ? "" : HistorySubject.Account(account.Id), Now, null, isLockedOut ? "locked out"
            : "failed"));
    }

    private Task AddAsync(HistoryEntry entry) => db.NoteAsync(entry, log, CancellationToken.None);
}
