using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Tests;
using VcrPortal.Tests.Web;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Bench.Browse;

/// <summary>A corpus in daily use: browsing 20,000 traces and a million rows, suggestions, words, and taking the traces in; beside
/// statements written by hand, in turns.</summary>
internal static class BrowseBench
{
    private static readonly int Traces = Size("VCR_BENCH_BROWSED", 20_000);
    private static readonly int Many = Size("VCR_BENCH_NARROW", 1_000_000);

    private const string Remark =
        "Browse: the traces are explanations that models wrote, about every compound in every line of Tahoe-100M, imported without being "
        + "judged. Each search runs in turns with statements written by hand over an open connection, which find the same rows (checked); "
        + "times are those of the verbs that the page calls, in this process: what is read of the question, the database, the records. A "
        + "ratio is of medians, summed over the searches; 95% is over all searches and rounds. Page: rows, facets and what is left out.";

    private static readonly Caller Reader = Caller.Visitor("bench");

    public static Task<IReadOnlyList<Row>> RunAsync() => RunAsync("browse", AllAsync);

    /// <summary>The row of the import alone, which <see cref="RunAsync()"/> has too.</summary>
    public static Task<IReadOnlyList<Row>> ImportAsync() => RunAsync(
        "import", async (portal, known, folder, name) => [await BrowseImport.MeasureAsync(portal, known, folder, name)]);

    private static async Task<IReadOnlyList<Row>> RunAsync(string what, Measure measure)
    {
        if (ReferenceData.WhyMissing is { } why) return [Row.Missing(what, why, "at most 1.5x")];
        var rows = new List<Row>(await OnAsync("SQLite", measure, []));
        if (SqlServerDatabase.Server is not { } server)
            return [.. rows, Row.Missing($"{what}, SQL Server", "no connection string (VCR_TEST_SQLSERVER)", "at most 1.5x")];
        using var database = SqlServerDatabase.Create(server);
        return [.. rows, .. await OnAsync("SQL Server", measure,
            ["--Database:Provider=SqlServer", $"--Database:ConnectionString={database.ConnectionString}"])];
    }

    private delegate Task<IReadOnlyList<Row>> Measure(WebApplication portal, KnowledgeBase known, string folder, string name);

    private static async Task<IReadOnlyList<Row>> OnAsync(string name, Measure measure, string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("vcr-bench-").FullName;
        try
        {
            var knowledge = Path.Combine(folder, "knowledge");
            await new KnowledgeImport(knowledge, StarterPack.Load()).RunAsync([ReferenceData.File("tahoe")], null, default);
            await using var portal = PortalHost.Build(
            [
                "--contentRoot", folder, "--urls", "http://127.0.0.1:0", "--no-samples", "--role", "portal",
                "--Logging:LogLevel:Default=None", $"--Knowledge:Folder={knowledge}", .. settings,
            ]);
            await portal.StartAsync();
            return await measure(portal, portal.Services.GetRequiredService<InstalledKnowledge>().Base, folder, name);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    private static async Task<IReadOnlyList<Row>> AllAsync(WebApplication portal, KnowledgeBase known, string folder, string name)
    {
        var searches = BrowseSearch.Over(known);
        List<Row> rows = [];
        await ToldAsync(rows, await BrowseImport.MeasureAsync(portal, known, folder, name, Traces));
        await ToldAsync(rows, [.. await BrowseAsync(
            portal, searches, $"{Count(Traces)} traces, {name}", "at most 1.5x; 95% under 50 ms")]);
        if (name == "SQLite") await ToldAsync(rows, await WordsAsync(portal));
        await ToldAsync(rows, BrowseSuggestions.Measure(portal.Services.GetRequiredService<SuggestSearch>()));
        await NarrowRows.MultiplyAsync(portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>(), Traces, Many);
        await ToldAsync(rows, [.. await BrowseAsync(
            portal, searches, $"{Count(Many)} narrow rows, {name}", "at most 1.5x; 95% under 150 ms")]);
        return rows;
    }

    /// <summary>What is measured is said at once: the whole takes minutes, and a run that is cut has told what it knew.</summary>
    private static async Task ToldAsync(List<Row> rows, params Row[] measured)
    {
        rows.AddRange(measured);
        foreach (var row in measured) await Console.Error.WriteLineAsync(row.ToString());
    }

    private static async Task<IReadOnlyList<Row>> BrowseAsync(
        WebApplication portal, ImmutableArray<BrowseSearch> searches, string over, string target)
    {
        var (search, facets) = (portal.Services.GetRequiredService<SearchTraces>(), portal.Services.GetRequiredService<CountFacets>());
        using var hand = new HandWritten(portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext());
        var totals = new Dictionary<string, int>();
        foreach (var asked in searches)
        {
            var found = await search.RunAsync(asked.Query, Reader, default);
            totals[asked.What] = found.Total;
            Agree(asked, found, hand.Browse(asked));
        }
        var rows = await InTurns.MeasureAsync(searches, q => search.RunAsync(q.Query, Reader, default), q => hand.Browse(q));
        var counts = await InTurns.MeasureAsync(
            searches, q => facets.RunAsync(q.Query, totals[q.What], Reader, default), q => hand.CountFacets(q));
        var pages = rows.Ours.Zip(counts.Ours, (one, other) => one.Zip(other, (a, b) => a + b)).SelectMany(p => p).ToList();
        return
        [
            rows.ToRow($"browse: rows and count of {searches.Length} searches, {over}", target, Remark),
            counts.ToRow($"browse: facets of the same, {over}", target, Remark),
            new($"browse: rows, count and facets together, {over}", InTurns.Percentile(pages), null, null, target, Remark),
        ];
    }

    private static async Task<Row> WordsAsync(WebApplication portal)
    {
        var search = portal.Services.GetRequiredService<SearchTraces>();
        using var hand = new HandWritten(portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext());
        var searches = BrowseSearch.OfWords;
        foreach (var asked in searches) Agree(asked, await search.RunAsync(asked.Query, Reader, default), hand.Browse(asked));
        var times = await InTurns.MeasureAsync(searches, q => search.RunAsync(q.Query, Reader, default), q => hand.Browse(q));
        return times.ToRow(
            $"words in {Count(Traces)} texts, rows and count of {searches.Length} searches (by hand: over FTS5)", "at most 1.3x", Remark);
    }

    private static void Agree(BrowseSearch asked, TracePageOfResults ours, (int Total, List<int> Page) byHand)
    {
        if (ours.Total != byHand.Total || !ours.Items.Select(i => i.Number).SequenceEqual(byHand.Page))
            throw new InvalidOperationException($"'{asked.What}' finds {ours.Total} traces, by hand {byHand.Total}, or others.");
    }

    /// <summary>What a variable says, for a smaller run than that of the target.</summary>
    internal static int Size(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var few)
            ? few : usual;

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
