using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace VcrPortal.Web.Data;

internal static class DatabaseSetup
{
    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().BindAll(configuration.GetSection(DatabaseOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, ValidateDatabaseOptions>();
        services.AddSingleton<PortalDbFactory>();
        services.AddSingleton<IDbContextFactory<PortalDb>>(s => s.GetRequiredService<PortalDbFactory>());
        services.AddSingleton<OpenDatabase>().AddSingleton<SlowCommands>();
        services.AddSingleton<IInterceptor>(s => s.GetRequiredService<SlowCommands>());
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ready"]);
        return services;
    }
}
