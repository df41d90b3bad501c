using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Tests;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Features.Traces.Export;
using VcrPortal.Web.Features.Traces.Export.Data;
using VcrPortal.Web.Features.Traces.Import;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Pages.Reading;
using VcrPortal.Web.Tests.Features.Traces.Import;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of traces: saving, searching, reading, exporting, importing, and the counts on the first page.
public partial class StatementTests
{
    /// <summary>A search of every kind of part, each wanted and unwanted.</summary>
    private const string EveryField =
        "VCT1 -trace:VCT2 MEK162 compound:MEK162 -compound:Trametinib line:C32 -line:A549 tissue:skin -organ:lung melanoma "
        + "-disease:melanoma target:MEK1 -target:MEK1 \"MEK inhibitor\" mechanism:\"MEK inhibitor\" -moa:x alteration:\"BRAF V600E\" "
        + "-mutation:\"BRAF V600E\" gene:MEK1 -MEK1 apopt* -rest* engine:x -engine:y state:partial -state:discarded actor:x direction:up";

    private static Dictionary<Type, Run[]> TraceRuns => new()
    {
        [typeof(PortalCounts)] =
            [new(s => s.Get<PortalCounts>().RunAsync(default)), new(s => s.Get<PortalCounts>().RunAsync(Editor, default), ("", true))],
        [typeof(SaveTrace)] = [new(SaveAsync, ("FROM [Traces]", null))],
        [typeof(SearchTraces)] =
        [
            new(s => s.Get<SearchTraces>().RunAsync(new TraceQuery(), Samples.Anybody, default), ("State", "Published")),
            new(s => s.Get<SearchTraces>().RunAsync(new TraceQuery("mek [1] 100%", "Binimetinib", "C32", 4), Samples.Anybody, default),
                ("State", "Published")),
            new(s => s.Get<SearchTraces>().RunAsync(new TraceQuery(EveryField), Ana, default), ("State", "Published")),
            new(s => s.Get<SearchTraces>().RunAsync(new TraceQuery("zq 12 -\"zq 13\""), Ana, default), ("State", "Published")),
            .. Enum.GetValues<TraceSort>().Select(sort => new Run(s => s.Get<SearchTraces>().RunAsync(
                new TraceQuery("C32", Sort: sort), Samples.Anybody, default), ("State", "Published"))),
            .. Enum.GetValues<TraceSort>().Select(sort => new Run(s => s.Get<SearchTraces>().RunAsync(
                new TraceQuery("C32", Sort: sort) { IsTurned = true }, Samples.Anybody, default), ("State", "Published"))),
        ],
        [typeof(FindClaims)] =
        [
            .. ((ClaimSubject[])[new("map2k1"), new("binimetinib", "Binimetinib"), new("c32", CellLine: "C32")]).Select(of => new Run(
                s => s.Get<FindClaims>().AroundAsync(of, new(1, 2), Ana, default), ("Kind", "Binding"), ("Mark", "Supported"))),
            .. Enum.GetValues<ClaimMark>().Select(mark => new Run(s => s.Get<FindClaims>().AroundAsync(
                new("map2k1"), new(Mark: mark), Ana, default), ("Kind", "Binding"), ("Mark", "Supported"))),
            new(s => s.Get<FindClaims>().MatchAsync(new("binds_to", "binimetinib", "map2k1", -1), Samples.Anybody, default),
                ("Kind", "Binding")),
            new(s => s.Get<FindClaims>().LikeAsync(1, "n1", Ana, default), ("Kind", "Binding"), ("Mark", "Supported")),
        ],
        [typeof(CountFacets)] =
        [
            new(s => s.Get<CountFacets>().RunAsync(new TraceQuery("skin -apoptosis"), 5, Ana, default)),
            new(s => s.Get<CountFacets>().RunAsync(new TraceQuery("kind:binds_to"), 20_000, Ana, default)),
        ],
        [typeof(ReadTrace)] =
        [
            new(s => s.Get<ReadTrace>().RunAsync(1, 1, Samples.Anybody, default), ("State", "Published"),
                ("VerdictJson", PortalJson.Write(Samples.Verdicts[0])), ("EvidenceJson", "[]"), ("CitationsJson", "{}")),
        ],
        [typeof(ListLatest)] = [new(s => s.Get<ListLatest>().RunAsync(5, Samples.Anybody, default), ("State", "Published"))],
        [typeof(ExportTrace)] = [
            new(s => s.Get<ExportTrace>().RunAsync(1, 1, ExportFormat.All[0], Ana, default), ("State", "Published"),
            ("VerdictJson", PortalJson.Write(Samples.Verdicts[0])), ("EvidenceJson", "[]"), ("CitationsJson", "{}"))],
        [typeof(ExportClaims)] =
        [
            .. ((ClaimSubject[])[new("map2k1"), new("binimetinib", "Binimetinib"), new("c32", CellLine: "C32")]).Select(of => new Run(
                async s => { await foreach (var _ in await s.Get<ExportClaims>().RunAsync(of, Ana, default)) { } },
                ("Kind", "Binding"), ("Mark", "Supported"))),
        ],
        [typeof(ExportSearch)] = [
            new(ExportSearchAsync, ("State", "Published"), ("RecordJson", PortalJson.Write(Samples.Record())),
            ("VerdictJson", PortalJson.Write(Samples.Verdicts[0]))),
            new(ExportGraphsAsync, ("State", "Published"), ("VerdictJson", PortalJson.Write(Samples.Verdicts[0])), ("EvidenceJson", "[]"),
                ("CitationsJson", "{}"))],
        [typeof(ImportTraces)] = [new(ImportTracesAsync)],
    };

    private static async Task ExportSearchAsync(Portal portal)
    {
        await foreach (var _ in await portal.Get<ExportSearch>().RunAsync(new("MEK"), "jsonl", Ana, default)) break;
    }

    private static async Task ExportGraphsAsync(Portal portal)
    {
        await foreach (var _ in await portal.Get<ExportSearch>().GraphsAsync(new(), Ana, default)) break;
    }

    private static async Task ImportTracesAsync(Portal portal)
    {
        using var folder = new TempFolder();
        folder.Write("traces.jsonl", ImportTracesTests.Record("Binimetinib"));
        await portal.Get<ImportTraces>().RunAsync(
            new(Path.Combine(folder.Place, "traces.jsonl"), "traces.jsonl"), Ana with { Role = PortalRole.Editor }, _ => { }, default);
    }

    private static async Task SaveAsync(Portal portal)
    {
        await using var db = portal.Databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await portal.Get<SaveTrace>()
            .RunAsync(
            db, new NewTrace(
            1, Samples.Record(), "{}", "e", TraceState.Published, null, [.. Samples.Run.OfType<GenerationEvent.RevisionWritten>()], "", [],
            Samples.NoCitations, Samples.Verdicts), new TraceOwner("v", false), Past, default);
        await transaction.CommitAsync();
    }
}
