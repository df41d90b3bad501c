using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Access.History;

/// <summary>
/// The one way into the history. Verbs with a context of their own call <see cref="Add"/>, and the entry is saved with what they do; what
/// Identity does is saved through an instance, on the context that Identity's store works on, so that a change and its entry are one.
/// </summary>
public sealed class HistoryWriter(PortalDb db, TimeProvider clock, ILogger<HistoryWriter> log)
{
    /// <summary>For a database that somebody else has locked, while a person waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The actor of what nobody in particular did, such as a sign-in that failed.</summary>
    public const string Nobody = "nobody";

    /// <summary>Failures that are written down within <see cref="FailureSpan"/>, all together: somebody who guesses must not be able to
    /// fill the disk.</summary>
    public const int MostFailures = 500;
    public static readonly TimeSpan FailureSpan = TimeSpan.FromMinutes(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Adds an entry, which is saved with the operation itself.</summary>
    public static void Add(
        PortalDb db, Caller actor, Operation operation, HistorySubject subject, DateTime now, string? detail = null) =>
        Make(db, actor.Key, operation, subject, now, detail);

    /// <summary>The change with its entry; what Identity refuses leaves none.</summary>
    /// <param name="change">Saves the context.</param>
    public async Task<IdentityResult> WithAsync(
        string actorKey, Operation operation, HistorySubject subject, string? detail, Func<Task<IdentityResult>> change)
    {
        var entry = Make(db, actorKey, operation, subject, Now, detail);
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

    /// <summary>A change that somebody makes to their own account.</summary>
    public Task<IdentityResult> WithAsync(string ownerKey, Operation operation, string? detail, Func<Task<IdentityResult>> change) =>
        WithAsync(ownerKey, operation, HistorySubject.Account(ownerKey), detail, change);

    /// <summary>Something that changes no row: somebody came in, or left. It never keeps them from it.</summary>
    public Task NoteAsync(string ownerKey, Operation operation, string? detail = null) =>
        NoteAsync(db, ownerKey, operation, HistorySubject.Account(ownerKey), Now, detail, log, CancellationToken.None);

    /// <param name="account">Whom the attempt was meant for; null when there is no such account, and what was typed is not kept.</param>
    public async Task FailedAsync(Operation operation, Account? account, bool isLockedOut)
    {
        var (name, since) = (operation.ToString(), Now - FailureSpan);
        if (await db.History.CountAsync(h => h.ActorKey == Nobody && h.Operation == name && h.At > since) >= MostFailures) return;
        var subject = account is null ? HistorySubject.None : HistorySubject.Account(account.Id);
        await NoteAsync(db, Nobody, operation, subject, Now, isLockedOut ? "locked out" : "failed", log, CancellationToken.None);
    }

    /// <summary>Writes down what changed nothing else. A database that takes nothing at the moment keeps nobody from coming in or from
    /// reading: then the entry is told to the log instead.</summary>
    internal static async Task NoteAsync(
        PortalDb db, string actorKey, Operation operation, HistorySubject subject, DateTime now, string? detail, ILogger log,
        CancellationToken ct)
    {
        var limit = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Patience);
        var entry = Make(db, actorKey, operation, subject, now, detail);
        try { await db.SaveChangesAsync(ct); }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is not null && !ct.IsCancellationRequested)
        {
            log.LogError(
                "Not in the history: {Operation} of {Subject} by {Actor}. {Reason}", entry.Operation, entry.Subject, entry.ActorKey,
                DatabaseTrouble.Explain(e, ""));
        }
        finally
        {
            db.Entry(entry).State = EntityState.Detached;
            db.Database.SetCommandTimeout(limit);
        }
    }

    private static HistoryEntry Make(
        PortalDb db, string actorKey, Operation operation, HistorySubject subject, DateTime now, string? detail)
    {
        var entry = new HistoryEntry
        {
            At = now,
            ActorKey = actorKey.Fit(HistoryEntry.ActorLength),
            Operation = operation.ToString(),
            Subject = subject.Text.Fit(HistoryEntry.SubjectLength),
            TraceNumber = subject.Trace,
            Detail = detail?.Fit(HistoryEntry.DetailLength),
        };
        db.History.Add(entry);
        return entry;
    }
}
