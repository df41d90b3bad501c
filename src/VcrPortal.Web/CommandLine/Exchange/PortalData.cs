using VcrPortal.Generation.Tables;
using VcrPortal.Web.Data;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.CommandLine.Exchange;

/// <summary>Runs a verb on the portal's database without starting a portal, and says what went wrong as one sentence.</summary>
internal static class PortalData
{
    /// <param name="failure">How the sentence begins: "Nothing was written."</param>
    /// <param name="mustExist">Whether there is nothing to do where there is no database yet; else it is made.</param>
    public static async Task<int> RunAsync(
        string[] settings, string failure, TextWriter errors, Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken ct, bool mustExist = false)
    {
        using var stop = new StopKey(ct);
        try
        {
            await using var app = PortalHost.Build([.. VerbCommand.Silent, .. settings]);
            if (mustExist && app.Services.GetRequiredService<PortalDbFactory>().SqliteFile is { } sqlite && !File.Exists(sqlite.DataSource))
                return await CommandLineVerbs.SayAsync(
                    errors, $"{failure} There is no database at {sqlite.DataSource} (setting Database:ConnectionString).".Harmless(),
                    CommandLineVerbs.HasErrors);
            await app.Services.GetRequiredService<OpenDatabase>().RunAsync(stop.Token);
            return await work(app.Services, stop.Token);
        }
        catch (Exception e) when (StartFailure.Describe(e) is { } sentence)
        {
            return await CommandLineVerbs.SayAsync(errors, $"{failure} {sentence}".Harmless(), CommandLineVerbs.HasErrors);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DuckDbException)
        {
            return await CommandLineVerbs.SayAsync(errors, $"{failure} {e.Message}".Harmless(), CommandLineVerbs.HasErrors);
        }
        catch (OperationCanceledException)
        {
            return await CommandLineVerbs.SayAsync(
                errors, "It was stopped; what is stored stays. The same command goes on with the rest.", CommandLineVerbs.HasErrors);
        }
    }
}
