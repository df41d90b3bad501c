using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using VcrPortal.Web.Data;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.CommandLine.Backup;

/// <summary>
/// <c>backup --to FILE [--Setting:Name=value]</c>: copies the SQLite database as it is at one moment, while the portal goes on, and checks
/// the copy before it says that there is one. To restore, stop the portal and put the copy where the database is. Exit 0: done; 1: it could
/// not be copied, and no file is left; 2: not understood.
/// </summary>
internal static class BackupDatabase
{
    private const int Failed = 1;
    private const string Usage = "Usage: backup --to FILE [--Setting:Name=value]   (FILE must not be there yet)";

    private static readonly string[] Quiet = [.. VerbCommand.Silent, "--urls=http://127.0.0.1:0"];

    public static VerbCommand Command()
    {
        var to = new Option<string>("--to")
        {
            Description = "The file to write; it must not be there yet.",
            HelpName = "FILE",
            Required = true,
        };
        VerbCommand.WantsFile(to);
        var settings = VerbCommand.CheckedSettings();
        var verb = new VerbCommand(
            "backup", Usage,
            "Copies the SQLite database as it is at one moment, while the portal goes on, and checks the copy. Exit code 0: done; 1: it "
                + "could not be copied; 2: not understood.")
        {
            to, settings,
        };
        verb.Runs((parsed, output, errors, ct) =>
            RunAsync(Path.GetFullPath(parsed.GetRequiredValue(to)), parsed.GetValue(settings) ?? [], output, errors, ct));
        return verb;
    }

    private static async Task<int> RunAsync(
        string to, string[] settings, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        try
        {
            await using var app = PortalHost.Build([.. Quiet, .. settings]);
            if (app.Services.GetRequiredService<PortalDbFactory>().SqliteFile is not { } file)
                return await CommandLineVerbs.SayAsync(
                    errors, "The database is a SQL Server's: its administrator backs it up (docs/deployment.md).", Failed);
            if (Trouble(file.DataSource, to) is { } trouble) return await CommandLineVerbs.SayAsync(errors, trouble.Harmless(), Failed);
            await CopyAsync(file.ConnectionString, to, ct);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{to}: {new FileInfo(to).Length:N0} bytes, checked.").Harmless());
            return 0;
        }
        catch (Exception e) when (StartFailure.Describe(e) is { } sentence)
        {
            return await CommandLineVerbs.SayAsync(errors, $"Nothing was copied. {sentence}".Harmless(), Failed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await CommandLineVerbs.SayAsync(errors, $"Nothing was copied. {e.Message}".Harmless(), Failed);
        }
    }

    private static string? Trouble(string from, string to) =>
        !File.Exists(from) ? $"There is no database at {from} (setting Database:ConnectionString)."
        : File.Exists(to) ? $"{to} is there already. Name another file: a backup never takes the place of an older one."
        : !Directory.Exists(Path.GetDirectoryName(to)) ? $"There is no folder for {to}. Make it first."
        : null;

    private static async Task CopyAsync(string connection, string to, CancellationToken ct)
    {
        var unfinished = $"{to}.unfinished";
        try
        {
            await using (var from = new SqliteConnection($"{connection};Pooling=False"))
            await using (var copy = new SqliteConnection($"Data Source={unfinished};Pooling=False"))
            {
                await from.OpenAsync(ct);
                await copy.OpenAsync(ct);
                from.BackupDatabase(copy);
                await CheckAsync(copy, ct);
            }
            File.Move(unfinished, to);
        }
        finally { File.Delete(unfinished); }
    }

    private static async Task CheckAsync(SqliteConnection copy, CancellationToken ct)
    {
        await using var check = copy.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        if (await check.ExecuteScalarAsync(ct) is not "ok")
            throw new IOException("The copy is damaged, and so is the database: verb doctor says more.");
    }
}
