namespace VcrPortal.Web.Hosting;

/// <summary>The portal's settings without its host, for verbs that need neither services nor a database.</summary>
internal static class PortalSettings
{
    /// <summary>From the files and variables that the host reads too, in its order.</summary>
    public static IConfiguration Read() => new ConfigurationBuilder().SetBasePath(StartFolder.Portal)
        .AddJsonFile("appsettings.json", optional: true).AddJsonFile($"appsettings.{Environment}.json", optional: true)
        .AddEnvironmentVariables().Build();

    private static string Environment => System.Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production;
}
