using System.Net;
using System.Text.RegularExpressions;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Hosting;

/// <summary>Two portals over one database, as behind a proxy that sends each request to either.</summary>
public sealed partial class TwoPortalsTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vcr-test-").FullName;
    private readonly ManualClock _time = new();
    private readonly LeapingClock _clock;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private WebPortal _one = null!;
    private WebPortal _other = null!;

    public TwoPortalsTests() => _clock = new(_time);

    public Task InitializeAsync()
    {
        (string, string) shared = ("Database:ConnectionString", $"Data Source={Path.Combine(_folder, "shared.db")};Pooling=false");
        (_one, _other) = (new WebPortal(shared) { Clock = _clock }, new WebPortal(shared) { Clock = _clock });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task AFormOfOne_IsTakenByTheOther_AndItsCookieByBoth_UntilSignOut()
    {
        await _one.PersonAsync("ana");
        await SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(_one, HttpMethod.Get, PortalUrls.Account)).Status);
        var account = await SendAsync(_other, HttpMethod.Get, PortalUrls.Account);
        Assert.Equal(HttpStatusCode.OK, account.Status);

        var copy = new Dictionary<string, string>(_cookies);
        await SendAsync(_one, HttpMethod.Post, PortalUrls.SignOut, ("__RequestVerificationToken", TokenOf(account)));
        foreach (var (name, value) in copy) _cookies[name] = value;
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(_one, HttpMethod.Get, PortalUrls.Account)).Status);
        _time.Advance(AccountsSetup.LookAgain + TimeSpan.FromSeconds(1));
        foreach (var (name, value) in copy) _cookies[name] = value;
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(_other, HttpMethod.Get, PortalUrls.Account)).Status);
    }

    /// <summary>A cookie from an hour that has not come yet must not be thought new until it comes.</summary>
    [Fact]
    public async Task ACookieFromBeforeTheClockWasSetBack_IsOverAtBoth_AsSoonAsItsSessionIsSignedOut()
    {
        await _one.PersonAsync("ana");
        _clock.Ahead = TimeSpan.FromHours(1);
        await SignInAsync();
        _clock.Ahead = TimeSpan.Zero;
        var copy = new Dictionary<string, string>(_cookies);
        var account = await SendAsync(_one, HttpMethod.Get, PortalUrls.Account);
        Assert.Equal(HttpStatusCode.OK, account.Status);
        await SendAsync(_one, HttpMethod.Post, PortalUrls.SignOut, ("__RequestVerificationToken", TokenOf(account)));
        foreach (var (name, value) in copy) _cookies[name] = value;
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(_other, HttpMethod.Get, PortalUrls.Account)).Status);
    }

    /// <summary>With a form of one portal, at the other.</summary>
    private async Task SignInAsync()
    {
        var form = await SendAsync(_one, HttpMethod.Get, PortalUrls.SignIn);
        var answer = await SendAsync(
            _other, HttpMethod.Post, PortalUrls.SignIn, ("_handler", "sign-in"), ("Name", "ana"), ("Password", WebPortal.Password),
            ("__RequestVerificationToken", TokenOf(form)));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(
        WebPortal portal, HttpMethod method, string path, params (string Name, string Value)[] fields)
    {
        using var client = portal.WithoutCookies();
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        using var answer = await client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set.Select(s => s.Split(';')[0].Split('=', 2))) _cookies[cookie[0]] = cookie[1];
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string TokenOf((HttpStatusCode, string Text) page) => Token().Match(page.Text).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
