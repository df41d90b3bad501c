using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Bench.Running;

/// <summary>What it costs to ask who may do what: the table alone, and as a verb asks it, with what the database knows of the
/// thing.</summary>
internal static class PeopleBench
{
    private const int Checks = 1_000_000;
    private const int Asked = 2_000;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("vcr-bench-").FullName;
        try
        {
            await using var portal = PortalHost.Build(
                ["--contentRoot", folder, "--urls", "http://127.0.0.1:0", "--no-samples", "--role", "portal",
                "--Logging:LogLevel:Default=None", "--Launch:AllowVisitors=true"]);
            await portal.StartAsync();
            return [Pure(), await WholeAsync(portal)];
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    private static Row Pure()
    {
        var cells = (
            from operation in Enum.GetValues<Operation>()
            from role in Enum.GetValues<PortalRole>()
            from relation in Enum.GetValues<Relation>()
            from isClosed in (bool[])[false, true]
            select new Cell(new Caller("k", role), operation, new Resource(relation, IsClosed: isClosed))).ToArray();
        var (asked, empty) = Stopwatches.Compare(() => CountAllowed(cells), () => CountClosed(cells));
        return new(
            $"a permission check, over all {cells.Length} cells of the table", NanosecondsEach(asked),
            $"the same loop without it: {NanosecondsEach(empty)}", null, "under 10 µs");
    }

    // Two methods and no delegate: a shared loop would be compiled in favour of the one that it meets first.
    private static int CountAllowed(Cell[] cells)
    {
        var count = 0;
        for (var i = 0; i < Checks; i++)
            if (cells[i % cells.Length] is var cell && cell.Caller.May(cell.Operation, cell.Resource)) count++;
        return count;
    }

    private static int CountClosed(Cell[] cells)
    {
        var count = 0;
        for (var i = 0; i < Checks; i++)
            if (cells[i % cells.Length] is var cell && cell.Resource.IsClosed) count++;
        return count;
    }

    private sealed record Cell(Caller Caller, Operation Operation, Resource Resource);

    private static async Task<Row> WholeAsync(WebApplication portal)
    {
        var ana = new Caller("ana", PortalRole.Contributor);
        var record = new PerturbationRecord([new CellContext("C32")], [new Perturbation(PerturbationKind.Chemical, "Binimetinib")]);
        if (await portal.Services.GetRequiredService<LaunchJob>()
            .RunAsync(record, true, ana, default) is not LaunchOutcome.Launched(var job)) throw new InvalidOperationException(
            "Nothing was launched.");
        var (jobs, databases) =
            (portal.Services.GetRequiredService<ReadJob>(), portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>());
        var (whole, least) = Stopwatches.Compare(
            () => { for (var i = 0; i < Asked; i++) jobs.IsVisibleAsync(job, ana, default).GetAwaiter().GetResult(); },
            () => { for (var i = 0; i < Asked; i++) OneRow(databases, job); });
        return new(
            "the same as a verb asks it: one private job read from SQLite, its guests, the table", Row.Microseconds(whole / Asked),
            $"one row by its key over the same library: {Row.Microseconds(least / Asked)}", Row.Times(whole / least), "");
    }

    private static void OneRow(IDbContextFactory<PortalDb> databases, int job)
    {
        using var db = databases.CreateDbContext();
        db.Jobs.Where(j => j.Number == job).Select(j => j.IsPrivate).First();
    }

    // In doubles: a time span ends at 100 ns.
    private static string NanosecondsEach(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalNanoseconds / Checks:0.#} ns");
}
