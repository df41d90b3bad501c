using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Run;

/// <summary>Twenty jobs stream at once in one process, each with a viewer and a program that follow it: nobody misses an event, sees one
/// twice, or sees one of another job.</summary>
public class ManyJobsTests
{
    private const int Jobs = 20, Words = 300;

    [Fact]
    public async Task TwentyJobs_AtOnce_HaveNoGapInAnyStream()
    {
        var started = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var generator = new ScriptedGenerator([.. Samples.Run.SelectMany(Streamed)])
        {
            Before = async (e, _) =>
            {
                // None is over before all have begun; from there on each word lets the others go on.
                var begins = e is GenerationEvent.StagePlanned { Stage: Stage.Preprocess };
                if (begins && Interlocked.Increment(ref started) == Jobs) all.SetResult();
                await all.Task;
                await Task.Yield();
            },
        };
        await using var portal = await TestPortal.StartAsync(generator: generator);
        var numbers = new List<int>();
        for (var job = 0; job < Jobs; job++) numbers.Add(await portal.LaunchAsync($"c{job}", $"v{job}"));
        var claims = new List<JobClaim>();
        for (var job = 0; job < Jobs; job++) claims.Add(Assert.IsType<JobClaim>(await portal.BeginNextAsync()));

        var programs = numbers.ConvertAll(n => FollowedAsync(portal, n));
        var viewers = numbers.ConvertAll(n => WatchedAsync(portal, n));
        await Task.WhenAll(claims.Select(c => Task.Run(() => portal.Get<JobRunner>().RunAsync(c, default))));

        foreach (var (i, number) in numbers.Index())
        {
            var log = await portal.LogAsync(number);
            Assert.Equal(Enumerable.Range(1, log.Count), log.Select(e => e.Sequence));
            Assert.True(log[^1].IsTerminal);
            Assert.Equal(log.Select(Told), (await programs[i]).Select(Told));
            var views = await viewers[i];
            Assert.Equal(views.Select(v => v.Progress.LastSequence).Order(), views.Select(v => v.Progress.LastSequence));
            Assert.Equal((log.Count, JobState.Completed), (views[^1].Progress.LastSequence, views[^1].Progress.State));
            var whole = string.Concat(log.Select(e => e.Body).OfType<JobEventBody.Generated>().Select(g => g.Event)
                .OfType<GenerationEvent.ReportDelta>().Select(d => d.Text));
            Assert.Equal(Words, whole.Split("word ").Length - 1);
            Assert.All(views, v => Assert.StartsWith(v.Progress.Report, whole, StringComparison.Ordinal));
        }
    }

    private static (int, string) Told(JobEvent e) => (e.Sequence, JobEventText.PayloadOf(e.Body));

    /// <summary>The script with many words more in its report.</summary>
    private static IEnumerable<GenerationEvent> Streamed(GenerationEvent e) => e is GenerationEvent.StageStarted { Stage: Stage.Report }
        ? Enumerable.Repeat<GenerationEvent>(new GenerationEvent.ReportDelta("word "), Words).Prepend(e) : [e];

    private static async Task<List<JobEvent>> FollowedAsync(TestPortal portal, int number)
    {
        var heard = new List<JobEvent>();
        await foreach (var events in portal.Get<FollowLog>().RunAsync(number, 0, Samples.Anybody, default)) heard.AddRange(events);
        return heard;
    }

    private static async Task<List<JobView>> WatchedAsync(TestPortal portal, int number)
    {
        var views = new List<JobView>();
        await foreach (var view in portal.Get<FollowJob>().RunAsync(number, Samples.Anybody, default)) views.Add(view);
        return views;
    }
}
