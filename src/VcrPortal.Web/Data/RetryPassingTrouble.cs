using Microsoft.EntityFrameworkCore.Storage;

namespace VcrPortal.Web.Data;

/// <summary>
/// Asks again when trouble passes by itself: a statement that stands alone, or a whole <see cref="PortalTransaction"/> from its beginning.
/// A statement within a transaction is never repeated alone, because what came before it is gone.
/// </summary>
internal sealed class RetryPassingTrouble(ExecutionStrategyDependencies dependencies)
    : ExecutionStrategy(dependencies, maxRetryCount: Retries, maxRetryDelay: Longest)
{
    /// <summary>At once, then after 1, 2 and 2 s: well within the patience of a person.</summary>
    internal const int Retries = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>False, although it does: EF would keep every result whole in memory before it hands out the first row, and refuse the
    /// transactions of Identity's verbs, which are not repeated.</summary>
    public override bool RetriesOnFailure => false;

    protected override bool ShouldRetryOn(Exception exception) =>
        Dependencies.CurrentContext.Context.Database.CurrentTransaction is null && PassingTroubles.For(exception) switch
        {
            PassingTrouble.None => false,
            // Who waited for the whole time limit twice does not wait for it five times.
            PassingTrouble.Late => !ExceptionsEncountered.Any(e => PassingTroubles.For(e) == PassingTrouble.Late),
            _ => true,
        };
}
