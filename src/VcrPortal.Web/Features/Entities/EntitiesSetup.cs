namespace VcrPortal.Web.Features.Entities;

internal static class EntitiesSetup
{
    public static IServiceCollection AddEntities(this IServiceCollection services) => services.AddSingleton<ReadEntity>();
}
