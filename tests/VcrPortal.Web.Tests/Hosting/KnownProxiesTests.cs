using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Data;
using VcrPortal.Web.Hosting;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Hosting;

/// <summary>Whose word is taken for where a request comes from.</summary>
public class KnownProxiesTests
{
    [Theory]
    [InlineData("10.0.0.5", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.1.2.3", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.1.2.3", "198.51.100.1, 203.0.113.9", "203.0.113.9")] // what a sender claims stands further left
    [InlineData("10.1.2.3", "203.0.113.9, 10.0.0.5", "203.0.113.9")] // a chain of known ones
    [InlineData("192.0.2.66", "203.0.113.9", "192.0.2.66")] // reached directly
    public async Task TheSender_IsWhomAKnownProxyNames_AndElseWhoConnects(string connects, string header, string sender) =>
        Assert.Equal(sender, await SenderAsync(connects, header, ("Proxies:Known:0", "10.0.0.5"), ("Proxies:Known:1", "10.1.0.0/16")));

    [Fact]
    public async Task WithoutKnownProxies_NobodysWordIsTaken() =>
        Assert.Equal("192.0.2.66", await SenderAsync("192.0.2.66", "203.0.113.9"));

    [Fact]
    public void AProxyThatIsNoAddress_StopsTheStartWithItsName()
    {
        var failure = Assert.Throws<PortalStartException>(
            () => new ServiceCollection().AddKnownProxies(Settings(("Proxies:Known:0", "proxy"))));
        Assert.Contains("Proxies:Known", failure.Message);
    }

    [Fact]
    public async Task ANameThatIsNotAllowed_IsAnsweredNothing()
    {
        await using var portal = new WebPortal(("AllowedHosts", "portal.example.org"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(portal, "http://portal.example.org"));
        Assert.Equal(HttpStatusCode.BadRequest, await AskAsync(portal, "http://evil.example"));
    }

    private static async Task<HttpStatusCode> AskAsync(WebPortal portal, string site)
    {
        using var answer = await portal.WithoutCookies(site).GetAsync("/traces/feed.atom");
        return answer.StatusCode;
    }

    private static async Task<string?> SenderAsync(string connects, string header, params (string, string)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddConfiguration(Settings(settings));
        builder.WebHost.UseTestServer();
        builder.Services.AddKnownProxies(builder.Configuration);
        await using var app = builder.Build();
        app.UseKnownProxies();
        string? sender = null;
        app.Run(request =>
        {
            sender = request.Connection.RemoteIpAddress?.ToString();
            return Task.CompletedTask;
        });
        await app.StartAsync();
        await app.GetTestServer().SendAsync(request =>
        {
            request.Connection.RemoteIpAddress = IPAddress.Parse(connects);
            request.Request.Headers["X-Forwarded-For"] = header;
        });
        return sender;
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
}
