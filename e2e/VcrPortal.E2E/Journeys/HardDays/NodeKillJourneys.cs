using System.Diagnostics;
using System.Globalization;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.Tests.Models;

namespace VcrPortal.E2E.Journeys.HardDays;

/// <summary>
/// Two portals, two workers and a Redis, each killed at every stage of jobs that are on their way: each job that was acknowledged ends in
/// one trace of its own, and its log has no gap and nothing twice. <c>VCR_NODE_ROUNDS</c> says how often each is killed at each stage
/// (eng/soak nodes; here each is killed once, each at another stage).
/// </summary>
[Collection(HardDaysCollection.Name), Trait("Category", "Long")]
public sealed class NodeKillJourneys(PortalFixture shared)
{
    private enum Moment { Launched, Retrieving, Constructing, Verifying, Saving }

    private enum Victim { Portal1, Portal2, Worker1, Worker2, Redis }

    /// <summary>As many as two workers have places, so that each has some.</summary>
    private const int JobsAtOnce = 4;


    /// <summary>Until the ends of held jobs stand before a database that takes nothing.</summary>
    private static readonly TimeSpan UntilTheySave = TimeSpan.FromSeconds(1);

    private static int Rounds =>
        int.TryParse(Environment.GetEnvironmentVariable("VCR_NODE_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds)
            ? rounds : 0;

    [ClusterFact]
    public async Task EveryProcess_KilledAtEveryStage_LosesNothingAndDoublesNothing()
    {
        var construction = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var model = await FakeModelServer.StartAsync(
            q => q.IsAboutClaims ? BinimetinibAnswers.Answer(q) with { Held = Volatile.Read(ref construction).Task }
                : BinimetinibAnswers.Answer(q));
        await using var cluster = await PortalCluster.StartAsync(new(Wikipedia: shared.Wikipedia.Address,
            AffinityPredictor: shared.Predictor.Address, More:
        [
            ("Launch__VisitorQuota", "1000"), ("Models__0__Name", "Stand-in"), ("Models__0__Endpoint", model.OpenAi.ToString()),
            ("Models__0__Model", "fake-1"), ("Models__0__ApiKey", FakeModelServer.Key),
        ]));
        PortalProcess[] workers = [await cluster.AddWorkerAsync(), await cluster.AddWorkerAsync()];
        foreach (var (moment, victim) in Kills())
        {
            construction = new(TaskCreationOptions.RunContinuationsAsynchronously);
            var ended = await KillAndWaitAsync(
                cluster, moment, victim, Process(cluster, workers, victim), () => construction.TrySetResult());
            Report(moment, victim, ended);
        }
        // What comes back from all of this works like new.
        await using var asker = await shared.Chromium.VisitAsync(cluster.Other.Address);
        await EndAsync(cluster, await LaunchAsync(asker, ""), null);
    }

    private static IEnumerable<(Moment, Victim)> Kills() => Rounds == 0
        ? Enum.GetValues<Moment>().Zip(Enum.GetValues<Victim>().Reverse())
        : from round in Enumerable.Range(0, Rounds)
          from moment in Enum.GetValues<Moment>()
          from victim in Enum.GetValues<Victim>()
          select (moment, victim);

    private static PortalProcess? Process(PortalCluster cluster, PortalProcess[] workers, Victim victim) => victim switch
    {
        Victim.Portal1 => cluster.One,
        Victim.Portal2 => cluster.Other,
        Victim.Worker1 => workers[0],
        Victim.Worker2 => workers[1],
        _ => null,
    };

    private async Task<Ended> KillAndWaitAsync(
        PortalCluster cluster, Moment moment, Victim victim, PortalProcess? process, Action construct)
    {
        await using var asker = await shared.Chromium.VisitAsync(cluster.One.Address);
        using var held = moment switch
        {
            Moment.Retrieving => shared.Wikipedia.Hold(),
            Moment.Verifying or Moment.Saving => shared.Predictor.Hold(),
            _ => null,
        };
        if (moment != Moment.Constructing) construct();
        var jobs = await LaunchAsync(asker, moment == Moment.Constructing ? "vcr-agent" : "");
        await ReachedAsync(cluster, jobs, moment);
        await using (moment == Moment.Saving ? await cluster.Other.HoldDatabaseAsync() : null)
        {
            if (moment == Moment.Saving)
            {
                held!.Dispose();
                await Task.Delay(UntilTheySave, TimeProvider.System); // not a wait for something: the moment of the kill
            }
            await (process is null ? cluster.Redis.KillAsync() : process.KillAsync());
        }
        var since = Stopwatch.GetTimestamp();
        held?.Dispose();
        construct();
        await ReadsOnAsync(victim == Victim.Portal1 ? cluster.Other : cluster.One, jobs);
        var (attempts, others) = await EndAsync(cluster, jobs, process);
        var took = Stopwatch.GetElapsedTime(since);
        await (process is null ? cluster.Redis.StartAgainAsync() : process.StartAsync());
        return new(took, attempts, others);
    }

    /// <returns>The numbers of jobs that were acknowledged.</returns>
    private static async Task<int[]> LaunchAsync(Visitor asker, string way)
    {
        var jobs = new int[JobsAtOnce];
        for (var i = 0; i < JobsAtOnce; i++)
        {
            var answer = await LaunchPage.AskAsync(asker, "Binimetinib", "C32", way);
            Assert.True(answer.Ok && !answer.Url.EndsWith(LaunchPage.Path, StringComparison.Ordinal), $"{answer.Url} {answer.Status}");
            jobs[i] = int.Parse(answer.Url[(answer.Url.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
        }
        return jobs;
    }

    /// <summary>Waits until, by their logs, all of them are at the stage.</summary>
    private static Task ReachedAsync(PortalCluster cluster, int[] jobs, Moment moment)
    {
        var stage = moment switch
        {
            Moment.Launched => null,
            Moment.Retrieving => "\"retrieve\"",
            Moment.Constructing => "\"explain\"",
            _ => "\"verify\"",
        };
        return stage is null ? Task.CompletedTask : Until.IsSoAsync($"every job was at {stage}", async () =>
        {
            await cluster.StartWhoeverEndedAsync();
            var begun = await cluster.One.ReadDatabaseAsync(
                "SELECT JobNumber, Payload FROM JobEvents WHERE JobNumber >= @number AND Kind = 'stage-started'", jobs[0]);
            return begun.Where(e => e.Text.Contains(stage, StringComparison.OrdinalIgnoreCase)).DistinctBy(e => e.Number).Count()
                == jobs.Length;
        });
    }

    /// <summary>Whoever watches at the portal that is left goes on watching.</summary>
    private async Task ReadsOnAsync(PortalProcess portal, int[] jobs)
    {
        await using var reader = await shared.Chromium.VisitAsync(portal.Address);
        foreach (var job in jobs)
            Assert.True((await reader.Browser.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/jobs/{job}"))).Ok);
    }

    /// <summary>Waits until each is over, and looks at what was written of it.</summary>
    /// <returns>Attempts after the first ones, and processes that ended by themselves and were started again.</returns>
    private static async Task<(int Again, int Others)> EndAsync(PortalCluster cluster, int[] jobs, PortalProcess? killed)
    {
        var (again, others) = (0, 0);
        foreach (var job in jobs)
        {
            IReadOnlyList<(long Number, string Text)> log = [];
            await Until.IsSoAsync($"job {job} was over", async () =>
            {
                others += await cluster.StartWhoeverEndedAsync(killed);
                log = await cluster.One.ReadDatabaseAsync(
                    "SELECT Sequence, Kind FROM JobEvents WHERE JobNumber = @number ORDER BY Sequence", job);
                return log.Count > 0 && log[^1].Text is "job-completed" or "job-failed" or "job-interrupted" or "job-cancelled";
            });
            Assert.Equal("job-completed", log[^1].Text);
            Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Number));
            Assert.Single(log, e => e.Text == "job-completed");
            Assert.Single(await cluster.One.ReadDatabaseAsync("SELECT Number, Title FROM Traces WHERE JobNumber = @number", job));
            again += log.Count(e => e.Text == "job-started") - 1;
        }
        return (again, others);
    }

    /// <summary>An hour of kills may be cut short: what was done by then is known.</summary>
    private static void Report(Moment moment, Victim victim, Ended ended)
    {
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{moment,-12} {victim,-8} {JobsAtOnce} jobs over after {ended.Took.TotalSeconds,4:0.0} s, {ended.Again} begun again, "
            + $"{ended.Others} other processes started again");
        Console.WriteLine(line);
        var folder = Directory.CreateDirectory(Checkout.Path("artifacts", "soak")).FullName;
        File.AppendAllText(System.IO.Path.Combine(folder, "nodes.txt"), line + Environment.NewLine);
    }

    private sealed record Ended(TimeSpan Took, int Again, int Others);
}
