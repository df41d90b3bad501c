using VcrPortal.Web.Access;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Pages.Work;

public class RevisePageTests
{
    [Fact]
    public async Task Suggestion_ThatIsRefused_KeepsTheReportAsItWasWritten()
    {
        await using var portal = new WebPortal();
        var (client, ana) = await portal.PersonAsync("ana", PortalRole.Editor);
        await portal.PublishAsync(ana);

        using var answer = await WebPortal.PostAsync(
            client, PortalUrls.Revise(1) + "?view=text", "revise", ("Base", "1"), ("Text", Samples.Text), ("Reason", ""),
            ("Report", "Written anew."), ("Do", "suggest"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("Say in a sentence why you would change it.", page);
        Assert.Contains("Written anew.", page);
    }
}
