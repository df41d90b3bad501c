using VcrPortal.Reasoning.Exports;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Features.Traces.Export;
using VcrPortal.Web.Features.Traces.Export.Data;
using VcrPortal.Web.Features.Traces.Import;
using VcrPortal.Web.Tests.Features.Traces.Import;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Access.History;

// Of traces: revising, suggesting, exporting, importing, watching.
public partial class EveryVerbTests
{
    private static Dictionary<Type, Func<TestPortal, Task>> TraceRuns => new()
    {
        [typeof(ReviseTrace)] = async p =>
            await p.Get<ReviseTrace>().RunAsync(new(await p.SaveTraceAsync(Samples.Text), 1, Samples.PrunedText, "why"), Editor, default),
        [typeof(ExportTrace)] = async p =>
            await p.Get<ExportTrace>().RunAsync(await p.SaveTraceAsync(Samples.Text), null, ExportFormat.All[0], Samples.Ana, default),
        [typeof(ExportClaims)] = async p => await p.Get<ExportClaims>().RunAsync(new("map2k1"), Samples.Ana, default),
        [typeof(ExportSearch)] = async p => await p.Get<ExportSearch>().RunAsync(new(), "jsonl", Samples.Ana, default),
        [typeof(ImportTraces)] = ImportTracesAsync,
        [typeof(SuggestRevision)] = async p => await SuggestedAsync(p),
        [typeof(DecideSuggestion)] = async p =>
            await p.Get<DecideSuggestion>().RunAsync(new(1, await SuggestedAsync(p), [0], null), Editor, default),
        [typeof(WatchTrace)] = async p =>
            await p.Get<WatchTrace>().RunAsync(await p.SaveTraceAsync(Samples.Text), true, Samples.Ana, default),
        [typeof(WatchSearch)] = p => p.Get<WatchSearch>().RunAsync(new("MEK"), true, Samples.Ana, default),
    };

    private static async Task ImportTracesAsync(TestPortal portal)
    {
        var file = Path.Combine(portal.Folder, "traces.jsonl");
        await File.WriteAllTextAsync(file, ImportTracesTests.Record("Binimetinib"));
        Assert.IsType<ImportTracesOutcome.Done>(
            await portal.Get<ImportTraces>().RunAsync(new(file, "traces.jsonl"), Editor, _ => { }, default));
    }

    private static async Task<int> SuggestedAsync(TestPortal portal) =>
        Assert.IsType<SuggestOutcome.Suggested>(await portal.Get<SuggestRevision>().RunAsync(
            new(await portal.SaveTraceAsync(Samples.Text), 1, Samples.PrunedText, "why"), Samples.Bob, default)).Number;
}
