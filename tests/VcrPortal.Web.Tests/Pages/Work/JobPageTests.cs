using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Pages.Work;

/// <summary>What the page of a job offers to whom.</summary>
public class JobPageTests
{
    [Fact]
    public async Task StopButton_IsThereForWhomTheTableLetsStop_AndForNobodyElse()
    {
        await using var portal = new WebPortal();
        var (owner, ana) = await portal.PersonAsync("ana");
        var (other, _) = await portal.PersonAsync("ben", PortalRole.Editor);
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        var job = Assert.IsType<LaunchOutcome.Launched>(
            await portal.Get<LaunchJob>().RunAsync(Samples.Record(), isPrivate: false, ana, default)).JobNumber;
        foreach (var (client, isOffered) in new[] { (owner, true), (admin, true), (other, false), (portal.Visitor(), false) })
            Assert.Equal(isOffered,
                (await client.GetStringAsync(PortalUrls.Job(job))).Contains("Stop, keep what is here", StringComparison.Ordinal));
        // Who sends the form all the same is told why not, and the job goes on.
        using var answer = await WebPortal.PostAsync(other, PortalUrls.Job(job), "stop");
        Assert.Contains("Only the person who launched this job may stop it.", await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }
}
