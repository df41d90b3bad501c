using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using VcrPortal.Tests.Web;

namespace VcrPortal.E2E.Harness.Processes;

/// <summary>
/// What a portal keeps over its kills: a SQLite file in its folder, or a database of its own on the server that VCR_TEST_SQLSERVER names,
/// dropped after it. Portals run side by side, so they cannot share the one that is named.
/// </summary>
internal sealed class PortalDatabase : IDisposable
{
    private readonly SqlServerDatabase? _onServer;
    private readonly string _file;

    private PortalDatabase(SqlServerDatabase? onServer, string file) => (_onServer, _file) = (onServer, file);

    public string Provider => _onServer is null ? "Sqlite" : "SqlServer";

    public string ConnectionString => _onServer?.ConnectionString ?? $"Data Source={_file}";

    /// <param name="server">Null for SQLite.</param>
    /// <param name="folder">Where a SQLite file may be.</param>
    /// <exception cref="InvalidOperationException">The server makes no database for this login.</exception>
    public static PortalDatabase Make(string? server, string folder)
    {
        var file = Path.Combine(folder, "portal.db");
        if (server is null) return new(null, file);
        try { return new(SqlServerDatabase.Create(server), file); }
        catch (SqlException e)
        {
            throw new InvalidOperationException(
                "The journeys need a server in VCR_TEST_SQLSERVER that answers, and a login that may make databases there.", e);
        }
    }

    /// <summary>Beside the portal that has it open.</summary>
    /// <param name="statement">With one parameter, <c>@past</c>.</param>
    public async Task WriteAsync(string statement, DateTime past)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@past", past);
        command.Parameters.Add(parameter);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Beside the portal that has it open.</summary>
    /// <param name="query">Selects two columns, a number and a text, and has one parameter, <c>@number</c>.</param>
    public async Task<IReadOnlyList<(long Number, string Text)>> ReadAsync(string query, long number)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@number", number);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        List<(long, string)> rows = [];
        while (await reader.ReadAsync())
            rows.Add((Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture), reader.GetString(1)));
        return rows;
    }

    /// <summary>Nobody can write until what is returned is disposed of; who reads reads on. SQLite only.</summary>
    public async Task<IAsyncDisposable> HoldAsync()
    {
        var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = _onServer is null ? new SqliteConnection(ConnectionString) : new SqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public void Dispose() => _onServer?.Dispose();
}
