using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace VcrPortal.Web.Data;

/// <summary>Contexts for whichever provider is configured.</summary>
public sealed class PortalDbFactory : IDbContextFactory<PortalDb>
{
    private readonly Func<PortalDb> _create;

    public PortalDbFactory(
        IOptions<DatabaseOptions> options, IHostEnvironment environment, ILoggerFactory logs, IEnumerable<IInterceptor> interceptors)
        : this(options.Value, environment.ContentRootPath, logs, [.. interceptors])
    {
    }

    /// <param name="folder">Where a relative SQLite file is.</param>
    public PortalDbFactory(
        DatabaseOptions options, string folder, ILoggerFactory? logs = null, IReadOnlyList<IInterceptor>? interceptors = null)
    {
        Options = options;
        if (options.Provider == DatabaseProvider.SqlServer)
        {
            var built = Build<SqlServerDb>(b => UseSqlServer(b, options), logs, interceptors);
            _create = () => new SqlServerDb(built);
        }
        else
        {
            SqliteFile = SqlitePath.Resolve(options.ConnectionString, folder);
            var built = Build<SqliteDb>(
                b => UseSqlite(b, SqliteFile, options).AddInterceptors(SqlitePragmas.Instance, ForgetDamagedFile.Instance), logs,
                interceptors);
            _create = () => new SqliteDb(built);
        }
    }

    public DatabaseOptions Options { get; }

    /// <summary>The absolute connection; null with SQL Server.</summary>
    internal SqliteConnectionStringBuilder? SqliteFile { get; }

    public PortalDb CreateDbContext() => _create();

    private static DbContextOptions<TDb> Build<TDb>(
        Func<DbContextOptionsBuilder, DbContextOptionsBuilder> use, ILoggerFactory? logs, IReadOnlyList<IInterceptor>? interceptors)
        where TDb : PortalDb
    {
        var builder = new DbContextOptionsBuilder<TDb>();
        use(builder);
        if (logs is not null) builder.UseLoggerFactory(logs);
        if (interceptors is { Count: > 0 }) builder.AddInterceptors(interceptors);
        return builder.Options;
    }

    private static DbContextOptionsBuilder UseSqlite(
        DbContextOptionsBuilder builder, SqliteConnectionStringBuilder file, DatabaseOptions options) =>
        builder.UseSqlite(file.ConnectionString, o =>
        {
            o.CommandTimeout(options.CommandTimeoutSeconds).ExecutionStrategy(d => new RetryPassingTrouble(d));
            if (options.MaxBatchSize is { } size) o.MaxBatchSize(size);
        });

    // Level 150 is SQL Server 2019: the grammar that the statement check of the tests parses.
    private static DbContextOptionsBuilder UseSqlServer(DbContextOptionsBuilder builder, DatabaseOptions options) =>
        builder.UseSqlServer(options.ConnectionString, o =>
        {
            o.UseCompatibilityLevel(150).CommandTimeout(options.CommandTimeoutSeconds).ExecutionStrategy(d => new RetryPassingTrouble(d));
            if (options.MaxBatchSize is { } size) o.MaxBatchSize(size);
        });
}
