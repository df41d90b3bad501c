using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Accounts.Recovery;

/// <summary>What became of a wish for recovery codes.</summary>
public abstract record RecoveryCodesOutcome
{
    private RecoveryCodesOutcome() { }

    /// <param name="Codes">Shown this once, and kept nowhere.</param>
    public sealed record Made(ImmutableArray<string> Codes) : RecoveryCodesOutcome;
    public sealed record NotMade(AccountChange Why) : RecoveryCodesOutcome;
}

/// <summary>Makes ten recovery codes for one's own account; those from before hold no longer.</summary>
[Requires(Operation.MakeOwnRecoveryCodes)]
public sealed class MakeRecoveryCodes(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    public async Task<RecoveryCodesOutcome> RunAsync(Caller caller, CancellationToken ct)
    {
        if (AccountChange.Stopped(
            caller.GateTo(Operation.MakeOwnRecoveryCodes, clock)) is { } stopped) return new RecoveryCodesOutcome.NotMade(stopped);
        return await databases.InTransactionAsync(
            Repeatable.Always, (db, transaction) => MakeAsync(db, transaction, caller, ct), ct);
    }

    private async Task<RecoveryCodesOutcome> MakeAsync(PortalDb db, PortalTransaction transaction, Caller caller, CancellationToken ct)
    {
        // Written first, so that two who ask at once come one after the other; and nobody is there to write for when the account is gone.
        if (await db.Users.Where(a => a.Id == caller.Key)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount), ct) == 0)
            return new RecoveryCodesOutcome.NotMade(new AccountChange.NotAllowed());
        await db.RecoveryCodes.Where(c => c.AccountKey == caller.Key).ExecuteDeleteAsync(ct);
        ImmutableArray<string> codes = [.. Enumerable.Range(0, RecoveryCode.OfOneAccount).Select(_ => RecoveryCode.Make())];
        db.RecoveryCodes.AddRange(
            codes.Select(code => new RecoveryCodeRow { AccountKey = caller.Key, Hash = RecoveryCode.HashOf(code, caller.Key)! }));
        HistoryWriter.Add(db, caller, Operation.MakeOwnRecoveryCodes, HistorySubject.Account(caller.Key), clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new RecoveryCodesOutcome.Made(codes);
    }
}
