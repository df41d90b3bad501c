using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Sources.Http.Asking;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Knowledge.Answers;

/// <summary>Answers of sources, kept in the database for some days: every process of a portal shares them. What is older is thrown away
/// when something new is kept.</summary>
/// <param name="keep">How long; zero for not at all.</param>
internal sealed class SourceCache(IDbContextFactory<PortalDb> databases, TimeProvider clock, ILogger<SourceCache> log, TimeSpan keep)
    : ISourceCache
{
    private const string Setting = "Sources:CacheDays";
    private const int UsualDays = 7, MostDays = 365;

    /// <exception cref="PortalStartException">The setting will not do.</exception>
    public static TimeSpan KeepFrom(IConfiguration configuration) => configuration[Setting] switch
    {
        null or "" => TimeSpan.FromDays(UsualDays),
        var written when int.TryParse(written, null, out var days) && days is >= 0 and <= MostDays => TimeSpan.FromDays(days),
        var written => throw new PortalStartException(
            $"{Setting} is \u201c{written}\u201d; write a number of days from 0 to {MostDays}, for example {UsualDays}."),
    };

    public async Task<KeptAnswer?> FindAsync(string source, string key, CancellationToken ct)
    {
        if (keep == TimeSpan.Zero) return null;
        try
        {
            var since = clock.GetUtcNow().UtcDateTime - keep;
            await using var db = await databases.CreateDbContextAsync(ct);
            return await db.SourceAnswers.Where(a => a.Source == source && a.Question == key && a.At > since)
                .Select(a => new KeptAnswer(a.Body, new DateTimeOffset(a.At, TimeSpan.Zero))).FirstOrDefaultAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(e, "A kept answer of {Source} could not be read", source);
            return null;
        }
    }

    public async Task KeepAsync(string source, string key, KeptAnswer answer, CancellationToken ct)
    {
        if (keep == TimeSpan.Zero) return;
        try
        {
            var old = clock.GetUtcNow().UtcDateTime - keep;
            await using var db = await databases.CreateDbContextAsync(ct);
            await db.SourceAnswers.Where(a => a.At <= old || (a.Source == source && a.Question == key)).ExecuteDeleteAsync(ct);
            db.SourceAnswers.Add(new() { Source = source, Question = key, Body = answer.Body, At = answer.At.UtcDateTime });
            await db.SaveChangesAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Two jobs that asked the same at once: the first one's answer stands.
            log.LogInformation(e, "An answer of {Source} was not kept", source);
        }
    }
}
