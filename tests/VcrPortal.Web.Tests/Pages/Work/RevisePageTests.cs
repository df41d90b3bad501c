using VcrPortal.Web.Access;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Pages.Work;

public class RevisePageTests
{
    [Fact]
    public async Task Suggestion_WithAChangedReport_IsRefused_AndTheReportStandsAsItWasWritten()
    {
        await using var portal = new WebPortal();
        var (client, ana) = await portal.PersonAsync("ana", PortalRole.Editor);
        await portal.PublishAsync(ana);

        using var answer = await WebPortal.PostAsync(
            client, PortalUrls.Revise(1) + "?view=text", "revise", ("Base", "1"), ("Text", Samples.Text), ("Reason", "why"),
            ("Report", "Written anew."), ("Do", "suggest"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("A suggestion changes the graph only", page);
        Assert.Contains("Written anew.", page);
    }
}
