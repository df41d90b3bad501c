using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Teams;

/// <param name="Leads">Its reader leads it.</param>
/// <param name="Members">How many there are.</param>
public sealed record OwnTeam(string Key, string Name, bool Leads, int Members);

/// <param name="Name">Null once the account is gone.</param>
public sealed record TeamMember(string Account, string? Name, bool Leads, DateTime At);

/// <summary>A team as its members, and those who are invited, see it.</summary>
/// <param name="Standing">The standing of its reader, who is never a stranger.</param>
/// <param name="Invited">People who have not answered; for those who lead it.</param>
public sealed record TeamView(
    string Key, string Name, Standing Standing, ImmutableArray<TeamMember> Members, ImmutableArray<TeamMember> Invited);

/// <summary>The teams of somebody. For strangers there is no team.</summary>
[Requires(Operation.ReadTeam)]
public sealed class ReadTeams(IDbContextFactory<PortalDb> databases)
{
    /// <summary>Private traces of members that a team's page lists, the newest.</summary>
    public const int MostTraces = 50;

    /// <summary>Those that the caller is in, by name.</summary>
    public async Task<ImmutableArray<OwnTeam>> OwnAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadTeam)) return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var members = db.TeamMembers;
        return
        [
            .. await (from m in members.Where(m => m.AccountKey == caller.Key)
                      join t in db.Teams on m.TeamKey equals t.Key
                      orderby t.NameFolded
                      select new OwnTeam(t.Key, t.Name, m.Leads, members.Count(o => o.TeamKey == t.Key))).ToListAsync(ct),
        ];
    }

    /// <summary>Names of teams that the caller is invited to and has not answered.</summary>
    public async Task<ImmutableArray<string>> InvitationsAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadTeam)) return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        return
        [
            .. await (from i in db.TeamInvitations.Where(i => i.AccountKey == caller.Key)
                      join t in db.Teams on i.TeamKey equals t.Key
                      orderby t.NameFolded
                      select t.Name).ToListAsync(ct),
        ];
    }

    /// <returns>Null when there is none of this name, or the caller is a stranger to it.</returns>
    public async Task<TeamView?> FindAsync(string name, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadTeam)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var folded = name.ToLowerInvariant();
        if (await db.Teams.FirstOrDefaultAsync(t => t.NameFolded == folded, ct) is not { } team) return null;
        var standing = await TeamChange.StandingOfAsync(db, team.Key, caller, ct);
        if (standing == Standing.Stranger) return null;
        var members = await (from m in db.TeamMembers.Where(m => m.TeamKey == team.Key)
                             join a in db.Users on m.AccountKey equals a.Id into people
                             from a in people.DefaultIfEmpty()
                             orderby m.At, m.AccountKey
                             select new TeamMember(m.AccountKey, a == null ? null : a.UserName, m.Leads, m.At)).ToListAsync(ct);
        var invited = standing != Standing.Lead ? []
            : await (from i in db.TeamInvitations.Where(i => i.TeamKey == team.Key)
                     join a in db.Users on i.AccountKey equals a.Id into people
                     from a in people.DefaultIfEmpty()
                     orderby i.At, i.AccountKey
                     select new TeamMember(i.AccountKey, a == null ? null : a.UserName, false, i.At)).ToListAsync(ct);
        return new(team.Key, team.Name, standing, [.. members], [.. invited]);
    }

    /// <summary>Private traces of a team's members, for its members; the newest first.</summary>
    public async Task<ImmutableArray<TraceListItem>> PrivateTracesAsync(TeamView team, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadTeam) || team.Standing == Standing.Invited) return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var members = db.TeamMembers.Where(m => m.TeamKey == team.Key);
        return
        [
            .. await db.Traces.VisibleTo(db, caller).Where(t => t.IsPrivate && members.Any(m => m.AccountKey == t.OwnerKey))
                .OrderByDescending(t => t.ChangedAt).ThenByDescending(t => t.Number).Take(MostTraces).Select(TraceListing.Item)
                .ToListAsync(ct),
        ];
    }
}
