using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs.Usage;

/// <summary>What one's own jobs used of language models, the newest month first.</summary>
[Requires(Operation.ReadOwnAccount)]
public sealed class ReadOwnUsage(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    internal const int Months = 12;

    /// <returns>Nothing for strangers.</returns>
    public async Task<ImmutableArray<MonthUsage>> RunAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadOwnAccount)) return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var used = await UsageByMonth.From(db.Jobs.Where(j => j.VisitorKey == caller.Key), clock, Months).ToListAsync(ct);
        return [.. used.Select(u => u.ToUsage())];
    }
}

/// <summary>What everybody's jobs used of language models this month and the one before, who used most first.</summary>
[Requires(Operation.ReadModels)]
public sealed class ReadUsageOfAll(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    internal const int Months = 2, MostPeople = 200;

    /// <returns>Nothing where this is not for the caller.</returns>
    public async Task<ImmutableArray<PersonUsage>> RunAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadModels)) return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var used = await UsageByMonth.From(db.Jobs, clock, Months).Take(MostPeople).ToListAsync(ct);
        var keys = used.Select(u => u.Key).Distinct().ToList();
        var names = await db.Users.Where(a => keys.Contains(a.Id)).Select(a => new { a.Id, a.UserName })
            .ToDictionaryAsync(a => a.Id, a => a.UserName, ct);
        return [.. used.Select(u => new PersonUsage(names.GetValueOrDefault(u.Key), u.ToUsage()))];
    }
}

/// <summary>Sums over jobs, in the database.</summary>
internal sealed class UsageByMonth
{
    public required string Key { get; init; }
    public required int Year { get; init; }
    public required int Month { get; init; }
    public required int Jobs { get; init; }
    public required long Input { get; init; }
    public required long Output { get; init; }
    public required long? Millionths { get; init; }
    public required string? Currency { get; init; }

    /// <param name="months">The running one among them.</param>
    public static IQueryable<UsageByMonth> From(IQueryable<JobRow> jobs, TimeProvider clock, int months)
    {
        var since = MonthUsage.BeginningOf(clock.GetUtcNow().UtcDateTime).AddMonths(1 - months);
        return jobs.Where(j => j.QueuedAt >= since && j.InputTokens + j.OutputTokens > 0)
            .GroupBy(j => new { j.VisitorKey, j.QueuedAt.Year, j.QueuedAt.Month, j.CostCurrency })
            .Select(g => new UsageByMonth
            {
                Key = g.Key.VisitorKey,
                Year = g.Key.Year,
                Month = g.Key.Month,
                Jobs = g.Count(),
                Input = g.Sum(j => j.InputTokens),
                Output = g.Sum(j => j.OutputTokens),
                Millionths = g.Sum(j => j.CostMillionths),
                Currency = g.Key.CostCurrency,
            })
            .OrderByDescending(u => u.Year).ThenByDescending(u => u.Month).ThenByDescending(u => u.Input + u.Output).ThenBy(u => u.Key)
            .ThenBy(u => u.Currency);
    }

    public MonthUsage ToUsage() =>
        new(Year, Month, Jobs, Input, Output, Millionths is > 0 and var cost ? cost / 1_000_000m : null, Currency);
}
