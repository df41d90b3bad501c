using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data;

/// <summary>Writers of one process stand in line instead of sleeping at SQLite's lock.</summary>
public sealed class WriteTurnTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.StartAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [SqliteFact]
    public async Task Turn_WhileAnotherWrites_ComesWhenItHasEnded_InTheOrderOfAsking()
    {
        await using var db = _portal.Db();
        var first = await WriteTurn.WaitAsync(db, default);
        var second = WriteTurn.WaitAsync(db, default).AsTask();
        var third = WriteTurn.WaitAsync(db, default).AsTask();
        Assert.False(second.IsCompleted);
        first.Dispose();
        using (await second) Assert.False(third.IsCompleted);
        (await third).Dispose();
    }

    [SqliteFact]
    public async Task Turn_OfAnotherDatabase_DoesNotWait()
    {
        await using var other = await TestPortal.StartAsync();
        await using var db = _portal.Db();
        await using var theirs = other.Db();
        using var first = await WriteTurn.WaitAsync(db, default);
        using var second = await WriteTurn.WaitAsync(theirs, default);
        Assert.NotSame(first, second);
    }

    [SqliteFact]
    public async Task Transaction_ThatFails_GivesItsTurnBack()
    {
        var databases = _portal.Get<IDbContextFactory<PortalDb>>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => databases.InTransactionAsync<int>(
            Repeatable.Always, (_, _) => throw new InvalidOperationException("as a verb may"), default));
        Assert.Equal(7, await databases.InTransactionAsync(Repeatable.Always, (_, _) => Task.FromResult(7), default));
    }

    [SqliteFact]
    public async Task Turn_ThatIsNoLongerWanted_IsNotWaitedFor()
    {
        await using var db = _portal.Db();
        using var first = await WriteTurn.WaitAsync(db, default);
        using var stopped = new CancellationTokenSource();
        var second = WriteTurn.WaitAsync(db, stopped.Token).AsTask();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }
}
