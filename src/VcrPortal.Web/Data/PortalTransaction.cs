using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace VcrPortal.Web.Data;

/// <summary>One transaction of a verb. What is not committed when the verb returns is undone.</summary>
internal sealed class PortalTransaction(IDbContextTransaction transaction, bool mayBeDone)
{
    /// <summary>An earlier try ended while it was being committed, so that all of this may stand in the database already.</summary>
    public bool MayBeDone { get; private set; } = mayBeDone;

    public Task CommitAsync(CancellationToken ct)
    {
        MayBeDone = true;
        return transaction.CommitAsync(ct);
    }
}

/// <summary>Whether a verb may be done twice.</summary>
internal enum Repeatable
{
    /// <summary>Only when it is certain that nothing of the first time was kept.</summary>
    IfUndone,
    /// <summary>Always: done twice is done once.</summary>
    Always,
}

internal static class Transactions
{
    /// <summary>
    /// Does all of a verb in one transaction, on a context of its own. When the database gives it up (a deadlock, a lost connection) it is
    /// done again from its beginning, with nothing left of the first time; so it must not change anything outside of the database before it
    /// has committed.
    /// </summary>
    /// <exception cref="CommitUnknownException">The connection was lost during the commit of what must not be done twice.</exception>
    public static async Task<T> InTransactionAsync<T>(
        this IDbContextFactory<PortalDb> databases, Repeatable repeatable, Func<PortalDb, PortalTransaction, Task<T>> work,
        CancellationToken ct)
    {
        await using var asked = await databases.CreateDbContextAsync(ct);
        var mayBeDone = false;
        return await asked.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            await using var db = await databases.CreateDbContextAsync(token);
            using var turn = await WriteTurn.WaitAsync(db, token);
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            var started = new PortalTransaction(transaction, mayBeDone);
            try { return await work(db, started); }
            catch (Exception e) when (started.MayBeDone && PassingTroubles.For(e) is PassingTrouble.Lost or PassingTrouble.Late)
            {
                if (repeatable == Repeatable.IfUndone) throw new CommitUnknownException(e);
                mayBeDone = true;
                throw;
            }
        }, ct);
    }
}
