using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Tests.Features.Accounts.SigningIn;

public class BriefAuthenticationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Authentication_OfWhatStaysOpen_LetsGoOfItsServicesBeforeItBegins(bool staysOpen)
    {
        var seen = await RunAsync(staysOpen, stops: false);

        Assert.Equal("ada", seen.Name);
        Assert.Equal(staysOpen, seen.WereGone);
        Assert.True(seen.IsRequestsOwnScope);
    }

    [Fact]
    public async Task Authentication_ThatFails_LetsGoOfItsServicesToo()
    {
        var made = new List<Kept>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(staysOpen: true, stops: true, made));

        Assert.True(Assert.Single(made).IsGone);
    }

    private static async Task<(string? Name, bool WereGone, bool IsRequestsOwnScope)> RunAsync(
        bool staysOpen, bool stops, List<Kept>? made = null)
    {
        made ??= [];
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(made).AddScoped<Kept>();
        services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, KeepingHandler>("test", null);
        await using var root = services.BuildServiceProvider();
        await using var request = root.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = request.ServiceProvider };
        if (staysOpen) context.Features.Set<IHttpUpgradeFeature>(new Upgrade());
        if (stops) context.Request.Headers["stop"] = "yes";
        (string?, bool, bool) seen = default;
        var app = new ApplicationBuilder(root);
        app.UseBriefAuthentication();
        app.Run(now =>
        {
            seen = (now.User.Identity?.Name, Assert.Single(made).IsGone, now.RequestServices == request.ServiceProvider);
            return Task.CompletedTask;
        });

        await app.Build()(context);
        return seen;
    }

    private sealed class Kept : IDisposable
    {
        public Kept(List<Kept> made) => made.Add(this);
        public bool IsGone { get; private set; }
        public void Dispose() => IsGone = true;
    }

    private sealed class Upgrade : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => true;
        public Task<Stream> UpgradeAsync() => throw new NotSupportedException();
    }

    private sealed class KeepingHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            Context.RequestServices.GetRequiredService<Kept>();
            if (Request.Headers.ContainsKey("stop")) throw new InvalidOperationException("stopped");
            var ada = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "ada")], "test"));
            return Task.FromResult(AuthenticateResult.Success(new(ada, Scheme.Name)));
        }
    }
}
