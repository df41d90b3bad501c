using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages.Accounts;

namespace VcrPortal.E2E.Journeys.HardDays;

/// <summary>
/// One address makes accounts as fast as it can. It gets as many as the limit allows, and nobody else waits for it.
/// <c>VCR_SIGN_UPS</c> says how many it tries (eng/soak: 10,000).
/// </summary>
[Collection(HardDaysCollection.Name), Trait("Category", "Long")]
public partial class SignUpFloodJourneys(PortalFixture shared)
{
    private const int PerMinute = 30, AtOnce = 8;

    private static int SignUps =>
        int.TryParse(Environment.GetEnvironmentVariable("VCR_SIGN_UPS"), NumberStyles.None, CultureInfo.InvariantCulture, out var tried)
            ? tried : 300;

    [E2EFact]
    public async Task SignUps_ByTheThousandFromOneAddress_AreHeldToTheLimitWhileOthersRead()
    {
        await using var portal = await PortalProcess.StartAsync(
            new(More: [("Limits__AccountFormsPerMinute", PerMinute.ToString(CultureInfo.InvariantCulture))]));
        await using var reader = await shared.Chromium.VisitAsync(portal.Address);
        using var flood = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = portal.Address
        };
        var form = await FormAsync(flood);
        var (since, made, held) = (Stopwatch.GetTimestamp(), 0, 0);
        var flooding = Parallel.ForAsync(0, SignUps, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, ct) =>
        {
            using var answer = await flood.SendAsync(form($"flood-{number}"), ct);
            if (answer.StatusCode == HttpStatusCode.SeeOther) Interlocked.Increment(ref made);
            else if (answer.StatusCode == HttpStatusCode.TooManyRequests) Interlocked.Increment(ref held);
        });
        var (reads, slowest) = (0, TimeSpan.Zero);
        for (; !flooding.IsCompleted; reads++)
        {
            var began = Stopwatch.GetTimestamp();
            var page = await reader.Browser.GetAsync("/traces");
            Assert.True(page.Ok, $"/traces answered {page.Status}");
            if (Stopwatch.GetElapsedTime(began) is var took && took > slowest) slowest = took;
        }
        await flooding;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{SignUps} sign-ups: {made} made, {held} held back; {reads} pages read, the slowest in {slowest.TotalSeconds:0.0} s"));
        Assert.Equal(SignUps, made + held);
        Assert.InRange(made, 1, PerMinute * (1 + (int)Math.Ceiling(Stopwatch.GetElapsedTime(since).TotalMinutes)));
    }

    /// <summary>One page's form, filled with one name after the other.</summary>
    private static async Task<Func<string, HttpRequestMessage>> FormAsync(HttpClient http)
    {
        using var page = await http.GetAsync(SignUpPage.Path);
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        var cookies = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        return name => new(HttpMethod.Post, SignUpPage.Path)
        {
            Headers = { { "Cookie", cookies } },
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = "register",
                ["__RequestVerificationToken"] = token,
                ["Name"] = name,
                ["Password"] = SignUpPage.Password,
            }),
        };
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
