using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.Teams;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Teams;

/// <summary>What those who lead a team do: invite, take an invitation back, remove somebody.</summary>
[Requires(Operation.EditTeam)]
public sealed class LeadTeam(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <summary>Members of one team and people invited to it, together.</summary>
    public const int MostMembers = 50;

    /// <param name="name">The name of an account, in any case of letters.</param>
    public Task<TeamOutcome> InviteAsync(string team, string? name, Caller caller, CancellationToken ct) =>
        RunAsync(team, "invited", caller, async (db, row) =>
        {
            var normal = name?.Trim().TrimStart('@').ToUpperInvariant(); // as Identity normalises
            if (string.IsNullOrEmpty(normal)) return new TeamOutcome.Invalid("Write the name of an account.");
            if (await db.Users.Where(a => a.NormalizedUserName == normal).Select(a => a.Id).FirstOrDefaultAsync(ct) is not { } guest)
                return new TeamOutcome.Invalid("Nobody here has this name. Check it, or ask them to register first.");
            if (await db.TeamMembers.AnyAsync(m => m.TeamKey == team && m.AccountKey == guest, ct))
                return new TeamOutcome.Invalid("They are in the team already.");
            if (await db.TeamInvitations.AnyAsync(i => i.TeamKey == team && i.AccountKey == guest, ct))
                return new TeamOutcome.Done(row.Name);
            var count = await db.TeamMembers.CountAsync(m => m.TeamKey == team, ct)
                + await db.TeamInvitations.CountAsync(i => i.TeamKey == team, ct);
            if (count >= MostMembers)
                return new TeamOutcome.Invalid($"A team has at most {MostMembers} members, invited ones too. Remove somebody first.");
            var now = clock.GetUtcNow().UtcDateTime;
            db.TeamInvitations.Add(new TeamInvitationRow { TeamKey = team, AccountKey = guest, At = now });
            await TeamInbox.NotifyAsync(db, row, guest, caller, now, ct);
            return new TeamOutcome.Done(row.Name);
        }, ct);

    /// <summary>Ends a membership, or an invitation.</summary>
    public Task<TeamOutcome> RemoveAsync(string team, string? account, Caller caller, CancellationToken ct) =>
        RunAsync(team, "removed", caller, async (db, row) =>
        {
            if (account == caller.Key) return new TeamOutcome.Invalid("You cannot remove yourself. Leave the team instead.");
            var gone = await db.TeamInvitations.Where(i => i.TeamKey == team && i.AccountKey == account).ExecuteDeleteAsync(ct)
                + await db.TeamMembers.Where(m => m.TeamKey == team && m.AccountKey == account).ExecuteDeleteAsync(ct);
            await TeamInbox.TakeBackAsync(db, row, account, ct);
            return gone == 0 ? new TeamOutcome.Invalid("They are not in the team any more.") : new TeamOutcome.Done(row.Name);
        }, ct);

    private Task<TeamOutcome> RunAsync(
        string team, string word, Caller caller, Func<PortalDb, TeamRow, Task<TeamOutcome>> change, CancellationToken ct) =>
        TeamChange.RunAsync(
            databases, clock.GetUtcNow().UtcDateTime, Operation.EditTeam, team, word, caller, (db, row, _) => change(db, row), ct);
}
