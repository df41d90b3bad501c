using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Administration.People;

/// <summary>What became of a change of quota.</summary>
public enum ChangeQuotaOutcome
{
    Changed, NotAllowed, NotFound, OutOfBounds,
    /// <summary>Somebody else has changed it since it was looked at: nothing was done.</summary>
    Conflict,
}

/// <summary>Says for one account how many jobs of it may wait or run at the same time; nothing said, the configuration holds.</summary>
[Requires(Operation.ChangeQuota)]
public sealed class ChangeQuota(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    public const int Most = 1000;

    /// <param name="was">What the administrator saw when they chose.</param>
    /// <param name="quota">0 to <see cref="Most"/>; 0 switches launching off; null gives back what holds for everybody.</param>
    public async Task<ChangeQuotaOutcome> RunAsync(string key, int? was, int? quota, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ChangeQuota)) return ChangeQuotaOutcome.NotAllowed;
        if (quota is < 0 or > Most) return ChangeQuotaOutcome.OutOfBounds;
        return await databases.InTransactionAsync(
            Repeatable.IfUndone, (db, transaction) => ChangeAsync(db, transaction, key, was, quota, caller, ct), ct);
    }

    private async Task<ChangeQuotaOutcome> ChangeAsync(
        PortalDb db, PortalTransaction transaction, string key, int? was, int? quota, Caller caller, CancellationToken ct)
    {
        var changed = await db.Users.Where(a => a.Id == key && a.LaunchQuota == was)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.LaunchQuota, quota), ct);
        if (changed == 0) return await db.Users.AnyAsync(a => a.Id == key, ct) ? ChangeQuotaOutcome.Conflict : ChangeQuotaOutcome.NotFound;
        var now = clock.GetUtcNow().UtcDateTime;
        if (was != quota)
            HistoryWriter.Add(
                db, caller, Operation.ChangeQuota, HistorySubject.Account(key), now, $"{Word(was)} to {Word(quota)}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return ChangeQuotaOutcome.Changed;
    }

    private static string Word(int? quota) => quota?.ToString(CultureInfo.InvariantCulture) ?? "default";
}
