namespace VcrPortal.Web.Features.Teams;

/// <summary>Why a team was not changed, as one sentence that says what to do.</summary>
internal static class TeamText
{
    public static string? For(TeamOutcome outcome) => outcome switch
    {
        TeamOutcome.Done => null,
        TeamOutcome.Invalid(var reason) => reason,
        TeamOutcome.NotAllowed => "Only those who lead the team may do this.",
        _ => "There is no such team any more, or you are not in it.",
    };
}
