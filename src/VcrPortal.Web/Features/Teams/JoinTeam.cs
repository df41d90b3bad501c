using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.Teams;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Teams;

/// <summary>What somebody does about their own place in a team: accepts or declines an invitation, or leaves.</summary>
[Requires(Operation.JoinTeam)]
public sealed class JoinTeam(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <summary>From then on the members see each other's private jobs, traces and collections, earlier ones too.</summary>
    public Task<TeamOutcome> AcceptAsync(string team, Caller caller, CancellationToken ct) =>
        RunAsync(team, "joined", caller, async (db, row, standing) =>
        {
            if (standing != Standing.Invited) return new TeamOutcome.Done(row.Name);
            if (await db.TeamMembers.CountAsync(m => m.AccountKey == caller.Key, ct) >= MakeTeam.MostOfOne)
                return new TeamOutcome.Invalid($"You are in {MakeTeam.MostOfOne} teams, the most of one person. Leave one first.");
            await db.TeamInvitations.Where(i => i.TeamKey == team && i.AccountKey == caller.Key).ExecuteDeleteAsync(ct);
            db.TeamMembers.Add(new TeamMemberRow { TeamKey = team, AccountKey = caller.Key, At = clock.GetUtcNow().UtcDateTime });
            return new TeamOutcome.Done(row.Name);
        }, ct);

    /// <summary>Leaves, or declines an invitation. Whom the last member leaves behind is nobody: then the team is gone.</summary>
    public Task<TeamOutcome> LeaveAsync(string team, Caller caller, CancellationToken ct) =>
        RunAsync(team, "left", caller, async (db, row, _) =>
        {
            await db.TeamInvitations.Where(i => i.TeamKey == team && i.AccountKey == caller.Key).ExecuteDeleteAsync(ct);
            await LeaveTeams.EndAsync(db, team, caller.Key, ct);
            return new TeamOutcome.Done(row.Name);
        }, ct);

    private Task<TeamOutcome> RunAsync(
        string team, string word, Caller caller, Func<PortalDb, TeamRow, Standing, Task<TeamOutcome>> change, CancellationToken ct) =>
        TeamChange.RunAsync(databases, clock.GetUtcNow().UtcDateTime, Operation.JoinTeam, team, word, caller, change, ct);
}
