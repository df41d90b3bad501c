using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Batches.Export;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Retrying;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Access.History;

// Of jobs and batches.
public partial class EveryVerbTests
{
    private static Dictionary<Type, Func<TestPortal, Task>> JobRuns => new()
    {
        [typeof(LaunchJob)] = p => p.Get<LaunchJob>().RunAsync(Samples.Record(), true, Samples.Ana, default),
        [typeof(RetryJob)] = async p => await p.Get<RetryJob>().RunAsync(
            await p.LaunchAsync(), Stage.Preprocess, Caller.Visitor("someone"), default),
        [typeof(LaunchBatch)] = p => p.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], false, Samples.Ana, default),
        [typeof(StopJob)] = async p => await p.Get<StopJob>().RunAsync(await p.LaunchAsync(), Caller.Visitor("someone"), default),
        [typeof(StopBatch)] = async p => await p.Get<StopBatch>().RunAsync(await p.LaunchBatchAsync(2), Caller.Visitor("v"), default),
        [typeof(ChangeAudience)] = async p =>
            await p.Get<ChangeAudience>()
                .RunAsync(await p.LaunchAsync(visitor: "ana"), new AudienceChange.MakePrivate(), Samples.Ana, default),
        [typeof(ShareByLink)] = async p =>
            Assert.IsType<LinkOutcome.Made>(
                await p.Get<ShareByLink>().MakeAsync(await p.LaunchAsync(visitor: "ana"), 7, "k", Samples.Ana, default)),
        [typeof(ExportBatch)] = async p => await p.Get<ExportBatch>().RunAsync(await p.LaunchBatchAsync(1), "jsonl", Samples.Ana, default),
    };
}
