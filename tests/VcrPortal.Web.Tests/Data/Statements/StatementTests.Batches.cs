using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Batches.Corpus;
using VcrPortal.Web.Features.Batches.Export;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Batches.Listing;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of batches: launching, listing, stopping, exporting, and the whole of a corpus.
public partial class StatementTests
{
    private static Dictionary<Type, Run[]> BatchRuns => new()
    {
        [typeof(LaunchBatch)] = [
            new(s =>
            s.Get<LaunchBatch>().RunAsync("b", [.. Enumerable.Repeat(Samples.Record(), BatchPieceRow.Records + 1)], false, Ana, default),
                ("", 0))],
        [typeof(LaunchSamples)] = [new(s => s.Get<LaunchSamples>().RunAsync(default), ("", false))],
        [typeof(StopBatch)] = [new(s => s.Get<StopBatch>().RunAsync(1, Ana, default), ("IsOwner", true), ("", true), ("State", "Running"),
            ("CancelRequested", false))],
        [typeof(ReadBatch)] =
        [
            new(s => s.Get<ReadBatch>().RunAsync(1, Samples.Anybody, default), ("State", "Queued"), ("Key", "Queued")),
            new(s => s.Get<ReadBatch>().ListLatestAsync(5, Ana, default), ("State", "Queued"), ("Key", "Queued")),
            new(s => s.Get<ReadBatch>().ListFailuresAsync(1, Ana, default)),
        ],
        [typeof(ListBatches)] =
        [
            .. Enum.GetValues<BatchStanding>().Select(standing => new Run(
                s => s.Get<ListBatches>().RunAsync(new("x", standing, (BatchSort)standing), Ana, default),
                ("State", "Queued"), ("Key", "Queued"))),
            new(s => s.Get<ListBatches>().RunAsync(new(Sort: BatchSort.Started, Descending: true, Page: 2), Samples.Anybody, default),
                ("State", "Queued"), ("Key", "Queued")),
        ],
        [typeof(EnqueueBatchPiece)] =
            [new(s => s.Get<EnqueueBatchPiece>().RunAsync(default), ("RecordsJson", PortalJson.Write(new[] { Samples.Record() })))],
        [typeof(ExportBatch)] = [
            new(ExportAsync, ("", true), ("State", "Completed"), ("State0", "Published"), ("TraceState", "Published"),
            ("RecordJson", PortalJson.Write(Samples.Record())), ("VerdictJson", PortalJson.Write(Samples.Verdicts[0])))],
        [typeof(ReadCorpus)] =
            [new(s => s.Get<ReadCorpus>().RunAsync(1, Ana, default), ("State", "Completed"), ("Key", "Published"), ("Kind", "Verifier"))],
    };

    private static async Task ExportAsync(Portal portal)
    {
        await foreach (var _ in (await portal.Get<ExportBatch>().RunAsync(1, "jsonl", Ana, default))!) { }
    }
}
