using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.CommandLine.Doctor;

/// <summary>Settings that start well, and are wrong for a portal that others reach.</summary>
internal static class CheckSettings
{
    private const string What = "Configuration";

    public static IEnumerable<Finding> Run(WebApplication app)
    {
        var configuration = app.Configuration;
        var portal = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value;
        yield return Finding.Good(What, $"{app.Environment.EnvironmentName}, role {portal.Role}; every setting is in its range.");
        if (!portal.IsPortal || app.Environment.IsDevelopment()) yield break;
        if (configuration["AllowedHosts"] is null or "" or "*")
            yield return Finding.Warning(
                What, "AllowedHosts takes every name, and feeds and permalinks repeat the one that was asked for.",
                "Where the portal is public, set AllowedHosts to its names, for example portal.example.org.");
        if (TrustsEverybody(configuration))
            yield return Finding.Warning(
                What, "Forwarded headers are taken from everybody, so that the limits by address can be got round.",
                "Set Proxies:Known:0 to the proxy's address or network, and let nobody reach the portal but through it.");
        if (configuration["DataProtection:Certificate"] is null or "")
            yield return Finding.Warning(
                What, "The keys of cookies and forms stand in the database unencrypted: whoever reads it can sign in as anybody.",
                "Set DataProtection:Certificate to a .pfx file (README, Configuration); the same for every portal on one database.");
        if (app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value is { Provider: DatabaseProvider.SqlServer } database
            && database.ConnectionString?.Contains("TrustServerCertificate=True", StringComparison.OrdinalIgnoreCase) == true)
            yield return Finding.Warning(
                What, "The database server's certificate is not checked (TrustServerCertificate=True).",
                "Install the authority that signed it, and leave that word out, unless the network between is yours alone.");
    }

    private static bool TrustsEverybody(IConfiguration configuration) =>
        configuration.GetValue<bool>("FORWARDEDHEADERS_ENABLED") && !configuration.GetSection("Proxies:Known").GetChildren().Any();
}
