using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Hosting;

public class HttpsTests
{
    [Theory]
    [InlineData("https://portal.example.org", true)]
    [InlineData("http://portal.example.org", false)]
    public async Task BehindHttps_CookiesAreSecureAndBrowsersStayThere(string address, bool isSecure)
    {
        await using var portal = new WebPortal(("environment", "Production"));
        using var answer = await portal.WithoutCookies(address).GetAsync(PortalUrls.SignIn);
        Assert.Equal(isSecure, answer.Headers.Contains("Strict-Transport-Security"));
        var cookie = Assert.Single(
            answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith(".AspNetCore.Antiforgery", StringComparison.Ordinal));
        Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/traces/feed.atom")]
    [InlineData("/t/VCT1/feed.atom")]
    [InlineData("/t/VCT1.json")]
    [InlineData("/batches/1.jsonl")]
    [InlineData("/batches/1.parquet")]
    public async Task FilesAndFeeds_AreKeptByNoCacheBetween(string path)
    {
        await using var portal = new WebPortal();
        using var answer = await portal.Visitor().GetAsync(path);
        Assert.True(answer.Headers.CacheControl is { Private: true, NoStore: true });
    }
}
