using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Hosting.Addresses;

/// <summary>What holds of every answer and every form, asked of the routes themselves: a new page is asked without being named
/// here.</summary>
public sealed partial class EveryAnswerTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["key"] = ["VCT1"],
        ["name"] = ["ana"],
        ["extension"] = ["json", "svg"],
        ["range"] = ["1..1"],
        ["id"] = ["github"],
    };

    private WebPortal _portal = null!;
    private HttpClient _admin = null!;

    public async Task InitializeAsync()
    {
        _portal = new WebPortal();
        (_admin, var ana) = await _portal.PersonAsync("ana", PortalRole.Admin);
        await _portal.PublishAsync(ana);
        await _portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record("c1"), Samples.Record("c2")], false, ana, default);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    /// <summary>A trace in another site's frame has a stricter policy, which permits only the frame: CorpusPagesTests.</summary>
    private static bool HasThePortalsOwn(string path) => !path.StartsWith("/embed/", StringComparison.Ordinal);

    [Fact]
    public async Task EveryAnswer_SaysWhatABrowserMayDoWithIt()
    {
        var asked = 0;
        foreach (var client in (HttpClient[])[_portal.Visitor(), _admin])
            foreach (var path in Paths().Where(HasThePortalsOwn).Append("/no-such-page").Append("/jobs/99999"))
            {
                using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
                var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
                foreach (var word in new[] { "default-src 'self'", "script-src 'self';", "object-src 'none'", "base-uri 'self'",
                    "form-action 'self'", "frame-ancestors 'none'" })
                    Assert.True(policy.Contains(word, StringComparison.Ordinal), $"{path}: {word} is not in {policy}");
                Assert.DoesNotContain("unsafe-eval", policy);
                Assert.DoesNotMatch("script-src[^;]*unsafe", policy);
                Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
                // What a link with a secret leads to is told to nobody.
                Assert.Equal(
                    path.StartsWith("/share/", StringComparison.Ordinal) ? "no-referrer" : "strict-origin-when-cross-origin",
                    Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
                Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
                asked++;
            }
        Assert.True(asked > 60, $"{asked} only");
    }

    [Fact]
    public async Task EveryForm_WithoutItsToken_IsRefused_AndChangesNothing()
    {
        var forms = 0;
        await using var db = _portal.Db();
        var before = db.History.Count();
        foreach (var path in Paths())
        {
            var page = await (await _admin.GetAsync(path)).Content.ReadAsStringAsync();
            foreach (var (handler, target) in FormsIn(page, path))
            {
                using var answer = await _admin.PostAsync(target, new FormUrlEncodedContent([new("_handler", handler)]));
                Assert.True(
                    answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{path}: {handler} {answer.StatusCode}");
                forms++;
            }
        }
        Assert.True(forms > 15, $"{forms} only");
        Assert.Equal(before, db.History.Count());
    }

    [Fact]
    public async Task EveryPostingEndpoint_WithoutAToken_IsRefused()
    {
        var posting = EveryAddress.Endpoints(_portal)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(m => m is not ("GET" or "HEAD" or "OPTIONS")) == true
                && e.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            .SelectMany(e => EveryAddress.Fill("/" + e.RoutePattern.RawText!.TrimStart('/'), Values))
            .Where(path => !path.StartsWith("/_", StringComparison.Ordinal) && !path.StartsWith("/hubs", StringComparison.Ordinal))
            .Distinct().ToList();
        Assert.NotEmpty(posting);
        foreach (var path in posting)
        {
            using var answer = await _admin.PostAsync(path, new FormUrlEncodedContent([new("a", "b")]));
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{path} {answer.StatusCode}");
        }
        Assert.Equal(HttpStatusCode.OK, (await _admin.GetAsync(PortalUrls.Account)).StatusCode); // still signed in
    }

    [Theory]
    [InlineData("/traces?q=mek", "/traces?q=mek")]
    [InlineData("//evil.example", PortalUrls.Account)]
    [InlineData("https://evil.example", PortalUrls.Account)]
    [InlineData("/\\evil.example", PortalUrls.Account)]
    [InlineData("\\\\evil.example", PortalUrls.Account)]
    [InlineData("/\tevil", PortalUrls.Account)]
    [InlineData("javascript:alert(1)", PortalUrls.Account)]
    [InlineData("evil.example", PortalUrls.Account)]
    [InlineData("", PortalUrls.Account)]
    public async Task ASignIn_LeadsBackToThisSiteOnly(string back, string to)
    {
        using var answer = await WebPortal.PostAsync(
            _portal.Visitor(), $"{PortalUrls.SignIn}?ReturnUrl={Uri.EscapeDataString(back)}", "sign-in", ("Name", "ana"),
            ("Password", WebPortal.Password));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location!.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASignIn_MakesASessionOfItsOwn_WhateverCookieCameWithIt()
    {
        using var client = _portal.WithoutCookies();
        List<string> cookies = [];
        for (var i = 0; i < 2; i++)
        {
            using var form = await client.SendAsync(With(HttpMethod.Get, cookies));
            var token = Token().Match(await form.Content.ReadAsStringAsync()).Groups[1].Value;
            var sent = cookies.Concat(form.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(s => s.Split(';')[0]) : [])
                .ToList();
            using var request = With(HttpMethod.Post, sent);
            request.Content = new FormUrlEncodedContent(
                [new("_handler", "sign-in"), new("__RequestVerificationToken", token), new("Name", "ana"),
                    new("Password", WebPortal.Password)]);
            using var answer = await client.SendAsync(request);
            var session = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("vcr-account=", StringComparison.Ordinal));
            Assert.Contains("httponly", session);
            Assert.Contains("samesite=lax", session);
            Assert.DoesNotContain(session.Split(';')[0], cookies);
            cookies.Add(session.Split(';')[0]);
        }
    }

    private static HttpRequestMessage With(HttpMethod method, List<string> cookies)
    {
        var request = new HttpRequestMessage(method, PortalUrls.SignIn);
        if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies));
        return request;
    }

    private IEnumerable<string> Paths() => EveryAddress.In(_portal, Values).Where(p => !p.StartsWith("/_", StringComparison.Ordinal)
        && !p.StartsWith("/hubs", StringComparison.Ordinal) && !p.Contains("sign-out", StringComparison.Ordinal)
        && !p.StartsWith("/health", StringComparison.Ordinal) && !p.Contains('.', StringComparison.Ordinal));

    private static IEnumerable<(string Handler, string Target)> FormsIn(string page, string path) =>
        Form().Matches(page).Select(m => m.Value).Where(f => f.Contains("method=\"post\"", StringComparison.Ordinal)
            && f.Contains("name=\"_handler\"", StringComparison.Ordinal))
        .Select(f => (Handler().Match(f).Groups[1].Value,
            Action().Match(f) is { Success: true } action ? WebUtility.HtmlDecode(action.Groups[1].Value).Split('#')[0] : path));

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("name=\"_handler\" value=\"([^\"]+)\"")]
    private static partial Regex Handler();

    [GeneratedRegex("^<form[^>]*\\baction=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
