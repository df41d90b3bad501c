using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Batches.Corpus;

/// <summary>
/// Scores what a batch made, by one sum over narrow rows. Of a public batch only public traces count, the same for everybody, so that one
/// reading serves all for half a minute.
/// </summary>
[Requires(Operation.ReadJob)]
public sealed class ReadCorpus(IDbContextFactory<PortalDb> databases, ReadBatch batches, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    /// <summary>Reports kept in memory; the oldest goes first.</summary>
    private const int MostKept = 32;

    private static readonly FrozenDictionary<string,
        string> Meanings = DiagnosticRules.All.ToFrozenDictionary(r => r.Code, r => r.Meaning);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<int, (CorpusReport Report, long At)> _kept = [];

    /// <returns>Null when there is no such batch, or it is private and not the caller's.</returns>
    public async Task<CorpusReport?> RunAsync(int batchNumber, Caller caller, CancellationToken ct)
    {
        if (await batches.RunAsync(batchNumber, caller, ct) is not { } batch) return null;
        if (caller.JudgesBlind && await OfJudgeAsync(batchNumber, batch.IsPrivate, caller, ct) is { } own) return own;
        await _one.WaitAsync(ct);
        try
        {
            if (_kept.TryGetValue(batchNumber, out var known) && clock.GetElapsedTime(known.At) < Age) return known.Report;
            await using var db = await databases.CreateDbContextAsync(ct);
            var report = await SumAsync(db, batchNumber, batch.IsPrivate, Caller.Server, ct);
            if (_kept.Count >= MostKept && !_kept.ContainsKey(batchNumber)) _kept.Remove(_kept.MinBy(k => k.Value.At).Key);
            _kept[batchNumber] = (report, clock.GetTimestamp());
            return report;
        }
        finally { _one.Release(); }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>Without what is held back from this caller; null where that may be nothing.</summary>
    private async Task<CorpusReport?> OfJudgeAsync(int batch, bool isPrivate, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.HoldsBackAsync(caller, ct) ? await SumAsync(db, batch, isPrivate, caller, ct) : null;
    }

    private static async Task<CorpusReport> SumAsync(PortalDb db, int batch, bool isPrivate, Caller caller, CancellationToken ct)
    {
        // A private batch is read by whoever launched it, who sees all of it.
        var traces = db.Traces.NotHeldBack(db, caller).Where(t => t.BatchNumber == batch
            && t.State != TraceState.Partial && (isPrivate || !t.IsPrivate));
        var states = await traces.GroupBy(t => t.State).Select(g => new { g.Key, Traces = g.Count() }).ToListAsync(ct);
        var sums = await db.TraceScores.Join(traces, s => s.TraceNumber, t => t.Number, (s, _) => s).GroupBy(s => new { s.Kind, s.Name })
            .Select(g => new ScoreSum(
            g.Key.Kind, g.Key.Name, g.Count(), g.Sum(s => s.Count), g.Sum(s => s.Supported), g.Sum(s => s.Refuted),
                g.Sum(s => s.Undetermined),
            g.Sum(s => s.NotTestable), g.Sum(s => s.SameSource), g.Sum(s => s.Disputed), g.Sum(s => s.Dependent),
                g.Sum(s => s.Direct))).ToListAsync(ct);
        return Report(states.Sum(s => s.Traces), states.Where(s => s.Key == TraceState.Discarded).Sum(s => s.Traces), sums);
    }

    private static CorpusReport Report(int traces, int discarded, List<ScoreSum> sums)
    {
        IEnumerable<ScoreSum> SumsOf(ScoreKind kind) => sums.Where(s => s.Kind == kind).OrderBy(s => s.Name, StringComparer.Ordinal);
        var whole = SumsOf(ScoreKind.Whole).ToList();
        return new(
            traces, discarded, whole.Sum(s => s.Count),
            Part(whole, TraceScoreRow.Valid, s => s.Traces), Part([.. SumsOf(ScoreKind.Mention)], TraceScoreRow.Grounded, s => s.Count),
            new Share(whole.Sum(s => s.Supported + s.Refuted + s.Disputed), whole.Sum(s => s.Count)),
            [.. SumsOf(ScoreKind.Rule).OrderByDescending(s => s.Traces)
                .Select(s => new RuleLine(s.Name, Meanings.GetValueOrDefault(s.Name, ""), s.Traces))],
            [.. SumsOf(ScoreKind.Verifier)
                .Select(s =>
                    new VerifierLine(s.Name, s.Count, s.Supported, s.Refuted, s.Undetermined, s.SameSource, s.Disputed, s.Direct))],
            [.. SumsOf(ScoreKind.Primitive).OrderByDescending(s => s.Count)
                .Select(s =>
                new PrimitiveLine(s.Name, s.Count, s.Traces, s.Supported, s.Refuted, s.Undetermined, s.NotTestable, s.SameSource,
                    s.Disputed, s.Dependent))]);
    }

    private static Share Part(List<ScoreSum> sums, string name, Func<ScoreSum, int> count) =>
        new(sums.Where(s => s.Name == name).Sum(count), sums.Sum(count));

    private sealed record ScoreSum(
        ScoreKind Kind, string Name, int Traces, int Count, int Supported, int Refuted, int Undetermined, int NotTestable, int SameSource,
        int Disputed, int Dependent, int Direct);
}
