using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Watch;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>The job belongs to another worker now; nothing that this one still says may be written.</summary>
internal sealed class ClaimLostException(JobClaim claim)
    : Exception($"Job {claim.JobNumber} was taken from attempt {claim.Attempt}.");

/// <summary>
/// Writes what a worker's pipeline says into the job's log: numbers it, joins text, and stores what has come at most every 100 ms (every
/// second where the job is one of a batch) in one transaction with the check of the claim, before anybody is told. One for each running
/// attempt.
/// </summary>
internal sealed class JobJournal : IAsyncDisposable
{
    /// <summary>Nobody reads along a batch, most of whose jobs are over by then: one transaction holds all that they say.</summary>
    private static readonly TimeSpan BatchBeat = TimeSpan.FromSeconds(1);

    private readonly IDbContextFactory<PortalDb> _databases;
    private readonly JobFeed _feed;
    private readonly TimeProvider _clock;
    private readonly JobClaim _claim;
    // When the database cannot keep up, the pipeline waits here; it never waits for viewers.
    private readonly Channel<GenerationEvent> _pending =
        Channel.CreateBounded<GenerationEvent>(new BoundedChannelOptions(4096) { SingleReader = true, SingleWriter = true });
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _writing;

    public JobJournal(IDbContextFactory<PortalDb> databases, JobFeed feed, TimeProvider clock, JobClaim claim)
    {
        (_databases, _feed, _clock, _claim) = (databases, feed, clock, claim);
        _writing = Task.Run(WriteAllAsync);
    }

    public async ValueTask AppendAsync(GenerationEvent e, CancellationToken ct)
    {
        while (!_pending.Writer.TryWrite(e))
        {
            if (!await _pending.Writer.WaitToWriteAsync(ct)) await _writing;
        }
    }

    /// <summary>Everything appended is stored; or throws why it could not be.</summary>
    public async Task FlushAsync()
    {
        _pending.Writer.TryComplete();
        await _closing.CancelAsync();
        await _writing;
    }

    public async ValueTask DisposeAsync()
    {
        _pending.Writer.TryComplete();
        await _closing.CancelAsync();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    /// <summary>
    /// Joins texts that follow each other. A batch job, along which nobody reads, leaves out what is wide and what its trace holds as well:
    /// text, evidence, revisions.
    /// </summary>
    internal static ImmutableArray<GenerationEvent> Coalesce(IReadOnlyList<GenerationEvent> events, bool isBatch)
    {
        var joined = ImmutableArray.CreateBuilder<GenerationEvent>(events.Count);
        foreach (var e in events)
        {
            if (isBatch && IsWide(e)) continue;
            if (joined.Count > 0 && Join(joined[^1], e) is { } both) joined[^1] = both;
            else joined.Add(e);
        }
        return joined.DrainToImmutable();
    }

    private static bool IsWide(GenerationEvent e) =>
        e is GenerationEvent.ReportDelta or GenerationEvent.AnswerDelta or GenerationEvent.EvidenceAdded or GenerationEvent.RevisionWritten;

    private static GenerationEvent? Join(GenerationEvent before, GenerationEvent e) => (before, e) switch
    {
        (GenerationEvent.ReportDelta a, GenerationEvent.ReportDelta b) => new GenerationEvent.ReportDelta(a.Text + b.Text),
        (GenerationEvent.AnswerDelta a, GenerationEvent.AnswerDelta b) => new GenerationEvent.AnswerDelta(a.Text + b.Text),
        _ => null,
    };

    private async Task WriteAllAsync()
    {
        try
        {
            while (await _pending.Reader.WaitToReadAsync(CancellationToken.None))
            {
                if (_claim.IsBatch) await WaitAsync(BatchBeat);
                await WriteAsync(Drain());
                if (!_claim.IsBatch) await WaitAsync(JobFeed.Beat);
            }
        }
        catch (Exception e)
        {
            _pending.Writer.TryComplete(e); // the pipeline hears of it at its next event
            throw;
        }
    }

    /// <returns>At the latest when nothing more will come.</returns>
    private async Task WaitAsync(TimeSpan time) =>
        await Task.Delay(time, _clock, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private List<GenerationEvent> Drain()
    {
        List<GenerationEvent> drained = [];
        while (drained.Count < EventLog.ReadLimit && _pending.Reader.TryRead(out var e)) drained.Add(e);
        return drained;
    }

    private async Task WriteAsync(List<GenerationEvent> events)
    {
        var kept = Coalesce(events, _claim.IsBatch);
        if (kept.IsEmpty) return;
        var now = _clock.GetUtcNow().UtcDateTime;
        ImmutableArray<JobEventBody> bodies = [.. kept.Select(e => new JobEventBody.Generated(e))];
        int? stored = null; // the number that an earlier try gave to the first event
        await _databases.InTransactionAsync(Repeatable.Always, async (db, transaction) =>
        {
            if (transaction.MayBeDone && await EventLog.HasAsync(db, _claim.JobNumber, stored, now, bodies[0])) return true;
            stored = await EventLog.TakeAsync(db, _claim, bodies.Length, CancellationToken.None) ?? throw new ClaimLostException(_claim);
            await EventLog.WriteAsync(db, _claim.JobNumber, stored.Value, now, bodies, CancellationToken.None);
            await CountUsage.AddAsync(db, _claim.JobNumber, kept, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }, CancellationToken.None);
        _feed.Ring(_claim.JobNumber);
    }
}
