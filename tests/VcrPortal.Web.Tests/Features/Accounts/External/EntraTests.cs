using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Tests.Web;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.External;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Accounts.External;

/// <summary>The whole way through Microsoft.Identity.Web to a stand-in for Entra ID and back.</summary>
public sealed class EntraTests : IAsyncLifetime
{
    private EntraStandIn _entra = null!;
    private WebPortal _portal = null!;

    public async Task InitializeAsync()
    {
        _entra = await EntraStandIn.StartAsync();
        _portal = new WebPortal(_entra.Settings);
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _entra.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_ForTheFirstTime_MakesAnAccountThatTheSecondTimeFinds()
    {
        var first = _portal.Visitor();
        Assert.Equal("/account/outside/new?ReturnUrl=%2Fjobs", await GoThereAndBackAsync(first, "ana"));
        var made = await WebPortal.PostAsync(first, PortalUrls.OutsideNewThen("/jobs"), "outside", ("Name", "ana"), ("Email", ""));
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);

        var second = _portal.Visitor();
        Assert.Equal("/jobs", await GoThereAndBackAsync(second, "ana"));
        Assert.Contains("ana", await second.GetStringAsync("/account"));

        await using var db = _portal.Db();
        Assert.Equal(ExternalIdentity.KeyOf(_entra.Issuer, "pairwise-ana"), (await db.UserLogins.SingleAsync()).ProviderKey);
        var registered = await db.History.SingleAsync(h => h.Operation == "Register");
        Assert.Equal($"directory {ExternalIdentity.KeyOf(EntraStandIn.Tenant, "0000-ana")}", registered.Detail);
    }

    [Theory]
    [InlineData("iss", "http://127.0.0.1:1/another/v2.0")]
    [InlineData("aud", "another")]
    [InlineData("nonce", "another")]
    [InlineData("exp", 1_000_000_000)]
    [InlineData("sub", null)]
    public async Task SignIn_WithATokenThatIsNotForThisPortalNow_SignsNobodyIn(string claim, object? value)
    {
        _entra.Spoil = claims =>
        {
            if (claim == "exp") claims["nbf"] = value;
            claims[claim] = value;
        };
        var visitor = _portal.Visitor();
        Assert.Equal(PortalUrls.OutsideFailed, await GoThereAndBackAsync(visitor, "ana"));
        Assert.Equal("/account/sign-in?done=outside-failed", await LocationAsync(visitor, PortalUrls.OutsideArrive));
    }

    [Fact]
    public async Task SignIn_WithATokenThatAnotherSigned_SignsNobodyIn()
    {
        using var other = RSA.Create(2048);
        _entra.OtherKey = other;
        Assert.Equal(PortalUrls.OutsideFailed, await GoThereAndBackAsync(_portal.Visitor(), "ana"));
    }

    [Fact]
    public async Task SignIn_WithTheAnswerToAnotherBrowser_SignsNobodyIn()
    {
        var answer = await AnswerOfEntraAsync(_portal.Visitor(), "ana");
        Assert.Equal(PortalUrls.OutsideFailed, await LocationAsync(_portal.Visitor(), answer));
    }

    [Fact]
    public async Task Ways_AreThoseThatAreConfigured_AndNoOther()
    {
        async Task<IEnumerable<string>> OutsideAsync(WebPortal portal) =>
            from scheme in await portal.Get<IAuthenticationSchemeProvider>().GetRequestHandlerSchemesAsync() select scheme.Name;
        Assert.Equal(["entra"], await OutsideAsync(_portal));
        await using var plain = new WebPortal();
        Assert.Empty(await OutsideAsync(plain));
        await using var all = new WebPortal([.. from i in Enumerable.Range(0, 4)
            from setting in ((string, string)[])[
                ("Provider", ((string[])["github", "orcid", "entra", "openid"])[i]), ("ClientId", "c"), ("ClientSecret", "s"),
                ("Tenant", EntraStandIn.Tenant), ("Authority", "https://login.example.org")]
            select ($"Accounts:External:{i}:{setting.Item1}", setting.Item2)]);
        Assert.Equal(["entra", "github", "openid", "orcid"], (await OutsideAsync(all)).Order());
        Assert.Equal(HttpStatusCode.OK, (await all.Visitor().GetAsync("/account/sign-in")).StatusCode);
        var (toGitHub, sent) = ("https://github.com/login/oauth/authorize?", await LocationAsync(all.Visitor(), "/account/with/github"));
        Assert.StartsWith(toGitHub, sent, StringComparison.Ordinal);
        Assert.Contains("code_challenge_method=S256", sent);
    }

    /// <returns>Where the portal leads somebody who comes back.</returns>
    private async Task<string> GoThereAndBackAsync(HttpClient browser, string who)
    {
        var next = await LocationAsync(browser, await AnswerOfEntraAsync(browser, who));
        return next.StartsWith(PortalUrls.OutsideArrive, StringComparison.Ordinal) ? await LocationAsync(browser, next) : next;
    }

    private static async Task<string> AnswerOfEntraAsync(HttpClient browser, string who)
    {
        var question = await LocationAsync(browser, "/account/with/entra?ReturnUrl=%2Fjobs");
        using var elsewhere = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        return new Uri(await LocationAsync(elsewhere, $"{question}&login={who}")).PathAndQuery;
    }

    private static async Task<string> LocationAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }
}
