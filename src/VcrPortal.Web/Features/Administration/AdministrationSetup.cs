namespace VcrPortal.Web.Features.Administration;

internal static class AdministrationSetup
{
    public static IServiceCollection AddAdministration(this IServiceCollection services) => services.AddSingleton<ListHistory>().AddSingleton<ReadHealth>();
}
