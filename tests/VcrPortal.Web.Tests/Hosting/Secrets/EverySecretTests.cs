using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VcrPortal.Tests;
using VcrPortal.Tests.Models;
using VcrPortal.Tests.Web;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Hosting;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Hosting.Secrets;

/// <summary>What opens services and links stands in no log and on no console, with every logger at its lowest level.</summary>
public partial class EverySecretTests
{
    private static readonly (string, string)[] EverythingIsWritten =
    [
        ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"),
        ("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Trace"),
        ("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database", "Trace"),
    ];

    [Fact]
    public async Task Logs_OfASignInElsewhere_AJobOfAModel_AndALinkToIt_HoldNoneOfTheirSecrets()
    {
        var log = new WrittenLog();
        await using var entra = await EntraStandIn.StartAsync();
        await using var model = await FakeModelServer.StartAsync(BinimetinibAnswers.Answer);
        using var folder = new TempFolder();
        await using var portal = Portal(folder, log, [
            .. entra.Settings, ("Models:0:Name", "Stand-in"), ("Models:0:Endpoint", model.OpenAi.ToString()), ("Models:0:Model", "fake-1"),
        ]);
        await portal.StartAsync();
        var (ana, word) = await ArriveAsync(portal);
        using var _ = ana;
        var job = await LaunchedAsync(portal, ana);
        var link = await LinkAsync(ana, job);
        using var stranger = Visitor(portal);
        using var opened = await stranger.GetAsync(PortalUrls.Shared(link));
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);

        Assert.Contains(model.Asked, q => q.Key == FakeModelServer.Key);
        Assert.True(log.Lines.Count > 500, $"{log.Lines.Count} lines only");
        (string What, string Secret)[] secrets =
        [
            ("the model's key", FakeModelServer.Key), ("the other site's secret", entra.Settings[^1].Value),
            ("what the other site said", word), ("the link", link),
        ];
        Assert.All(secrets, s => Assert.NotEmpty(s.Secret));
        var told = (from line in log.Lines
                    from secret in secrets
                    where line.Contains(secret.Secret, StringComparison.OrdinalIgnoreCase)
                    select $"{line[..line.IndexOf(' ', StringComparison.Ordinal)]} {secret.What}").Distinct().ToList();
        Assert.True(told.Count == 0, string.Join('\n', told));
    }

    [Theory]
    [InlineData("--Database:Provider=SqlServer", "--Database:ConnectionString=")]
    [InlineData("--no-samples", "--Cluster:SqlServer=")]
    [InlineData("--no-samples", "--Cluster:Redis=")]
    public async Task Console_OfAProgramWhoseServersAreAway_HoldsNoPasswordOfTheirs(string first, string setting)
    {
        var server = setting.Contains("Redis", StringComparison.Ordinal) ? $"127.0.0.1:{ClosedPort.Find()},password=hush"
            : ClosedPort.ConnectionString();
        await using var run = ProgramRun.Start(
            ["--urls", "http://127.0.0.1:0", "--Cluster:Port=0", "--Cluster:Address=127.0.0.1", first, setting + server,
                .. EverythingIsWritten.Select(s => $"--{s.Item1}={s.Item2}")]);
        var (code, output, errors) = await run.EndAsync();
        Assert.Equal(1, code);
        Assert.NotEmpty(output);
        Assert.DoesNotContain("hush", output + errors);
    }

    /// <summary>Portal and worker that listen. The model's key stands where keys may: in a file of user secrets.</summary>
    private static WebApplication Portal(TempFolder folder, WrittenLog log, (string Key, string Value)[] settings)
    {
        var secrets = folder.Write("secrets.json", $$"""{"Models":[{"ApiKey":"{{FakeModelServer.Key}}"}]}""");
        (string Key, string Value)[] all =
        [
            ("environment", "Development"), .. EverythingIsWritten, .. settings, ("Logging:Console:LogLevel:Default", "None"),
            ("urls", "http://127.0.0.1:0"),
            ("contentRoot", folder.Place), ("Database:ConnectionString", $"Data Source={Path.Combine(folder.Place, "portal.db")}"),
            ("Samples:Enabled", "false"), ("Knowledge:Folder", Path.Combine(folder.Place, "knowledge")),
        ];
        return PortalHost.Build([.. all.Select(s => $"--{s.Key}={s.Value}")], builder =>
        {
            builder.Configuration.AddJsonFile(secrets);
            builder.Logging.AddProvider(log);
        });
    }

    private static HttpClient Visitor(WebApplication portal) =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(portal.Urls.First()) };

    /// <returns>Somebody who signed in at the other site, and the code by which that site vouched for them.</returns>
    private static async Task<(HttpClient Client, string Code)> ArriveAsync(WebApplication portal)
    {
        var client = Visitor(portal);
        using var elsewhere = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var there = await LocationAsync(client, "/account/with/entra?ReturnUrl=%2Fjobs");
        var back = new Uri(await LocationAsync(elsewhere, $"{there}&login=ana"));
        await LocationAsync(client, await LocationAsync(client, back.PathAndQuery));
        using var made = await WebPortal.PostAsync(client, PortalUrls.OutsideNewThen("/jobs"), "outside", ("Name", "ana"), ("Email", ""));
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        return (client, Code().Match(back.Query).Groups[1].Value);
    }

    /// <returns>A private job of the model, which is over.</returns>
    private static async Task<int> LaunchedAsync(WebApplication portal, HttpClient client)
    {
        using var asked = await WebPortal.PostAsync(client, PortalUrls.Launch, "ask", ("Question.Kind", QuestionForm.CompoundKind),
            ("Question.Compound", "Binimetinib"), ("Question.CellLine", "C32"), ("Question.Way", "vcr-agent"),
            ("Question.IsPrivate", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            await look.WaitForNextTickAsync(late.Token);
            await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(late.Token);
            if (await db.Jobs.SingleAsync(late.Token) is { State: JobState.Completed } job) return job.Number;
        }
    }

    private static async Task<string> LinkAsync(HttpClient client, int job)
    {
        using var made = await WebPortal.PostAsync(
            client, PortalUrls.Job(job), "make-link", ("LinkKey", Guid.NewGuid().ToString("N")), ("LinkDays", "7"));
        return Link().Match(await made.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    private static async Task<string> LocationAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    [GeneratedRegex("/share/([A-Za-z0-9_-]{43})")]
    private static partial Regex Link();

    [GeneratedRegex("[?&]code=([^&]+)")]
    private static partial Regex Code();
}
