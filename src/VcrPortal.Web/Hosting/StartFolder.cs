namespace VcrPortal.Web.Hosting;

/// <summary>
/// Where the portal keeps its own things, and where whoever calls it stands. They differ under <c>dotnet run --project</c>, which starts a
/// web program in its project's folder; but files on a command line are meant from the folder of the shell.
/// </summary>
internal static class StartFolder
{
    /// <summary>The folder of settings and of <c>App_Data</c>.</summary>
    public static string Portal { get; } = Directory.GetCurrentDirectory();

    /// <summary>As <see cref="Portal"/>, where it is not what the host would take by itself.</summary>
    public static string? PortalIfElsewhere { get; private set; }

    /// <summary>The sheets and scripts of a published portal stand beside it, wherever it is started; null where the host finds them by
    /// itself.</summary>
    public static string? PublishedFilesIfElsewhere { get; } =
        Directory.Exists(Path.Combine(Portal, "wwwroot")) || !Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? null
            : Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>For verbs. <c>dotnet run</c> says by a variable that it was the one, and shells say where they stand; where none says so
    /// (Windows), paths are meant from the project.</summary>
    public static void EnterThatOfTheCaller()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_LAUNCH_PROFILE") is null
            || Environment.GetEnvironmentVariable("PWD") is not { Length: > 0 } caller || !Directory.Exists(caller)) return;
        PortalIfElsewhere = Portal;
        Directory.SetCurrentDirectory(caller);
    }
}
