using Microsoft.Extensions.Options;
using VcrPortal.Web.Features.Administration.Audit;
using VcrPortal.Web.Features.Administration.Health;
using VcrPortal.Web.Features.Administration.Nodes;
using VcrPortal.Web.Features.Administration.People;
using VcrPortal.Web.Features.Jobs;

namespace VcrPortal.Web.Features.Administration;

internal static class AdministrationSetup
{
    /// <param name="showsPages">Whether this process is a portal.</param>
    /// <param name="runsJobs">Whether it is a worker.</param>
    public static IServiceCollection AddAdministration(this IServiceCollection services, bool showsPages, bool runsJobs)
    {
        services.AddHealthChecks().AddCheck<WritableCheck>("writable", tags: ["ready", "write"]);
        services.AddSingleton(s => new NodeDuty(
            string.Join(", ", new[] { showsPages ? "portal" : null, runsJobs ? "worker" : null }.OfType<string>()),
            runsJobs ? s.GetRequiredService<IOptions<JobOptions>>().Value.Workers : 0));
        services.AddSingleton<Heartbeat>().AddSingleton<DiskSpace>().AddHostedService(s => s.GetRequiredService<Heartbeat>());
        return services.AddSingleton<ListHistory>().AddSingleton<ReadHealth>().AddScoped<ChangeRole>().AddSingleton<ChangeQuota>()
            .AddSingleton<ListAccounts>();
    }
}
