using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Access.History;

/// <summary>Writes down who did what, and says when somebody does too much of it.</summary>
public static class Remembering
{
    /// <summary>Adds the entry; it is saved with the operation itself.</summary>
    public static void Remember(
        this PortalDb db, Caller caller, Operation operation, string subject, DateTime now, int? trace = null, string? detail = null) =>
        db.History.Add(EntryOf(caller.Key, operation, subject, now, trace, detail));

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
