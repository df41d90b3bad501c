using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data;

/// <summary>The main road on a real SQL Server, wherever there is one; with VCR_TEST_SQLSERVER all other tests run there too.</summary>
public class SqlServerTests
{
    [SqlServerFact]
    public async Task AJobRuns_AndItsTraceIsFoundAndTalkedAbout()
    {
        using var database = TestDatabase.On(await SqlServerForTests.ConnectionStringAsync());
        await using var portal = await TestPortal.StartAsync(settings: database.Settings);
        var job = await portal.LaunchAsync();
        await portal.RunNextAsync();
        Assert.Equal(JobState.Completed, (await portal.JobAsync(job)).State);
        var found = await portal.Get<SearchTraces>().RunAsync(new TraceQuery("binimetinib"), Samples.Anybody, default);
        var trace = Assert.Single(found.Items).Number;
        Assert.IsType<VoteOutcome.Cast>(
            await portal.Get<CastVote>().RunAsync(new(trace, 1, Subject.Trace, Opinion.Up), Samples.Ana, default));
        Assert.IsType<CommentOutcome.Added>(
            await portal.Get<AddComment>().RunAsync(new(trace, 1, Subject.Trace, "Well said."), Samples.Bob, default));
    }

    [SqlServerFact]
    public async Task IdsThatDifferOnlyInCase_AreTwoKeys()
    {
        using var database = TestDatabase.On(await SqlServerForTests.ConnectionStringAsync());
        await using var portal = await TestPortal.StartAsync(settings: database.Settings);
        var trace = await portal.SaveTraceAsync(Samples.Text);
        await using var db = portal.Db();
        foreach (var subject in new[] { "n:n1", "n:N1" })
            db.Votes.Add(new VoteRow
            {
                TraceNumber = trace,
                AccountKey = "ana",
                Subject = subject,
                Revision = 1,
                IsUp = true,
                At = TimeProvider.System.GetUtcNow().UtcDateTime,
            });
        Assert.Equal(2, await db.SaveChangesAsync());
    }
}
