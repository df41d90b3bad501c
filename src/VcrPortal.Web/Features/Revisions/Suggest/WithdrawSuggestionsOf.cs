using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>Withdraws what somebody who leaves suggested and nobody has decided on. What was accepted stays: others have
/// built on it.</summary>
internal static class WithdrawSuggestionsOf
{
    /// <summary>In the caller's transaction.</summary>
    public static Task RunAsync(PortalDb db, string accountKey, DateTime now, CancellationToken ct) =>
        db.Suggestions.Where(s => s.AuthorKey == accountKey && s.State == SuggestionState.Open).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.State, SuggestionState.Withdrawn).SetProperty(x => x.DecidedAt, now)
                .SetProperty(x => x.Rationale, "Withdrawn with the account of its author."), ct);
}
