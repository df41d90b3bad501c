using System.Net;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Hosting.Secrets;

/// <summary>A run with every kind of secret, with every logger at its lowest level: what is written down opens nothing.</summary>
public class SecretsTests
{
    private const string ClientSecret = "a-client-secret-of-another-site";
    private const string Wrong = "a wrong but telling password";

    [Fact]
    public async Task Logs_OfARunWithEverySecret_HoldNone()
    {
        var log = new WrittenLog();
        await using var portal = new WebPortal(
            ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"),
            ("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Trace"),
            ("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database", "Trace"),
            ("Accounts:External:0:Provider", "github"), ("Accounts:External:0:ClientId", "id"),
            ("Accounts:External:0:ClientSecret", ClientSecret))
        { Logs = log };
        var (client, _) = await portal.PersonAsync("ana");
        var codes = await CodesAsync(client);
        var stranger = portal.WithoutCookies();
        using var form = await stranger.GetAsync(PortalUrls.SignIn);
        var page = await form.Content.ReadAsStringAsync();
        var token = System.Text.RegularExpressions.Regex.Match(page, "__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var wrong = await WebPortal.PostAsync(portal.Visitor(), PortalUrls.SignIn, "sign-in", ("Name", "ana"), ("Password", Wrong));
        using var again = await WebPortal.PostAsync(
            portal.Visitor(), PortalUrls.SignIn, "sign-in", ("Name", "ana"), ("Password", WebPortal.Password));
        var cookie = again.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("vcr-account=", StringComparison.Ordinal));
        using var recovered = await WebPortal.PostAsync(
            portal.Visitor(), PortalUrls.Recover, "recover", ("Name", "ana"), ("Code", codes[0]),
                ("Password", "five other easy words here"));
        Assert.Equal(HttpStatusCode.SeeOther, recovered.StatusCode);

        Assert.True(log.Lines.Count > 500, $"{log.Lines.Count} lines only");
        foreach (var (what, secret) in ((string, string)[])
            [("password", WebPortal.Password), ("wrong password", Wrong), ("recovery code", codes[0]),
                ("its words", codes[0].Replace("-", "")),
                ("another code", codes[1]), ("client secret", ClientSecret), ("session cookie", cookie.Split(';')[0].Split('=', 2)[1]),
                ("form token", token)])
        {
            Assert.NotEmpty(secret);
            Assert.Equal((what, null), (what, log.Lines.FirstOrDefault(l => l.Contains(secret, StringComparison.OrdinalIgnoreCase))));
        }
    }

    private static async Task<string[]> CodesAsync(HttpClient client)
    {
        using var made = await WebPortal.PostAsync(client, PortalUrls.Account, "recovery");
        var page = await made.Content.ReadAsStringAsync();
        var codes = System.Text.RegularExpressions.Regex.Matches(page, "([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}").Select(m => m.Value);
        return [.. codes.Distinct()];
    }
}
