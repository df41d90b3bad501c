using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Tests.Support;

/// <summary>Somebody's requests to a portal without pages: each in a scope of its own, with the cookies of those before.</summary>
internal sealed class Browser(TestPortal portal)
{
    public const string Origin = "https://localhost";
    public const string Password = "four easy words here";

    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public Task<T> AskAsync<TVerb, T>(Func<TVerb, Caller, Task<T>> ask) where TVerb : notnull =>
        AskAsync((services, caller) => ask(services.GetRequiredService<TVerb>(), caller));

    public async Task<T> AskAsync<T>(Func<IServiceProvider, Caller, Task<T>> ask)
    {
        await using var scope = portal.Get<IServiceScopeFactory>().CreateAsyncScope();
        var request = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (request.Request.Scheme, request.Request.Host, request.Request.Headers.Origin) = ("https", new HostString("localhost"), Origin);
        request.Connection.RemoteIpAddress = Address;
        request.Request.Headers.Cookie = string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = request;
        if ((await request.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal is { } person) request.User = person;
        var answer = await ask(scope.ServiceProvider, Caller.From(request.User));
        foreach (var cookie in request.Response.GetTypedHeaders().SetCookie) Keep(cookie.Name.Value!, cookie.Value.Value ?? "");
        return answer;
    }

    /// <summary>Where its requests come from.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Another one with the cookies that this one has now.</summary>
    public Browser Copy()
    {
        var copy = new Browser(portal);
        foreach (var (name, value) in _cookies) copy._cookies[name] = value;
        return copy;
    }

    public Task<Caller> WhoAsync() => AskAsync((_, caller) => Task.FromResult(caller));

    /// <summary>Registers and signs in.</summary>
    public Task<Account> RegisterAsync(string name, string? password = Password) => AskAsync(async (services, _) =>
    {
        var outcome = await services.GetRequiredService<RegisterAccount>().RunAsync(name, $"{name}@example.org", password, default);
        var account = Assert.IsType<RegisterOutcome.Registered>(outcome).Account;
        await services.GetRequiredService<Session>().OpenAsync(account, remember: false, "test");
        return account;
    });

    private void Keep(string name, string value)
    {
        if (value.Length == 0) _cookies.Remove(name);
        else _cookies[name] = value;
    }
}
