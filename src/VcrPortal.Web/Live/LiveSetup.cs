using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;

namespace VcrPortal.Web.Live;

internal static class LiveSetup
{
    public static IServiceCollection AddLive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LiveOptions>().Bind(configuration.GetSection(LiveOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<LiveOptions>, ValidateLiveOptions>()
            .AddSingleton<OpenCircuits>().AddSingleton<CircuitHandler>(s => s.GetRequiredService<OpenCircuits>());
    }
}
