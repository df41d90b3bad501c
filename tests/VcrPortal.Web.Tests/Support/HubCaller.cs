using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;

namespace VcrPortal.Web.Tests.Support;

/// <summary>A connection to a hub, without a server between.</summary>
internal sealed class HubCaller(ClaimsPrincipal? user = null, string connection = "one") : HubCallerContext
{
    private readonly CancellationTokenSource _aborted = new();

    public override string ConnectionId => connection;
    public override string? UserIdentifier => null;
    public override ClaimsPrincipal? User => user;
    public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();
    public override IFeatureCollection Features { get; } = new FeatureCollection();
    public override CancellationToken ConnectionAborted => _aborted.Token;
    public override void Abort() => _aborted.Cancel();
}
