using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Launch;

namespace VcrPortal.Web.Features.Jobs.Usage;

/// <summary>What somebody's models have used this month, where that is all that they may.</summary>
/// <param name="Until">When the next month begins, UTC.</param>
public sealed record TokensSpent(long Used, long Budget, DateTime Until);

/// <summary>The monthly budget of tokens: whoever has used it up starts no further run with a language model until the month is over. What
/// runs already goes on, within the budget of its own that every job has.</summary>
public sealed class MonthlyTokens(IOptions<LaunchOptions> launch, TimeProvider clock)
{
    /// <returns>Null where there is something left, or no budget is set.</returns>
    internal async Task<TokensSpent?> FindSpentAsync(PortalDb db, string ownerKey, CancellationToken ct)
    {
        var isAccount = await db.Users.AnyAsync(a => a.Id == ownerKey, ct);
        if ((isAccount ? launch.Value.AccountMonthlyTokens : launch.Value.VisitorMonthlyTokens) is not { } budget) return null;
        var month = MonthUsage.BeginningOf(clock.GetUtcNow().UtcDateTime);
        var used = await db.Jobs.Where(j => j.VisitorKey == ownerKey && j.QueuedAt >= month)
            .SumAsync(j => j.InputTokens + j.OutputTokens, ct);
        return used < budget ? null : new(used, budget, month.AddMonths(1));
    }
}
