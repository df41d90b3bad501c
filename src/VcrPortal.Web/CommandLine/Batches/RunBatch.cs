using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Tables;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Batches.Corpus;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.CommandLine.Batches;

/// <summary>
/// <c>batch [--compounds NAME;NAME] [--lines NAME;NAME] [--title TEXT] [--to FILE] [--number N]</c>: launches every pair (or the chosen
/// ones), works until all are over, and says what came of them. It is a worker on the portal's own database: where a portal runs beside it,
/// that one does the work, or shares it in a cluster. The same command goes on with what an earlier one left.
/// Progress goes to standard error, the summary to standard output. Exit 0: done; 1: it could not be launched or written, or was stopped;
/// 2: not understood.
/// </summary>
internal static class RunBatch
{
    private const int Failed = 1;
    private const string Usage =
        "Usage: batch [--compounds NAME;NAME] [--lines NAME;NAME] [--title TEXT] [--to FILE.jsonl|FILE.parquet] [--number N] "
        + "[--Setting:Name=value]   (without names: every pair; --number: go on with batch N, or only write it)";

    public static VerbCommand Command() => BatchArguments.Command(Usage, RunAsync);

    private static async Task<int> RunAsync(BatchArguments wish, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        try
        {
            await using var app = PortalHost.Build([.. Settings, .. wish.Settings]);
            // Asked for before an hour of work, not after it.
            if (wish.Files.FirstOrDefault(BatchFile.HasNoFolder) is { } nowhere)
                return await CommandLineVerbs.SayAsync(errors, $"There is no folder for {nowhere}. Make it first.", Failed);
            return await RunAsync(app, wish, output, errors, ct);
        }
        catch (Exception e) when (StartFailure.Describe(e) is { } sentence)
        {
            return await CommandLineVerbs.SayAsync(errors, $"The batch cannot start. {sentence}", Failed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DuckDbException)
        {
            return await CommandLineVerbs.SayAsync(
                errors, $"{e.Message} What was computed is kept in the database: --number writes it again.", Failed);
        }
        catch (OperationCanceledException)
        {
            return await CommandLineVerbs.SayAsync(
                errors, "The batch was stopped; what is done is kept. The same command goes on with it.", Failed);
        }
    }

    // A worker without pages; what it would listen to is nobody's business.
    private static readonly string[] Settings =
    [
        "--Portal:Role=worker",
        "--Samples:Enabled=false",
        "--urls=http://127.0.0.1:0",
        "--Cluster:Port=0",
        "--Logging:LogLevel:Default=Warning",
        "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
        "--Logging:LogLevel:Microsoft.AspNetCore=Error",
    ];

    private static async Task<int> RunAsync(
        WebApplication app, BatchArguments wish, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var services = app.Services;
        var grid = services.GetRequiredService<PairGrid>();
        if (grid.Choose(wish.Compounds, wish.Lines) is not PairChoice.Chosen chosen)
            return await CommandLineVerbs.SayAsync(errors, Unknown(grid, wish), Failed);
        using var stop = new StopKey(ct);
        try
        {
            await app.StartAsync(stop.Token);
            if (await FindAsync(services, wish, chosen, errors, stop.Token) is not { } number) return Failed;
            var watch = new WatchBatch(services.GetRequiredService<ReadBatch>(), services.GetRequiredService<TimeProvider>());
            var run = await VerbProgress.For(errors).RunAsync<BatchRun>(say => watch.RunAsync(number, say, stop.Token));
            foreach (var line in run.Lines()) await output.WriteLineAsync(line);
            if (await services.GetRequiredService<ReadCorpus>().RunAsync(number, Caller.Operator, stop.Token) is { } report)
                foreach (var line in CorpusText.Lines(report)) await output.WriteLineAsync(line);
            foreach (var file in wish.Files) await BatchFile.WriteAsync(services, number, file, stop.Token);
            return run.Failed == 0 ? 0 : Failed;
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    /// <returns>The batch: the one that was named, an unfinished one of this title, or a new one.</returns>
    private static async Task<int?> FindAsync(
        IServiceProvider services, BatchArguments wish, PairChoice.Chosen chosen, TextWriter errors, CancellationToken ct)
    {
        var batches = services.GetRequiredService<ReadBatch>();
        var title = wish.Title ?? chosen.Title;
        var known = wish.Number is { } number
            ? await batches.RunAsync(number, Caller.Operator, ct)
            : (await batches.ListLatestAsync(50, Caller.Operator, ct))
                .FirstOrDefault(b => b.FinishedAt is null && b.Title == title && b.Total == chosen.Records.Length);
        if (known is null && wish.Number is { } missing)
        {
            await errors.WriteLineAsync($"There is no batch {missing}.");
            return null;
        }
        if (known is null) return await LaunchAsync(services, title, chosen, errors, ct);
        await errors.WriteLineAsync(
            BatchRun.Say($"Going on with batch {known.Number}: {known.Title}, {known.Over:N0} of {known.Total:N0} done."));
        return known.Number;
    }

    private static async Task<int?> LaunchAsync(
        IServiceProvider services, string title, PairChoice.Chosen chosen, TextWriter errors, CancellationToken ct)
    {
        var outcome = await services.GetRequiredService<LaunchBatch>()
            .RunAsync(title, chosen.Records, isPrivate: false, Caller.Operator, ct);
        if (outcome is BatchOutcome.Launched(var number, var jobs, _))
        {
            await errors.WriteLineAsync(BatchRun.Say($"Batch {number}: {title}, {jobs:N0} jobs."));
            return number;
        }
        await errors.WriteLineAsync(BatchText.For(outcome));
        return null;
    }

    private static string Unknown(PairGrid grid, BatchArguments wish)
    {
        if (grid.Pairs == 0) return "There is no compound or no cell line in the knowledge. Run import first.";
        var unknown = (PairChoice.Unknown)grid.Choose(wish.Compounds, wish.Lines);
        return PairText.For([.. unknown.Compounds, .. unknown.Lines], 20);
    }
}
