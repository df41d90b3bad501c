using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Access.History;

/// <summary>Writes down who did what, and says when somebody does too much of it.</summary>
public static class Remembering
{
    /// <summary>For a database that somebody else has locked, while a person waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Adds the entry; it is saved with the operation itself.</summary>
    public static void Remember(
        this PortalDb db, Caller caller, Operation operation, string subject, DateTime now, int? trace = null, string? detail = null) =>
        db.History.Add(EntryOf(caller.Key, operation, subject, now, trace, detail));

    /// <summary>Writes down what changed nothing else. A database that takes nothing at the moment keeps nobody from coming in or from
    /// reading: then the entry is told to the log instead.</summary>
    internal static async Task NoteAsync(this PortalDb db, HistoryEntry entry, ILogger log, CancellationToken ct)
    {
        var limit = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Patience);
        db.History.Add(entry);
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

    internal static HistoryEntry EntryOf(string actorKey, Operation operation, string subject, DateTime now, int? trace, string? detail) =>
        new()
        {
            At = now,
            ActorKey = actorKey.Fit(64),
            Operation = operation.ToString(),
            Subject = subject.Fit(HistoryEntry.SubjectLength),
            TraceNumber = trace,
            Detail = detail?.Fit(HistoryEntry.DetailLength),
        };

    /// <summary>A change that Identity makes to an account, and its entry: both or neither.</summary>
    /// <param name="db">The one that Identity's store works on.</param>
    internal static async Task<IdentityResult> RememberedAsync(
        this PortalDb db, Caller caller, Operation operation, Account account, TimeProvider clock, Func<Task<IdentityResult>> change,
            string? detail = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var changed = await change();
        if (!changed.Succeeded) return changed;
        db.Remember(caller, operation, $"account:{account.Id}", clock.GetUtcNow().UtcDateTime, detail: detail);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return changed;
    }

    /// <summary>Whether the caller has done this as often as <see cref="Permissions.RateLimits"/> allows; counted from the history, so a
    /// restart forgets nothing.</summary>
    public static async Task<bool> IsTooFastAsync(this PortalDb db, Caller caller, Operation operation, DateTime now, CancellationToken ct)
    {
        if (!Permissions.RateLimits.TryGetValue(operation, out var limit)) return false;
        var (name, since) = (operation.ToString(), now - limit.Span);
        return await db.History.CountAsync(h => h.ActorKey == caller.Key && h.Operation == name && h.At > since, ct) >= limit.Most;
    }
}
