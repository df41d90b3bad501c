using System.Net;
using VcrPortal.Tests.Models;
using VcrPortal.Web.Access;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Models;

/// <summary>What administrators see of the configured models.</summary>
public class ModelsPageTests
{
    [Fact]
    public async Task Page_WithoutModels_SaysHowOneIsConfigured()
    {
        await using var portal = new WebPortal();
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        Assert.Contains("No language model is configured", await admin.GetStringAsync(PortalUrls.AdminModels), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForWhoeverIsNoAdministrator_IsNotThere()
    {
        await using var portal = new WebPortal();
        var (reader, _) = await portal.PersonAsync("ben");
        Assert.NotEqual(HttpStatusCode.OK, (await reader.GetAsync(PortalUrls.AdminModels)).StatusCode);
    }

    [Fact]
    public async Task Page_OfAModelWithoutItsKey_SaysWhatIsMissing_AndTheFormDoesNotOfferIt()
    {
        await using var portal = new WebPortal(("Models:0:Name", "GPT"), ("Models:0:Model", "gpt-4.1"));
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        var page = await admin.GetStringAsync(PortalUrls.AdminModels);
        Assert.Contains("the environment variable Models__0__ApiKey", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Question.Way", await admin.GetStringAsync(PortalUrls.Launch), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_OfAModelThatAnswers_SaysSo()
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Says("ready"));
        await using var portal = Portal(server);
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        var answer = await WebPortal.PostAsync(admin, PortalUrls.AdminModels, "test-Models:0");
        Assert.Contains("It answers.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_OfAModelThatSaysSomethingElse_ShowsWhatCame_AndIsNoSuccess()
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Says("ready <b>now</b>"));
        await using var portal = Portal(server);
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        var answer = await WebPortal.PostAsync(admin, PortalUrls.AdminModels, "test-Models:0");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("It answers.", page, StringComparison.Ordinal);
        Assert.Contains("It answers, but not what was asked.", page, StringComparison.Ordinal);
        Assert.Contains("ready &lt;b&gt;now&lt;/b&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_OfAModelThatRefuses_SaysWhy()
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Refuses(401));
        await using var portal = Portal(server);
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        var page = await (await WebPortal.PostAsync(admin, PortalUrls.AdminModels, "test-Models:0")).Content.ReadAsStringAsync();
        Assert.Contains("refused the key (401)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OffersTheWaysOfAConfiguredModel_AndLaunchesWithTheChosenOne()
    {
        await using var server = await FakeModelServer.StartAsync(BinimetinibAnswers.Answer);
        await using var portal = Portal(server);
        var (ada, _) = await portal.PersonAsync("ada");
        Assert.Contains("value=\"vcr-agent\"", await ada.GetStringAsync(PortalUrls.Launch), StringComparison.Ordinal);
        var answer = await WebPortal.PostAsync(ada, PortalUrls.Launch, "ask",
            ("Question.Kind", "compound"), ("Question.Compound", "Binimetinib"), ("Question.CellLine", "C32"),
            ("Question.Way", "vcr-agent"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("VCR-Agent, Fake", await ada.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithAReportForTheBuiltInEngine_KeepsItAndSaysWhatToDo()
    {
        await using var server = await FakeModelServer.StartAsync(BinimetinibAnswers.Answer);
        await using var portal = Portal(server);
        var (ada, _) = await portal.PersonAsync("ada");
        var page = await (await WebPortal.PostAsync(ada, PortalUrls.Launch, "ask",
            ("Question.Kind", "compound"), ("Question.Compound", "Binimetinib"), ("Question.CellLine", "C32"),
            ("Question.Way", "graph-reasoner"), ("Question.Report", "Somebody's report."))).Content.ReadAsStringAsync();
        Assert.Contains("does not read reports. Choose language-model agents", page, StringComparison.Ordinal);
        Assert.Contains("Somebody&#x27;s report.</textarea>", page, StringComparison.Ordinal);
    }

    private static WebPortal Portal(FakeModelServer server) => new(
        ("Models:0:Name", "Fake"), ("Models:0:Endpoint", server.OpenAi.ToString()), ("Models:0:Model", "fake-1"));
}
