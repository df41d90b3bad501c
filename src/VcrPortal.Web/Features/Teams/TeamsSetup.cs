namespace VcrPortal.Web.Features.Teams;

internal static class TeamsSetup
{
    public static IServiceCollection AddTeams(this IServiceCollection services) => services
        .AddSingleton<MakeTeam>().AddSingleton<LeadTeam>().AddSingleton<JoinTeam>().AddSingleton<ReadTeams>();
}
