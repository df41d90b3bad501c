using System.ComponentModel;
using System.Diagnostics;
using Testcontainers.MsSql;
using VcrPortal.Tests.Web;

namespace VcrPortal.Web.Tests.Support;

/// <summary>The SQL Server that tests have: the one that VCR_TEST_SQLSERVER names (then every test runs there), else one in a container for
/// the tests that say so, where Docker is there.</summary>
internal static class SqlServerForTests
{
    private static readonly Lazy<Task<string>> Container = new(StartAsync);

    public static string? Named => SqlServerDatabase.Server;

    /// <summary>Null where there is one.</summary>
    public static string? WhyMissing { get; } = Named is not null || HasDocker() ? null
        : "needs a SQL Server: VCR_TEST_SQLSERVER names none, and no Docker engine answers";

    public static Task<string> ConnectionStringAsync() => Named is { } named ? Task.FromResult(named) : Container.Value;

    /// <summary>Docker's own reaper removes it after the run.</summary>
    private static async Task<string> StartAsync()
    {
        var container = new MsSqlBuilder("mcr.microsoft.com/mssql/server:2022-latest").Build();
        await container.StartAsync();
        return container.GetConnectionString();
    }

    private static bool HasDocker()
    {
        try
        {
            using var docker = Process.Start(
                new ProcessStartInfo("docker", "info") { RedirectStandardOutput = true, RedirectStandardError = true });
            docker!.StandardOutput.ReadToEnd();
            docker.WaitForExit();
            return docker.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false; // there is no such program
        }
    }
}

/// <summary>A fact that needs a real SQL Server; skipped, with its reason, where there is none.</summary>
public sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute() => Skip = SqlServerForTests.WhyMissing;
}

/// <summary>About the embedded database alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute() => Skip = SqlServerForTests.Named is null ? null : "about SQLite, and the tests run on a SQL Server";
}
