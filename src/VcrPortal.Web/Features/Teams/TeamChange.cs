using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Access.Teams;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Teams;

/// <summary>One change of one team, whatever it is: who may, how often, and its entry in the history.</summary>
internal static class TeamChange
{
    public static TeamOutcome.Invalid TooFast { get; } =
        new("You changed teams as often as one person may within ten minutes. Go on in a while.");

    /// <param name="word">For the history.</param>
    /// <param name="change">Gets what the caller is to the team. Nothing is kept where it gives anything but
    /// <see cref="TeamOutcome.Done"/>.</param>
    public static Task<TeamOutcome> RunAsync(
        IDbContextFactory<PortalDb> databases, DateTime now, Operation operation, string key, string word, Caller caller,
        Func<PortalDb, TeamRow, Standing, Task<TeamOutcome>> change, CancellationToken ct) =>
        databases.InTransactionAsync<TeamOutcome>(Repeatable.IfUndone, async (db, transaction) =>
        {
            // Until the commit nobody else changes who is in it.
            await db.Teams.Where(t => t.Key == key).ExecuteUpdateAsync(s => s.SetProperty(t => t.Name, t => t.Name), ct);
            var standing = await StandingOfAsync(db, key, caller, ct);
            if (standing == Standing.Stranger || await db.Teams.FirstOrDefaultAsync(t => t.Key == key, ct) is not { } team)
                return new TeamOutcome.NotFound();
            if (!caller.May(operation, new Resource(standing == Standing.Lead ? Relation.Owner : Relation.Invited, IsPrivate: true)))
                return new TeamOutcome.NotAllowed();
            if (await db.IsTooFastAsync(caller, operation, now, ct)) return TooFast;
            var outcome = await change(db, team, standing);
            if (outcome is not TeamOutcome.Done) return outcome;
            HistoryWriter.Add(db, caller, operation, HistorySubject.Team(key), now, word);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return outcome;
        }, ct);

    public static async Task<Standing> StandingOfAsync(PortalDb db, string key, Caller caller, CancellationToken ct)
    {
        if (!caller.IsSignedIn) return Standing.Stranger;
        var leads = await db.TeamMembers.Where(m => m.TeamKey == key && m.AccountKey == caller.Key).Select(m => (bool?)m.Leads)
            .FirstOrDefaultAsync(ct);
        if (leads is { } member) return member ? Standing.Lead : Standing.Member;
        return await db.TeamInvitations.AnyAsync(i => i.TeamKey == key && i.AccountKey == caller.Key, ct)
            ? Standing.Invited : Standing.Stranger;
    }
}

/// <summary>What somebody is to a team.</summary>
public enum Standing { Stranger, Invited, Member, Lead }
