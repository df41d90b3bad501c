using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Administration.Nodes;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Pages.Admin;

/// <summary>What an administrator sees at a glance.</summary>
public class HealthPageTests
{
    [Fact]
    public async Task Page_OfAPortalWithoutWorker_SaysThatNobodyWorks_OnceJobsWait()
    {
        await using var portal = new WebPortal();
        var (admin, caller) = await portal.PersonAsync("ada", PortalRole.Admin);
        await portal.Get<Heartbeat>().BeatAsync(default);
        Assert.Contains("People can read, and what they do is saved.", await admin.GetStringAsync(PortalUrls.AdminHealth));

        Assert.IsType<LaunchOutcome.Launched>(await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, caller, default));
        var page = await admin.GetStringAsync(PortalUrls.AdminHealth);
        Assert.Contains("Nobody works.", page);
        Assert.DoesNotContain("People can read, and what they do is saved.", page);
        Assert.Contains("<dt>Jobs at a time</dt><dd>0</dd>", page); // this process takes none, whatever Jobs:Workers says
    }

    [Fact]
    public async Task Page_WhileAWorkerLives_SaysNothingOfJobsThatWait()
    {
        await using var portal = new WebPortal();
        var (admin, caller) = await portal.PersonAsync("ada", PortalRole.Admin);
        await using (var db = portal.Db())
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            db.Nodes.Add(new() { Name = "other", Role = "worker", Version = "1", StartedAt = now, SeenAt = now, Workers = 2 });
            await db.SaveChangesAsync();
        }
        Assert.IsType<LaunchOutcome.Launched>(await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, caller, default));
        Assert.DoesNotContain("Nobody works.", await admin.GetStringAsync(PortalUrls.AdminHealth));
    }

    [Fact]
    public async Task Page_ListsWhoFellSilentLast_AndCountsNothingOfTheirs()
    {
        await using var portal = new WebPortal();
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        await using (var db = portal.Db())
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            foreach (var (name, heard) in ((string, int)[])[("dead-one", 120), ("lives-on", 4)])
                db.Nodes.Add(new()
                {
                    Name = name,
                    Role = "worker",
                    Version = "1",
                    StartedAt = now.AddSeconds(-180),
                    SeenAt = now.AddSeconds(-heard),
                    Workers = 7,
                });
            await db.SaveChangesAsync();
        }
        var page = await admin.GetStringAsync(PortalUrls.AdminHealth);
        var dead = page.IndexOf("dead-one", StringComparison.Ordinal);
        Assert.True(page.IndexOf("lives-on", StringComparison.Ordinal) < dead);
        Assert.Contains("<td class=\"num\">7</td>", page[..dead]);
        Assert.DoesNotContain("<td class=\"num\">7</td>", page[dead..]);
        Assert.Contains("silent for 2:", page[dead..]);
        Assert.Matches("<span>[4-9] s ago</span>", page[..dead]);
    }
}
