using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Accounts.SigningIn;

/// <summary>A hub connection and the session that opened it.</summary>
public sealed class HubSessionsTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private TestPortal _portal = null!;
    private HubSessions _sessions = null!;

    public async Task InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(_clock);
        _sessions = new HubSessions(
            _portal.Get<SessionCheck>(), _portal.Get<EndedSessions>(), _clock, NullLogger<HubSessions>.Instance);
        await _sessions.StartAsync(default);
    }

    public async Task DisposeAsync()
    {
        await _sessions.StopAsync(default);
        _sessions.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task AConnection_EndsAtOnce_WhenItsSessionIsSignedOut_AndThoseOfOthersGoOn()
    {
        var (ana, bob) = (new Browser(_portal), new Browser(_portal));
        await ana.RegisterAsync("ana");
        await bob.RegisterAsync("bob");
        var (hers, his) = (await ConnectAsync(ana, "hers"), await ConnectAsync(bob, "his"));
        await SignOutTests.SignOutAsync(ana);
        await EndedAsync(hers);
        Assert.False(his.ConnectionAborted.IsCancellationRequested);
    }

    [Fact]
    public async Task EveryConnection_EndsAtOnce_WhenItsPersonSignsOutEverywhere()
    {
        var (ana, elsewhere) = (new Browser(_portal), new Browser(_portal));
        await ana.RegisterAsync("ana");
        await elsewhere.AskAsync<SignIn, SignInOutcome>((s, _) => s.RunAsync("ana", Browser.Password, remember: false));
        var (here, there) = (await ConnectAsync(ana, "here"), await ConnectAsync(elsewhere, "there"));
        await ana.AskAsync<SignOutEverywhere, AccountChange>((s, caller) => s.RunAsync(caller));
        await EndedAsync(here);
        await EndedAsync(there);
    }

    [Fact]
    public async Task AConnection_EndsWithinAMinute_WhenItsSessionEndedInAnotherProcess()
    {
        await using var other = await TestPortal.StartAsync(_clock, beside: _portal);
        var ana = new Browser(_portal);
        await ana.RegisterAsync("ana");
        var connection = await ConnectAsync(ana, "hers");
        var session = Session.KeyOf(connection.User!)!;
        await other.Get<EndedSessions>().EndAsync((await ana.WhoAsync()).Key, session);
        Assert.False(connection.ConnectionAborted.IsCancellationRequested);
        await _clock.RunAsync(EndedAsync(connection), AccountsSetup.LookAgain);
    }

    [Fact]
    public async Task ACall_OverAConnectionWhoseSessionEndedElsewhere_IsRefused_BeforeAnythingIsSaid()
    {
        await using var other = await TestPortal.StartAsync(_clock, beside: _portal);
        var ana = new Browser(_portal);
        await ana.RegisterAsync("ana");
        var connection = await ConnectAsync(ana, "hers");
        Assert.Equal("said", await CallAsync(connection));
        await other.Get<EndedSessions>().EndAsync((await ana.WhoAsync()).Key, Session.KeyOf(connection.User!)!);
        Assert.Contains("sign in again", (await Assert.ThrowsAsync<HubException>(() => CallAsync(connection))).Message);
        Assert.True(connection.ConnectionAborted.IsCancellationRequested);
    }

    [Fact]
    public async Task AVisitor_HasNoSession_AndMayFollowWhatIsPublic()
    {
        var connection = new HubCaller();
        Assert.Equal("said", await CallAsync(connection));
        _clock.Advance(AccountsSetup.LookAgain);
        Assert.False(connection.ConnectionAborted.IsCancellationRequested);
    }

    private async Task<HubCaller> ConnectAsync(Browser browser, string name)
    {
        var connection = new HubCaller(await SignOutTests.UserAsync(browser), name);
        await _sessions.OnConnectedAsync(
            new HubLifetimeContext(connection, _portal.Get<IServiceProvider>(), new NoHub()), _ => Task.CompletedTask);
        return connection;
    }

    private async Task<object?> CallAsync(HubCaller connection) => await _sessions.InvokeMethodAsync(
        new HubInvocationContext(connection, _portal.Get<IServiceProvider>(), new NoHub(), typeof(object).GetMethod("ToString")!, []),
        _ => ValueTask.FromResult<object?>("said"));

    private static async Task<bool> EndedAsync(HubCaller connection)
    {
        var ended = new TaskCompletionSource();
        await using var _ = connection.ConnectionAborted.Register(ended.SetResult);
        await ended.Task;
        return true;
    }

    private sealed class NoHub : Hub;
}
