using VcrPortal.Web.Features.Administration.Audit;
using VcrPortal.Web.Features.Administration.Health;
using VcrPortal.Web.Features.Administration.People;

namespace VcrPortal.Web.Features.Administration;

internal static class AdministrationSetup
{
    public static IServiceCollection AddAdministration(this IServiceCollection services) => services
        .AddSingleton<ListHistory>().AddSingleton<ReadHealth>().AddScoped<ChangeRole>().AddSingleton<ChangeQuota>()
            .AddSingleton<ListAccounts>();
}
