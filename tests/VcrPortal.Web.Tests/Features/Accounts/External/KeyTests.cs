using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using VcrPortal.Web.Features.Accounts.External;

namespace VcrPortal.Web.Tests.Features.Accounts.External;

public class KeyTests
{
    private const string Authority = "https://login.example.org";

    /// <summary>The keys were computed apart from this code, as the first handler made them: a portal finds its accounts by them.</summary>
    [Theory]
    [InlineData("orcid", "0000-0001-2345-6789", "b0fec7a4fa340920b3faf4fc0959ee2f213692bd945dc26c67dcb584615bbfab")]
    [InlineData("entra", "pairwise-ana", "482c883d8f2c38caf82a242f6900a3e1da3fa78bb2bea2c2bebb82be9feb7e17")]
    [InlineData("openid", "sub-1", "814d41df174611a0e182c187de94df83be61d1d261b45ee630ea24b66a9687e6")]
    public void Key_OfAnIdentityThatWasConnectedBefore_IsStillTheSame(string provider, string subject, string key)
    {
        var site = ExternalProvider.From(new()
        {
            Provider = provider,
            Id = "whatever",
            Authority = Authority + "/",
            Tenant = " 8d5cfa60-0000-0000-0000-000000000000",
        });
        var token = new ClaimsPrincipal(new ClaimsIdentity([new("sub", subject), new("name", "Ana")], "x"));
        Assert.Equal(key, ExternalIdentity.Read(token, site, "whatever")!.FindFirst(ClaimTypes.NameIdentifier)!.Value);
    }

    [Fact]
    public void Key_OfGitHub_IsStillTheSame()
    {
        var site = ExternalProvider.From(new() { Provider = "github" });
        var person = JsonSerializer.SerializeToElement(new { id = 583231, login = "octocat" });
        Assert.Equal(
            "3100ea6a8ec1072827c4dabdf35e4a1631d87b5acd389620791da02cdf6dad9d",
            ExternalIdentity.Read(person, site, "github")!.FindFirst(ClaimTypes.NameIdentifier)!.Value);
    }

    [Theory]
    [InlineData(Authority, "https://a.example/x", "https://b.example/y", "https://c.example/z", true)]
    [InlineData(Authority + "/", "https://a.example/x", "https://b.example/y", null, true)]
    [InlineData("https://evil.example", "https://a.example/x", "https://b.example/y", "https://c.example/z", false)]
    [InlineData(Authority, "http://a.example/x", "https://b.example/y", "https://c.example/z", false)]
    [InlineData(Authority, "javascript:alert(1)", "https://b.example/y", "https://c.example/z", false)]
    [InlineData(Authority, "https://a.example/x", "http://b.example/y", null, false)]
    [InlineData(Authority, "https://a.example/x", "https://b.example/y", "http://c.example/z", false)]
    [InlineData(null, null, null, null, false)]
    public void Description_IsTrustedOnlyOfThatIssuerWithSafeAddresses(
        string? issuer, string? authorization, string? token, string? information, bool isTrusted)
    {
        var told = new OpenIdConnectConfiguration
        {
            Issuer = issuer,
            AuthorizationEndpoint = authorization,
            TokenEndpoint = token,
            UserInfoEndpoint = information,
        };
        Assert.Equal(isTrusted, OpenIdSignIn.WhyNotTrusted(told, Authority) is null);
    }
}
