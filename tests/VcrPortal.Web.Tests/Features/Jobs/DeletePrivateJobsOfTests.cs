using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs;

public class DeletePrivateJobsOfTests
{
    [Fact]
    public async Task Leaving_TakesPrivateJobsAlong_ExceptThoseOthersWereInvitedTo()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await bob.RegisterAsync("bob");
        foreach (var isPrivate in (bool[])[true, true, false])
        {
            await LaunchAsync(ana, isPrivate);
            await portal.RunNextAsync();
        }
        Assert.IsType<AudienceOutcome.Changed>(
            await ana.AskAsync<ChangeAudience,
            AudienceOutcome>((s, caller) => s.RunAsync(2, new AudienceChange.Invite("bob"), caller, default)));

        await LeaveAsync(ana);
        await using var db = portal.Db();
        Assert.Equal([2, 3], await db.Jobs.OrderBy(j => j.Number).Select(j => j.Number).ToListAsync());
        Assert.Equal([2, 3], await db.Traces.OrderBy(t => t.JobNumber).Select(t => t.JobNumber).ToListAsync());
        Assert.Equal([2, 3], await db.JobEvents.Select(e => e.JobNumber).Distinct().OrderBy(n => n).ToListAsync());
        Assert.NotNull(await bob.AskAsync<ReadJob, JobDetails?>((s, caller) => s.RunAsync(2, caller, default)));
    }

    [Fact]
    public async Task Worker_WhoseJobWentWithItsOwner_WritesNothingMore()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        await LaunchAsync(ana, isPrivate: true);
        var claim = Assert.IsType<JobClaim>(await portal.BeginNextAsync());

        await LeaveAsync(ana);
        await using var journal =
            new JobJournal(portal.Get<IDbContextFactory<PortalDb>>(), portal.Get<JobFeed>(), portal.Get<TimeProvider>(), claim);
        await journal.AppendAsync(new GenerationEvent.ReportDelta("too late"), default);
        await Assert.ThrowsAsync<ClaimLostException>(journal.FlushAsync);
        Assert.False(await portal.Get<FinishJob>().RunAsync(claim, new JobEnd.Failed("too late"), null, default));
        await using var db = portal.Db();
        Assert.Equal((0, 0), (await db.Jobs.CountAsync(), await db.JobEvents.CountAsync()));
    }

    private static Task LaunchAsync(Browser person, bool isPrivate) =>
        person.AskAsync<LaunchJob, LaunchOutcome>((s, caller) => s.RunAsync(Samples.Record(), isPrivate, caller, default));

    private static async Task LeaveAsync(Browser person) =>
        Assert.Equal(
            DeleteAccountOutcome.Deleted, await person.AskAsync<DeleteAccount,
            DeleteAccountOutcome>((s, caller) => s.RunAsync(
                new Proof.Password(Browser.Password), Contributions.Keep, new LeftCollections.Nobodys(), caller, default)));
}
