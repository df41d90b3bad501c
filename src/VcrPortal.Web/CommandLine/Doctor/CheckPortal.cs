using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.CommandLine.Doctor;

/// <summary>
/// <c>doctor [--Setting:Name=value]</c>: looks at configuration, database, cluster, knowledge, sources, disk and clock as the portal
/// would have them, and says what to do. It starts nothing and leaves everything as it was: to see whether it may write, it writes a small
/// file and removes it, and takes back what it tells the database; a database that is not there yet is not made. Exit 0: it will work, with
/// warnings perhaps; 1: something must be mended; 2: not understood.
/// </summary>
internal static class CheckPortal
{
    private const int MustBeMended = 1;
    private const string Usage = "Usage: doctor [--Setting:Name=value]   (the settings that the portal is started with)";

    // Nothing is served and nothing is said but the findings.
    private static readonly string[] Quiet = [.. VerbCommand.Silent, "--urls=http://127.0.0.1:0", "--Samples:Enabled=false"];

    public static VerbCommand Command()
    {
        var settings = VerbCommand.CheckedSettings();
        var verb = new VerbCommand(
            "doctor", Usage,
            "Looks at configuration, database, cluster, knowledge, sources, disk and clock, and says what to do. It leaves all as it was: "
                + "to see whether it may write, it writes a small file and removes it. Exit code 0: it will work; 1: something must be "
                + "mended; 2: not understood.")
        {
            settings,
        };
        verb.Runs((parsed, output, _, ct) => RunAsync(parsed.GetValue(settings) ?? [], output, ct));
        return verb;
    }

    private static async Task<int> RunAsync(string[] settings, TextWriter output, CancellationToken ct)
    {
        var worst = Concern.Good;
        await foreach (var finding in FindAsync(settings, ct))
        {
            await output.WriteLineAsync(finding.ToString());
            if (finding.Concern > worst) worst = finding.Concern;
        }
        await output.WriteLineAsync(worst switch
        {
            Concern.Bad => "Mend what is BAD, then ask again.",
            Concern.Warning => "It will work. Look at the warnings before others depend on it.",
            _ => "All is well.",
        });
        return worst == Concern.Bad ? MustBeMended : 0;
    }

    private static async IAsyncEnumerable<Finding> FindAsync(
        string[] settings, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (app, trouble) = Build(settings);
        if (app is null)
        {
            yield return trouble!;
            yield break;
        }
        await using (app)
        {
            foreach (var finding in CheckSettings.Run(app)) yield return finding;
            await foreach (var finding in CheckDatabase.RunAsync(app.Services, ct)) yield return finding;
            await foreach (var finding in CheckCluster.RunAsync(app.Services, ct)) yield return finding;
            foreach (var finding in CheckKnowledge.Run(app.Services)) yield return finding;
            await foreach (var finding in CheckSources.RunAsync(app.Services, ct)) yield return finding;
            foreach (var finding in CheckMachine.Run(app.Services)) yield return finding;
        }
    }

    private static (WebApplication? App, Finding? Trouble) Build(string[] settings)
    {
        try
        {
            var app = PortalHost.Build([.. Quiet, .. settings]);
            app.Services.GetService<Microsoft.Extensions.Options.IStartupValidator>()?.Validate();
            return (app, null);
        }
        catch (Exception e) when (StartFailure.Describe(e) is { } sentence)
        {
            return (null, Finding.Bad("Configuration", sentence, "Set it right: README, Configuration, has every setting."));
        }
    }
}
