using Microsoft.Data.SqlClient;

namespace VcrPortal.Tests.Web;

/// <summary>A new database on a SQL Server, as <c>docker/create-database.sql</c> makes it, dropped when it is disposed.</summary>
internal sealed class SqlServerDatabase : IDisposable
{
    private const int TimeoutSeconds = 120;

    private readonly string _name;

    private SqlServerDatabase(string server, string name) =>
        (_name, ConnectionString) = (name, new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString);

    /// <summary>The connection string in VCR_TEST_SQLSERVER; null where it names none.</summary>
    public static string? Server { get; } =
        Environment.GetEnvironmentVariable("VCR_TEST_SQLSERVER") is { Length: > 0 } connection ? connection : null;

    public string ConnectionString { get; }

    /// <param name="server">A connection string; it may name a database.</param>
    /// <exception cref="SqlException">The server does not answer, or the login may make none (a class below 20).</exception>
    public static SqlServerDatabase Create(string server)
    {
        var name = $"vcr_test_{Guid.NewGuid():N}";
        Run(MasterOf(server), $"CREATE DATABASE [{name}]");
        var database = new SqlServerDatabase(server, name);
        Run(MasterOf(server), $"ALTER DATABASE [{name}] SET READ_COMMITTED_SNAPSHOT ON");
        return database;
    }

    public static void Run(string connection, string statement)
    {
        using var open = new SqlConnection(connection);
        open.Open();
        using var command = new SqlCommand(statement, open) { CommandTimeout = TimeoutSeconds };
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        using (var pool = new SqlConnection(ConnectionString)) SqlConnection.ClearPool(pool);
        Run(MasterOf(ConnectionString), $"ALTER DATABASE [{_name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{_name}]");
    }

    private static string MasterOf(string server) => new SqlConnectionStringBuilder(server) { InitialCatalog = "master" }.ConnectionString;
}
