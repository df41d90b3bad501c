using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Access.Teams;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Teams;

/// <summary>Begins a team, whose first member leads it.</summary>
[Requires(Operation.EditTeam)]
public sealed class MakeTeam(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <summary>Teams of one person.</summary>
    public const int MostOfOne = 20;

    public Task<TeamOutcome> RunAsync(string? name, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.EditTeam, new Resource(Relation.Owner)))
            return Task.FromResult<TeamOutcome>(new TeamOutcome.NotAllowed());
        if (Trouble(name?.Trim()) is { } trouble) return Task.FromResult<TeamOutcome>(new TeamOutcome.Invalid(trouble));
        return databases.InTransactionAsync(
            Repeatable.IfUndone, (db, transaction) => MakeAsync(db, transaction, name!.Trim(), caller, ct), ct);
    }

    private async Task<TeamOutcome> MakeAsync(
        PortalDb db, PortalTransaction transaction, string name, Caller caller, CancellationToken ct)
    {
        var (now, folded) = (clock.GetUtcNow().UtcDateTime, name.ToLowerInvariant());
        // Numbers are given one transaction after another: what is counted below stays true until the commit.
        var key = FormattableString.Invariant($"team:{await NumberSeries.TakeAsync(db, NumberSeries.Team, 1, ct)}");
        if (await db.IsTooFastAsync(caller, Operation.EditTeam, now, ct)) return TeamChange.TooFast;
        if (await db.Teams.AnyAsync(t => t.NameFolded == folded, ct))
            return new TeamOutcome.Invalid("Another team has this name. Choose another one.");
        if (await db.TeamMembers.CountAsync(m => m.AccountKey == caller.Key, ct) >= MostOfOne)
            return new TeamOutcome.Invalid($"You are in {MostOfOne} teams, the most of one person. Leave one first.");
        db.Teams.Add(new TeamRow { Key = key, Name = name, NameFolded = folded, CreatedAt = now });
        db.TeamMembers.Add(new TeamMemberRow { TeamKey = key, AccountKey = caller.Key, Leads = true, At = now });
        HistoryWriter.Add(db, caller, Operation.EditTeam, HistorySubject.Team(key), now, "made");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new TeamOutcome.Done(name);
    }

    /// <summary>Letters and digits of any script are not told apart by eye, and the name is a part of an address: so it is plain.</summary>
    private static string? Trouble(string? name) => name switch
    {
        null or { Length: < 2 } => "Give the team a name of at least two characters.",
        { Length: > TeamRow.LongestName } => $"A team's name has at most {TeamRow.LongestName} characters.",
        _ when !char.IsAsciiLetterOrDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') =>
            "A team's name begins with a letter or a digit, and holds letters a to z, digits, and - _ . only.",
        _ => null,
    };
}
