using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Bench.Running;

/// <summary>The verb behind a click on a vote, from the call to its commit, in turns with the two statements that it cannot do
/// without.</summary>
internal static class VoteBench
{
    private const int Votes = 200;
    private const int Warm = 40;

    /// <param name="source">SQLite's connection string to what the verbs write to: a portal's that has written as many traces and does not
    /// run.</param>
    public static async Task<Row> RunAsync(IServiceProvider verbs, string source, int traces)
    {
        var cast = verbs.GetRequiredService<CastVote>();
        await using var bare = new SqliteConnection(source);
        await bare.OpenAsync();
        Run(bare, "PRAGMA busy_timeout = 5000; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
        var (ours, theirs) = (new List<TimeSpan>(Votes), new List<TimeSpan>(Votes));
        for (var i = -Warm; i < Votes; i++)
        {
            var trace = 1 + (i + Warm) * 7 % traces;
            var vote = await TimeAsync(() => CastAsync(cast, i, trace));
            var rows = await TimeAsync(() => { Write(bare, trace); return Task.CompletedTask; });
            if (i < 0) continue;
            ours.Add(vote);
            theirs.Add(rows);
        }
        return new(
            $"a vote, from the call of its verb to the commit ({Votes} votes, {traces} traces in SQLite)", Spreads.Measure(ours),
            $"one INSERT and one UPDATE in a transaction: {Spreads.Measure(theirs)}",
            Row.Times(Stopwatches.Median(ours) / Stopwatches.Median(theirs)), "under 50 ms");
    }

    // In turns on the trace and on its first claim.
    private static async Task CastAsync(CastVote cast, int turn, int trace)
    {
        var caller = new Caller(turn < 0 ? "warm" : "bench", PortalRole.Contributor);
        var about = turn % 2 == 0 ? Subject.Trace : Subject.Parse("n:n1")!;
        var outcome = await cast.RunAsync(new NewVote(trace, 1, about, Opinion.Up), caller, CancellationToken.None);
        if (outcome is not VoteOutcome.Cast) throw new InvalidOperationException($"The vote was not cast: {outcome}");
    }

    private static void Write(SqliteConnection db, int trace)
    {
        using var transaction = db.BeginTransaction();
        Run(db, "UPDATE Traces SET DiscussionVersion = DiscussionVersion + 1 WHERE Number = $trace", trace);
        Run(db, "INSERT INTO Votes (TraceNumber, AccountKey, Subject, Revision, IsUp, At) VALUES ($trace, 'bare', '', 0, 1, '2026-01-01 "
            + "00:00:00')", trace);
        transaction.Commit();
    }

    private static void Run(SqliteConnection db, string statement, int? trace = null)
    {
        using var command = db.CreateCommand();
        command.CommandText = statement;
        if (trace is { } number) command.Parameters.AddWithValue("$trace", number);
        command.ExecuteNonQuery();
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start);
    }
}
