using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>Adds what models used to the row of their job, in the transaction that stores the events which say so: it is counted once, and
/// while the job still runs.</summary>
internal static class CountUsage
{
    public static async Task AddAsync(PortalDb db, int jobNumber, IEnumerable<GenerationEvent> events, CancellationToken ct)
    {
        var used = events.OfType<GenerationEvent.AgentTold>().Select(t => t.News).OfType<AgentNews.TokensUsed>().ToList();
        if (used.Count == 0) return;
        var (input, output) = (used.Sum(u => u.Input), used.Sum(u => u.Output));
        await db.Jobs.Where(j => j.Number == jobNumber).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.InputTokens, j => j.InputTokens + input)
            .SetProperty(j => j.OutputTokens, j => j.OutputTokens + output), ct);
        if (used.Sum(u => u.Cost) is not { } cost || used.TrueForAll(u => u.Cost is null)) return;
        var currency = used.Select(u => u.Currency).LastOrDefault(c => c is not null);
        var millionths = ModelUsage.ToMillionths(cost);
        await db.Jobs.Where(j => j.Number == jobNumber)
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.CostMillionths, j => (j.CostMillionths ?? 0) + millionths)
                .SetProperty(j => j.CostCurrency, currency), ct);
    }
}
