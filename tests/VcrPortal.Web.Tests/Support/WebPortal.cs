using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Support;

/// <summary>The whole portal in the process of the test, over a database file of its own and without a worker; people sign in through its
/// form.</summary>
internal sealed partial class WebPortal : IAsyncDisposable
{
    public const string Password = "four easy words here";

    private readonly string _folder = Directory.CreateTempSubdirectory("vcr-test-").FullName;
    private readonly TestDatabase _database;
    private readonly WebApplicationFactory<Program> _host;

    public WebPortal(params (string Key, string Value)[] settings)
    {
        _database = TestDatabase.Make(_folder);
        _host = new WebApplicationFactory<Program>().WithWebHostBuilder(b => Configure(b, settings));
    }

    private void Configure(IWebHostBuilder b, (string Key, string Value)[] settings)
    {
        b.UseSetting("Samples:Enabled", "false")
            .UseSetting("Portal:Role", "portal").UseSetting("Launch:AllowVisitors", "true")
            .UseSetting("Limits:FormsPerMinute", "0").UseSetting("Limits:AccountFormsPerMinute", "0"); // all of them come from one address
        foreach (var (key, value) in _database.Settings.Concat(settings)) b.UseSetting(key, value);
        if (Interceptor is not null) b.ConfigureTestServices(s => s.AddSingleton(Interceptor));
        if (Clock is not null) b.ConfigureTestServices(s => s.AddSingleton(Clock));
        if (Logs is not null) b.ConfigureLogging(l => l.AddProvider(Logs));
    }

    /// <summary>Instead of the system's.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Gets what the portal writes down.</summary>
    public ILoggerProvider? Logs { get; init; }

    /// <summary>Between the portal and its database.</summary>
    public IInterceptor? Interceptor { get; init; }

    public IServiceProvider Services => _host.Services;

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public PortalDb Db() => Get<IDbContextFactory<PortalDb>>().CreateDbContext();

    /// <summary>Somebody without an account. Redirects are answers, not followed.</summary>
    public HttpClient Visitor() => _host.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>A client for whoever sends cookies, and speaks https, as the test says.</summary>
    public HttpClient WithoutCookies(string address = "http://localhost") =>
        _host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri(address) });

    /// <summary>Registers somebody, gives them a role and signs them in.</summary>
    public async Task<(HttpClient Client, Caller Caller)> PersonAsync(string name, PortalRole role = PortalRole.Contributor)
    {
        using var scope = Services.CreateScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<RegisterAccount>().RunAsync(name, null, Password, default);
        var key = Assert.IsType<RegisterOutcome.Registered>(outcome).Account.Id;
        await using var db = Db();
        await db.Users.Where(a => a.Id == key).ExecuteUpdateAsync(s => s.SetProperty(a => a.Role, role));
        var client = Visitor();
        var answer = await PostAsync(client, PortalUrls.SignIn, "sign-in", ("Name", name), ("Password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return (client, new(key, role));
    }

    /// <summary>A published trace of this owner, VCT1 if it is the first.</summary>
    public async Task PublishAsync(Caller owner)
    {
        var job = Assert.IsType<LaunchOutcome.Launched>(
            await Get<LaunchJob>().RunAsync(Samples.Record(), false, owner, default)).JobNumber;
        await using var db = Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var trace = new NewTrace(
            job, Samples.Record(), PortalJson.Write(Samples.Record()), "script 1", TraceState.Published, null,
                [new(1, Samples.Text, "as it was written", false)],
            "Report [1].", [Samples.Evidence()], Samples.NoCitations, Samples.Verdicts);
        await Get<SaveTrace>().RunAsync(
            db, trace, new TraceOwner(owner.Key, false), new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), default);
        await transaction.CommitAsync();
    }

    /// <summary>A batch whose jobs are over, each with a trace whose report has so many characters.</summary>
    public async Task BatchAsync(int jobs, int text)
    {
        var anybody = Caller.Visitor("v");
        var batch = Assert.IsType<BatchOutcome.Launched>(await Get<LaunchBatch>().RunAsync(
            "b", [.. Enumerable.Range(0, jobs).Select(i => Samples.Record($"c{i}"))], false, anybody, default)).BatchNumber;
        await using var db = Db();
        var now = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var job in await db.Jobs.Where(j => j.BatchNumber == batch).Select(j => j.Number).ToListAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var trace = new NewTrace(
                job, Samples.Record(), PortalJson.Write(Samples.Record()), "script 1", TraceState.Published, null,
                    [new(1, Samples.Text, "as it was written", false)],
                Noise(text), [Samples.Evidence()], Samples.NoCitations, Samples.Verdicts);
            await Get<SaveTrace>().RunAsync(db, trace, new TraceOwner(anybody.Key, false, batch), now, default);
            await transaction.CommitAsync();
        }
        await db.Jobs.Where(j => j.BatchNumber == batch)
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Completed).SetProperty(j => j.FinishedAt, now));
    }

    /// <summary>No format makes it much smaller.</summary>
    private static string Noise(int length)
    {
        var bytes = new byte[length / 2];
        new Random(1).NextBytes(bytes);
        return Convert.ToHexString(bytes);
    }

    /// <summary>Sends a form of a page, with the token that the page gives.</summary>
    public static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, string page, string form, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(page)).Groups[1].Value;
        List<KeyValuePair<string, string>> sent = [new("_handler", form), new("__RequestVerificationToken", token)];
        sent.AddRange(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))); // a name may have several values
        return await client.PostAsync(page, new FormUrlEncodedContent(sent));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
