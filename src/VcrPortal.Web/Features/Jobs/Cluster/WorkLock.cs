using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;
using VcrPortal.Web.Live.Cluster;

namespace VcrPortal.Web.Features.Jobs.Cluster;

/// <summary>
/// The right to work on the jobs of a database. The members of a cluster see each other, and share it. A process that stands alone sees
/// nobody, and would take another's jobs for left behind: it works only while it has the database to itself, and else stands by. The
/// system takes the lock back when its process dies, however it dies.
/// </summary>
internal sealed class WorkLock(
    PortalDbFactory databases, IOptions<DatabaseOptions> database, ClusterOptions cluster, ILogger<WorkLock> log) : IAsyncDisposable
{
    private const string Name = "VcrPortal jobs";

    private IAsyncDisposable? _held;
    private SqlConnection? _connection;
    private bool _isToldOf;

    /// <returns>Whether this process may work now; asked again and again, because another may end.</returns>
    public async Task<bool> HoldAsync(CancellationToken ct)
    {
        if (_connection is not null && !await IsAliveAsync(_connection, ct)) await LetGoAsync();
        if (_held is null) await TryTakeAsync(ct);
        if (_held is null && !_isToldOf)
        {
            log.LogWarning(
                "Another process works on the jobs of this database; this one stands by until it ends. For several that share the work, "
                + "give each the same Cluster:Redis or Cluster:SqlServer");
            _isToldOf = true;
        }
        return _held is not null;
    }

    public ValueTask DisposeAsync() => LetGoAsync();

    private async ValueTask LetGoAsync()
    {
        if (_held is not null) await _held.DisposeAsync();
        (_held, _connection) = (null, null);
    }

    private async Task TryTakeAsync(CancellationToken ct)
    {
        if (databases.SqliteFile is { } file) _held = TryOpen(file.DataSource + ".jobs");
        else _held = _connection = await TryLockAsync(ct);
    }

    private FileStream? TryOpen(string file)
    {
        try
        {
            if (!cluster.IsShared) return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            // To be locked by several it is opened for reading, and so must be there.
            new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1).Dispose();
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        }
        catch (IOException) when (File.Exists(file)) { return null; }
    }

    private async Task<SqlConnection?> TryLockAsync(CancellationToken ct)
    {
        // Not of the pool: a lock of the session must end with it.
        var address = new SqlConnectionStringBuilder(database.Value.ConnectionString) { Pooling = false };
        var connection = new SqlConnection(address.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                DECLARE @got int;
                EXEC @got = sp_getapplock @Resource = @name, @LockMode = @mode, @LockOwner = 'Session', @LockTimeout = 0;
                SELECT @got;
                """;
            command.Parameters.AddWithValue("@name", Name);
            command.Parameters.AddWithValue("@mode", cluster.IsShared ? "Shared" : "Exclusive");
            if (await command.ExecuteScalarAsync(ct) is int and >= 0) return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    private static async Task<bool> IsAliveAsync(SqlConnection connection, CancellationToken ct)
    {
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT 1";
            await command.ExecuteScalarAsync(ct);
            return true;
        }
        catch (Exception e) when (e is SqlException or InvalidOperationException) { return false; }
    }
}
