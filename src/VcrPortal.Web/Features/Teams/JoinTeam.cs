using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.Teams;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Collections;

namespace VcrPortal.Web.Features.Teams;

/// <summary>What becomes of a team's collections where its last member leaves.</summary>
public enum LastOfTeam
{
    /// <summary>Not said: who would leave collections behind is asked first.</summary>
    Ask,
    /// <summary>They become the leaver's own.</summary>
    TakeOver,
    /// <summary>Private ones are deleted; public ones stay as they are, and nobody can change them any more.</summary>
    GiveUp,
}

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
            await TeamInbox.ReadAsync(db, row, caller.Key, clock.GetUtcNow().UtcDateTime, ct);
            db.TeamMembers.Add(new TeamMemberRow { TeamKey = team, AccountKey = caller.Key, At = clock.GetUtcNow().UtcDateTime });
            return new TeamOutcome.Done(row.Name);
        }, ct);

    /// <summary>Leaves, or declines an invitation. Whom the last member leaves behind is nobody: then the team is gone.</summary>
    /// <param name="last">What becomes of its collections then; without an answer nothing changes where there are any.</param>
    public Task<TeamOutcome> LeaveAsync(string team, LastOfTeam last, Caller caller, CancellationToken ct) =>
        RunAsync(team, last == LastOfTeam.TakeOver ? "left, with its collections" : "left", caller, async (db, row, standing) =>
        {
            if (standing == Standing.Invited)
            {
                await db.TeamInvitations.Where(i => i.TeamKey == team && i.AccountKey == caller.Key).ExecuteDeleteAsync(ct);
                await TeamInbox.TakeBackAsync(db, row, caller.Key, ct);
                return new TeamOutcome.Done(row.Name);
            }
            if (await PartAsync(db, team, last, caller, ct) is { } trouble) return trouble;
            await LeaveTeams.EndAsync(db, team, caller.Key, ct);
            return new TeamOutcome.Done(row.Name);
        }, ct);

    /// <summary>Only of the last member, and of a team that has collections.</summary>
    private static async Task<TeamOutcome?> PartAsync(PortalDb db, string team, LastOfTeam last, Caller caller, CancellationToken ct)
    {
        if (await db.TeamMembers.AnyAsync(m => m.TeamKey == team && m.AccountKey != caller.Key, ct)) return null;
        var left = db.Collections.Where(c => c.OwnerKey == team);
        if (last == LastOfTeam.GiveUp || await left.CountAsync(ct) is not (var count and > 0)) return null;
        if (last == LastOfTeam.Ask)
            return new TeamOutcome.Invalid(
                "You are its last member: the team ends when you leave. Say below what becomes of its collections.");
        if (await db.Collections.CountAsync(c => c.OwnerKey == caller.Key, ct) + count > MakeCollection.MostOfOne)
            return new TeamOutcome.Invalid(
                $"You would own more than {MakeCollection.MostOfOne} collections, the most of one person. Delete some first.");
        await left.ExecuteUpdateAsync(s => s.SetProperty(c => c.OwnerKey, caller.Key), ct);
        return null;
    }

    private Task<TeamOutcome> RunAsync(
        string team, string word, Caller caller, Func<PortalDb, TeamRow, Standing, Task<TeamOutcome>> change, CancellationToken ct) =>
        TeamChange.RunAsync(databases, clock.GetUtcNow().UtcDateTime, Operation.JoinTeam, team, word, caller, change, ct);
}
