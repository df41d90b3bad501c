using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.Tests.Hosting;

public sealed class PortalHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vcr-test-").FullName;
    private readonly WebApplicationFactory<Program> _portal;

    public PortalHostTests() => _portal = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b
        .UseSetting("Database:ConnectionString", $"Data Source={Path.Combine(_folder, "portal.db")}").UseSetting("Samples:Enabled", "false")
            .UseSetting("Knowledge:Folder", Path.Combine(_folder, "knowledge")));

    public void Dispose()
    {
        _portal.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Settings_AreReadOnce_AndTheirFolderIsNotWatched()
    {
        await using var portal = PortalHost.Build(["--contentRoot", _folder]);
        var files = ((IConfigurationRoot)portal.Configuration).Providers.OfType<FileConfigurationProvider>().ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, f => f.Source.ReloadOnChange);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_IsOkOnceTheDatabaseIsThere(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await _portal.CreateClient().GetAsync(path)).StatusCode);

    [Theory]
    [InlineData("/")]
    [InlineData("/jobs")]
    [InlineData("/traces")]
    [InlineData("/no-such-page")]
    [InlineData("/api/compounds?q=bin")]
    public async Task EveryAnswer_CarriesTheStrictPolicy(string path)
    {
        var headers = (await _portal.CreateClient().GetAsync(path)).Headers;
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Autocomplete_AnswersAsJson()
    {
        using var rows = JsonDocument.Parse(await _portal.CreateClient().GetStringAsync("/api/compounds?q=binimet"));
        Assert.Equal("Binimetinib", rows.RootElement[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task AVisitor_GetsACookieWhereJobsAreLaunched_AndNowhereElse()
    {
        var client = _portal.CreateClient(new() { HandleCookies = false });
        Assert.Empty(await VisitorCookiesAsync(client, "/traces"));
        var cookie = Assert.Single(await VisitorCookiesAsync(client, "/jobs"));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/traces")]
    [InlineData("/t/VCT1")]
    [InlineData("/t/VCT1.json")]
    [InlineData("/u/ana")]
    [InlineData("/api/compounds?q=bin")]
    [InlineData("/hubs/jobs")]
    public async Task WhereReadingIsClosed_StrangersGetTheSignInPage(string path)
    {
        using var closed = Closed();
        var answer = await closed.CreateClient(new() { AllowAutoRedirect = false }).GetAsync(path);
        if (answer.StatusCode == HttpStatusCode.Forbidden) return; // what programs ask
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/account/sign-in?ReturnUrl={Uri.EscapeDataString(path)}", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/register")]
    [InlineData("/account/recover")]
    [InlineData("/health/ready")]
    [InlineData("/css/base.css")]
    [InlineData("/js/passkeys.js")]
    public async Task WhereReadingIsClosed_StrangersCanStillSignIn(string path)
    {
        using var closed = Closed();
        var answer = await closed.CreateClient(new() { AllowAutoRedirect = false }).GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("class=\"count\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task WhereReadingIsClosed_MembersRead()
    {
        using var closed = Closed();
        var client = closed.CreateClient();
        var form = await client.GetStringAsync("/account/register");
        var token =
            System.Text.RegularExpressions.Regex.Match(form, "name=\"__RequestVerificationToken\" value=\"([^\"]+)").Groups[1].Value;
        await client.PostAsync(
            "/account/register",
            new FormUrlEncodedContent(
            [new("_handler", "register"), new("__RequestVerificationToken", token), new("Name", "ana"),
            new("Password", "four easy words here")]));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/traces")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/u/ana")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/u/nobody")).StatusCode);
    }

    [Theory]
    [InlineData("/account/sign-out")]
    [InlineData("/account/passkeys/request")]
    [InlineData("/account/passkeys/creation")]
    public async Task APost_ThatNoFormOfOursSent_IsRefused(string path) =>
        Assert.Contains(
            (await _portal.CreateClient().PostAsync(path, new FormUrlEncodedContent([]))).StatusCode,
            new[] { HttpStatusCode.BadRequest, HttpStatusCode.Forbidden });

    private WebApplicationFactory<Program> Closed() => _portal.WithWebHostBuilder(b => b.UseSetting("Accounts:Reading", "members"));

    [Fact]
    public async Task AWorkerWithoutPortal_AnswersHealthOnly()
    {
        using var worker = _portal.WithWebHostBuilder(b => b.UseSetting("Portal:Role", "worker"));
        Assert.Equal(HttpStatusCode.OK, (await worker.CreateClient().GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.CreateClient().GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("Database:MaxBatchSize", "0")]
    [InlineData("Jobs:Workers", "999")]
    [InlineData("Launch:VisitorQuota", "0")]
    [InlineData("Live:PauseHiddenSeconds", "-1")]
    [InlineData("Portal:Role", "king")]
    [InlineData("Accounts:External:0:Provider", "myspace")]
    [InlineData("Accounts:External:0:Authority", "http://login.example.org")]
    [InlineData("Accounts:External:0:Id", "Not This")]
    [InlineData("Accounts:Registration", "External")]
    [InlineData("Accounts:Administrator:Name", "a b")]
    [InlineData("Accounts:Administrator:Password", "short")]
    public async Task ASettingOutOfBounds_StopsTheStartWithItsName(string key, string value)
    {
        var error = await StartAsync($"--{key}={value}");
        Assert.StartsWith("VcrPortal cannot start.", error, StringComparison.Ordinal);
        Assert.Contains(key, error);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("github", "Accounts:External:0:ClientId")]
    [InlineData("orcid", "Accounts:External:0:ClientSecret")]
    [InlineData("entra", "Accounts:External:0:Tenant")]
    public async Task AProviderWithoutWhatItNeeds_StopsTheStartWithItsName(string provider, string key) =>
        Assert.Contains(key, await StartAsync($"--Accounts:External:0:Provider={provider}"));

    [Fact]
    public async Task AStandInForEntra_OutsideOfDevelopment_StopsTheStart() => Assert.Contains(
        "Accounts:External:0:Instance is on this machine", await StartAsync([.. from setting in (string[])[
            "Provider=entra", "Tenant=11111111-2222-3333-4444-555555555555", "ClientId=c", "ClientSecret=s", "Instance=http://127.0.0.1:1"]
            select $"--Accounts:External:0:{setting}", "--environment=Production"]));

    [Fact]
    public async Task TwoProvidersWithOneId_StopTheStart() => Assert.Contains("another Id", await StartAsync([.. from i in (int[])[0, 1]
        from setting in (string[])["Provider=github", "ClientId=c", "ClientSecret=s"] select $"--Accounts:External:{i}:{setting}"]));

    [Fact]
    public async Task ADatabaseThatCannotBeOpened_StopsTheStartInOneSentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "text"), new string('x', 4096));
        var error = await StartAsync($"--Database:ConnectionString=Data Source={Path.Combine(_folder, "text")}");
        Assert.Contains("not a SQLite database", error);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public void Arguments_HaveShortForms() => Assert.Equal(
        ["--Portal:Role", "worker", "--Samples:Enabled=false", "--urls=http://x"],
            PortalArguments.Expand(["--role", "worker", "--no-samples", "--urls=http://x"]));

    private static async Task<IEnumerable<string>> VisitorCookiesAsync(HttpClient client, string path) =>
        (await client.GetAsync(path)).Headers.TryGetValues("Set-Cookie", out var cookies)
            ? cookies.Where(c => c.StartsWith("vcr-visitor=", StringComparison.Ordinal)) : [];

    /// <summary>A start that must fail, as from a console.</summary>
    private async Task<string> StartAsync(params string[] args)
    {
        var (before, error) = (Console.Error, new StringWriter());
        Console.SetError(error);
        try
        {
            var code = await PortalHost.RunAsync(
                ["--contentRoot", _folder, "--urls", "http://127.0.0.1:0", "--no-samples", "--Logging:LogLevel:Default=None", .. args]);
            Assert.Equal(1, code);
        }
        finally { Console.SetError(before); }
        return error.ToString();
    }
}
