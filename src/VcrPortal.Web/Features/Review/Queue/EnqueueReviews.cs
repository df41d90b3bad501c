using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Review.Queue;

/// <summary>What became of a wish to have traces reviewed.</summary>
public abstract record EnqueueOutcome
{
    private EnqueueOutcome() { }

    /// <param name="Known">Those that stood in the queue already.</param>
    public sealed record Queued(int Added, int Known) : EnqueueOutcome;
    public sealed record NotAllowed : EnqueueOutcome;
    /// <param name="Reason">One sentence that says what to do.</param>
    public sealed record Invalid(string Reason) : EnqueueOutcome;
}

/// <summary>Puts the latest revisions of what a search finds into the queue. Asked twice, each stands there once.</summary>
[Requires(Operation.EnqueueReviews)]
public sealed class EnqueueReviews(
    IDbContextFactory<PortalDb> databases, SearchTraces search, GraphCache graphs, IOptions<ReviewOptions> options, TimeProvider clock)
{
    /// <summary>Traces of one search; more are a wish to be made smaller.</summary>
    public const int Most = 500;

    /// <param name="words">A search, or accessions: <c>VCT12 VCT13</c>.</param>
    public async Task<EnqueueOutcome> RunAsync(string? words, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.EnqueueReviews)) return new EnqueueOutcome.NotAllowed();
        if (QueryParameter.Text(words) is not { } text) return new EnqueueOutcome.Invalid(
            "Say which traces: words of a search, or accessions such as VCT12.");
        return await databases.InTransactionAsync(
            Repeatable.Always, (db, transaction) => EnqueueAsync(db, transaction, text, caller, ct), ct);
    }

    private async Task<EnqueueOutcome> EnqueueAsync(
        PortalDb db, PortalTransaction transaction, string text, Caller caller, CancellationToken ct)
    {
        var numbers = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(NumberOf).ToList();
        var found = numbers.TrueForAll(n => n is not null)
            ? db.Traces.VisibleTo(db, caller.AsJudge).Where(t => numbers.Contains(t.Number) && t.State != TraceState.Discarded)
            : search.Find(db, new(text), caller.AsJudge);
        var traces = await found.Where(t => !t.IsPrivate).OrderBy(t => t.Number)
            .Select(t => new { t.Number, t.Revision, JobNumber = t.JobNumber ?? -t.Number }).Take(Most + 1).ToListAsync(ct);
        if (traces.Count == 0) return new EnqueueOutcome.Invalid($"No public trace is found by ‘{text}’.");
        if (traces.Count > Most) return new EnqueueOutcome.Invalid(
            $"This search finds more than {Most} traces. Add a word, and put them in piece by piece.");

        var (added, now) = (0, clock.GetUtcNow().UtcDateTime);
        foreach (var trace in traces) added += await AddAsync(db, trace.Number, trace.Revision, trace.JobNumber, caller, now, ct) ? 1 : 0;
        if (added > 0) HistoryWriter.Add(db, caller, Operation.EnqueueReviews, HistorySubject.None, now, $"{added} revisions");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new EnqueueOutcome.Queued(added, traces.Count - added);
    }

    private async Task<bool> AddAsync(
        PortalDb db, int trace, int revision, int job, Caller caller, DateTime now, CancellationToken ct)
    {
        if (await db.Reviews.AnyAsync(r => r.TraceNumber == trace && r.Revision == revision, ct)) return false;
        var text = await db.TraceRevisions.SingleAsync(r => r.TraceNumber == trace && r.Revision == revision, ct);
        var graph = graphs.Read(text.Hash, text.Text).Graph;
        if (ReviewRules.ClaimsOf(graph).IsEmpty) return false;
        KeepBlind.Begin(db, job, revision, text.AuthorKey);
        db.Reviews.Add(new ReviewRow
        {
            TraceNumber = trace,
            Revision = revision,
            Needed = options.Value.Reviewers,
            Rubric = Rubric.Newest.Version,
            Weight = ReviewRules.WeightOf(graph),
            QueuedBy = caller.Key.Fit(32),
            QueuedAt = now,
        });
        return true;
    }

    private static int? NumberOf(string word) =>
        word.StartsWith("VCT", StringComparison.OrdinalIgnoreCase) ? PortalUrls.TryParseAccession(word) : null;
}
