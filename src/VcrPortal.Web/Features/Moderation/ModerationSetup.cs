namespace VcrPortal.Web.Features.Moderation;

/// <summary>What moderating needs, for the container.</summary>
internal static class ModerationSetup
{
    public static IServiceCollection AddModeration(this IServiceCollection services) =>
        services.AddSingleton<FlagContent>().AddSingleton<DecideFlag>().AddSingleton<ListFlags>().AddSingleton<ReadFlags>();
}
