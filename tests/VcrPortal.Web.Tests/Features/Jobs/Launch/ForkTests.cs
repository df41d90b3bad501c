using System.Net;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Jobs.Launch;

/// <summary>A job is run again with other settings: the form is filled in from it, and the new job says where it comes from.</summary>
public class ForkTests
{
    private static readonly PerturbationRecord TwentyFourHours = new(
        [new("C32")], [new(PerturbationKind.Chemical, "Binimetinib", Dose: "5 µM", Time: "24 h")]);

    [Fact]
    public async Task Fork_OfAJob_OpensTheFormAsItWasAsked()
    {
        await using var portal = new WebPortal();
        var (client, ana) = await portal.PersonAsync("ana");
        var job = await LaunchAsync(portal, new(RefinementSteps: 5, IsPrivate: true), ana);
        Assert.Contains($"href=\"{PortalUrls.Fork(job)}\"", await client.GetStringAsync(PortalUrls.Job(job)), StringComparison.Ordinal);
        var form = WebUtility.HtmlDecode(await client.GetStringAsync(PortalUrls.Fork(job)));
        foreach (var value in new[] { "Binimetinib", "C32", "5 µM", "24 h", $"{job}" })
            Assert.Contains($"value=\"{value}\"", form, StringComparison.Ordinal);
        Assert.Matches("<option value=\"5\" selected", form);
        Assert.Matches("name=\"Question.IsPrivate\" value=\"true\" checked", form);
        Assert.DoesNotContain("has no field here", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForkedJob_LinksToItsOrigin_ForThoseWhoMayReadThat()
    {
        await using var portal = new WebPortal();
        var (client, ana) = await portal.PersonAsync("ana");
        var (other, _) = await portal.PersonAsync("bob");
        var origin = await LaunchAsync(portal, new(IsPrivate: true), ana);
        using var answer = await ForkAsync(client, origin);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var forked = answer.Headers.Location!.ToString();
        Assert.Contains($"href=\"{PortalUrls.Job(origin)}\"", await client.GetStringAsync(forked), StringComparison.Ordinal);
        Assert.DoesNotContain(PortalUrls.Job(origin) + "\"", await other.GetStringAsync(forked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fork_OfSomebodysPrivateJob_IsRefusedAsNotThere_AndNothingIsQueued()
    {
        await using var portal = new WebPortal();
        var (_, ana) = await portal.PersonAsync("ana");
        var (other, bob) = await portal.PersonAsync("bob");
        var origin = await LaunchAsync(portal, new(IsPrivate: true), ana);
        using var form = await other.GetAsync(PortalUrls.Fork(origin));
        Assert.Equal(HttpStatusCode.NotFound, form.StatusCode);

        using var forged = await ForkAsync(other, origin);
        Assert.Equal(HttpStatusCode.OK, forged.StatusCode);
        var html = await forged.Content.ReadAsStringAsync();
        Assert.Contains(LaunchText.OriginNotThere, html, StringComparison.Ordinal);
        Assert.Contains("value=\"Trametinib\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Question.Origin", html, StringComparison.Ordinal);
        foreach (var number in new[] { origin, 999_999 })
            Assert.IsType<LaunchOutcome.OriginNotThere>(
                await portal.Get<LaunchJob>().RunAsync(TwentyFourHours, new LaunchSetting(Origin: number), bob, default));
        await using var db = portal.Db();
        Assert.False(await db.Jobs.AnyAsync(j => j.VisitorKey == bob.Key));
    }

    [Fact]
    public async Task Fork_OfARecordThatSaysMore_SaysSo()
    {
        await using var portal = new WebPortal();
        var (client, ana) = await portal.PersonAsync("ana");
        var record = TwentyFourHours with { Perturbations = [TwentyFourHours.Perturbations[0] with { Mechanism = "inhibitor" }] };
        var job = Assert.IsType<LaunchOutcome.Launched>(
            await portal.Get<LaunchJob>().RunAsync(record, new LaunchSetting(), ana, default)).JobNumber;
        Assert.Contains("has no field here", await client.GetStringAsync(PortalUrls.Fork(job)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PerturbationKind.Genetic, "TP53", "knockdown")]
    [InlineData(PerturbationKind.Chemical, "Aspirin", null)]
    public void Form_FilledInFromARecordOfItsOwn_HoldsIt(PerturbationKind kind, string name, string? edit)
    {
        var record = new PerturbationRecord([new("A549")], [kind == PerturbationKind.Genetic
            ? new(kind, GeneSymbol: name, GeneEdit: edit, Time: "1 d") : new(kind, name, Dose: "10 nM")]);
        Assert.True(QuestionForm.From(record).Holds(record));
        Assert.False(QuestionForm.From(record).Holds(record with { Contexts = [.. record.Contexts, new("C32")] }));
    }

    private static async Task<int> LaunchAsync(WebPortal portal, LaunchSetting setting, Caller caller) =>
        Assert.IsType<LaunchOutcome.Launched>(
            await portal.Get<LaunchJob>().RunAsync(TwentyFourHours, setting, caller, default)).JobNumber;

    private static Task<HttpResponseMessage> ForkAsync(HttpClient client, int origin) =>
        WebPortal.PostAsync(client, PortalUrls.Launch, "ask", ("Question.Compound", "Trametinib"), ("Question.CellLine", "C32"),
            ("Question.Origin", $"{origin}"));
}
