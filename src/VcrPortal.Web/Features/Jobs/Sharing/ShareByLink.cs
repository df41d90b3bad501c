using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Jobs.Sharing;

/// <summary>What became of a link.</summary>
public abstract record LinkOutcome
{
    private LinkOutcome() { }

    /// <param name="Token">Said here, this once; null where the same sending had made the link already.</param>
    public sealed record Made(string? Token) : LinkOutcome;
    public sealed record Revoked : LinkOutcome;
    public sealed record NotAllowed : LinkOutcome;
    /// <param name="Reason">One sentence that says what to do.</param>
    public sealed record Refused(string Reason) : LinkOutcome;
}

/// <param name="Id">Names it among its owner's links; opens nothing.</param>
/// <param name="ExpiresAt">UTC; null: when it is revoked.</param>
public sealed record ShareLink(Guid Id, DateTime At, DateTime? ExpiresAt);

/// <summary>Makes and revokes links by which anybody who has one reads a private job and its trace.</summary>
[Requires(Operation.ChangeAudience)]
public sealed class ShareByLink(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <summary>Open links of one job.</summary>
    public const int Most = 20;

    /// <param name="days">Until it expires, 1 to 365; null: until it is revoked.</param>
    /// <param name="requestKey">Made up by the sender, 32 characters at most: the same key again makes no second link.</param>
    public Task<LinkOutcome> MakeAsync(int job, int? days, string requestKey, Caller caller, CancellationToken ct) =>
        LockedAsync(job, "link made", caller, async (db, now) =>
        {
            if (days is < 1 or > 365) return new LinkOutcome.Refused("Say in how many days it expires: 1 to 365.");
            var key = requestKey.Fit(32);
            if (await db.ShareLinks.AnyAsync(l => l.JobNumber == job && l.RequestKey == key, ct)) return new LinkOutcome.Made(null);
            if (await db.ShareLinks.CountAsync(
                l => l.JobNumber == job && l.RevokedAt == null && (l.ExpiresAt == null || l.ExpiresAt > now), ct) >= Most)
                return new LinkOutcome.Refused($"This has {Most} links, which is the most. Revoke one first.");
            var token = ShareToken.Make();
            db.ShareLinks.Add(new ShareLinkRow
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                JobNumber = job,
                TokenHash = ShareToken.HashOf(token)!,
                RequestKey = key,
                At = now,
                ExpiresAt = days is { } given ? now.AddDays(given) : null,
            });
            return new LinkOutcome.Made(token);
        }, ct);

    /// <summary>From here on the link opens nothing. To revoke it twice does no more than once.</summary>
    public Task<LinkOutcome> RevokeAsync(int job, Guid id, Caller caller, CancellationToken ct) =>
        LockedAsync(job, "link revoked", caller, async (db, now) =>
        {
            await db.ShareLinks.Where(l => l.JobNumber == job && l.Id == id && l.RevokedAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.RevokedAt, now), ct);
            return new LinkOutcome.Revoked();
        }, ct);

    /// <summary>The links that open something, newest first; nothing for anybody but the owner.</summary>
    public async Task<ImmutableArray<ShareLink>> ListAsync(int job, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.FindResourceAsync<JobRow>(job, caller, ct) is not { } thing || !caller.May(Operation.ChangeAudience, thing)) return [];
        var now = clock.GetUtcNow().UtcDateTime;
        return [.. await db.ShareLinks.Where(l => l.JobNumber == job && l.RevokedAt == null && (l.ExpiresAt == null || l.ExpiresAt > now))
            .OrderByDescending(l => l.At).Select(l => new ShareLink(l.Id, l.At, l.ExpiresAt)).ToListAsync(ct)];
    }

    private async Task<LinkOutcome> LockedAsync(
        int job, string word, Caller caller, Func<PortalDb, DateTime, Task<LinkOutcome>> work, CancellationToken ct)
    {
        return await databases.InTransactionAsync<LinkOutcome>(Repeatable.IfUndone, async (db, transaction) =>
        {
            // Until the commit nobody else counts or makes links of this job.
            await db.Jobs.Where(j => j.Number == job).ExecuteUpdateAsync(s => s.SetProperty(j => j.IsPrivate, j => j.IsPrivate), ct);
            if (await db.FindResourceAsync<JobRow>(job, caller, ct) is not { } thing
                || !caller.May(Operation.ChangeAudience, thing)) return new LinkOutcome.NotAllowed();
            var now = clock.GetUtcNow().UtcDateTime;
            if (await db.IsTooFastAsync(caller, Operation.ChangeAudience, now, ct))
                return new LinkOutcome.Refused(AudienceText.For(new AudienceOutcome.Refused(AudienceRefusal.TooFast)));
            var outcome = await work(db, now);
            if (outcome is not (LinkOutcome.Made or LinkOutcome.Revoked)) return outcome;
            var trace = await db.Traces.Where(t => t.JobNumber == job).Select(t => (int?)t.Number).FirstOrDefaultAsync(ct);
            HistoryWriter.Add(db, caller, Operation.ChangeAudience, HistorySubject.Job(job, trace), now, word);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return outcome;
        }, ct);
    }
}
