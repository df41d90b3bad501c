using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>
/// A hub connection lives no longer than the session and the role that opened it: who they are is asked before each call and once a
/// minute, and what ended or changed in this process ends it at once. A connection without an account has no session to outlive.
/// </summary>
internal sealed class HubSessions(SessionCheck sessions, EndedSessions ended, TimeProvider clock, ILogger<HubSessions> log)
    : BackgroundService, IHubFilter
{
    private const string Over = "Your session has ended, or your role has changed. Connect again; if that is refused, sign in again first.";

    // There are at most as many as the server accepts connections.
    private readonly ConcurrentDictionary<string, HubCallerContext> _open = new(StringComparer.Ordinal);

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (Caller.From(context.Context.User).IsSignedIn) _open[context.Context.ConnectionId] = context.Context;
        await next(context);
    }

    public async Task OnDisconnectedAsync(
        HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        _open.TryRemove(context.Context.ConnectionId, out _);
        await next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next) =>
        await EndIfOverAsync(invocationContext.Context) ? throw new HubException(Over) : await next(invocationContext);

    // The work below begins on a thread of its own, some time later; what ends from here on is heard.
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        ended.Listen(this, news => _ = LookAtAsync(context =>
            Session.KeyOf(context.User!) == news.Key || Caller.From(context.User).Key == news.Key));
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(AccountsSetup.LookAgain, clock, stoppingToken);
                await LookAtAsync(_ => true);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
        finally { ended.Leave(this); }
    }

    private async Task LookAtAsync(Func<HubCallerContext, bool> which)
    {
        try
        {
            foreach (var context in _open.Values.Where(which)) await EndIfOverAsync(context);
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is not null)
        {
            log.LogError("Hub connections were not compared with their sessions; that is done again within a minute. {Reason}",
                DatabaseTrouble.Explain(e, ""));
        }
    }

    private async Task<bool> EndIfOverAsync(HubCallerContext context)
    {
        if (!Caller.From(context.User).IsSignedIn || await sessions.AsTheyAreNowAsync(context.User!) == context.User) return false;
        _open.TryRemove(context.ConnectionId, out _);
        context.Abort();
        return true;
    }
}
