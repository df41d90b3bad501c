using VcrPortal.Web.Features.Teams;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of teams.
public partial class StatementTests
{
    private static Dictionary<Type, Run[]> TeamRuns => new()
    {
        [typeof(MakeTeam)] = [new(s => s.Get<MakeTeam>().RunAsync("menders", Ana, default), ("", false))],
        [typeof(LeadTeam)] =
        [
            new(s => s.Get<LeadTeam>().InviteAsync("team:1", "bob", Ana, default), ("Leads", true), ("", false)),
            new(s => s.Get<LeadTeam>().RemoveAsync("team:1", "bob", Ana, default), ("Leads", true), ("", false)),
        ],
        [typeof(JoinTeam)] =
        [
            new(s => s.Get<JoinTeam>().AcceptAsync("team:1", Ana, default), ("Leads", null), ("", true)),
            new(s => s.Get<JoinTeam>().LeaveAsync("team:1", LastOfTeam.Ask, Ana, default), ("Leads", true), ("", false)),
        ],
        [typeof(ReadTeams)] =
        [
            new(s => s.Get<ReadTeams>().OwnAsync(Ana, default), ("Leads", true)),
            new(s => s.Get<ReadTeams>().InvitationsAsync(Ana, default)),
            new(s => s.Get<ReadTeams>().FindAsync("menders", Ana, default), ("Leads", true)),
            new(s => s.Get<ReadTeams>().PrivateTracesAsync(new("team:1", "x", Standing.Member, [], []), Ana, default),
                ("State", "Published")),
        ],
    };
}
