using Microsoft.Data.SqlClient;
using StackExchange.Redis;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Live.Cluster;

/// <summary>Where the members of a cluster meet, looked at from outside of it.</summary>
internal static class MeetingPlace
{
    /// <summary>Milliseconds until a Redis counts as silent.</summary>
    private const int Patience = 5000;

    /// <returns>Null where a member could come in; else what is wrong and, where it is not plain, what to do.</returns>
    public static async Task<string?> FindTroubleAsync(ClusterOptions cluster, CancellationToken ct) =>
        cluster.IsInSqlServer ? await LookAtSqlServerAsync(cluster.SqlServer!, ct)
        : cluster.IsInRedis ? await LookAtRedisAsync(cluster.Redis!)
        : null;

    private static async Task<string?> LookAtSqlServerAsync(string connection, CancellationToken ct)
    {
        try
        {
            await using var place = new SqlConnection(connection);
            await place.OpenAsync(ct);
            await using var command = place.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM sys.tables WHERE name IN (N'OrleansQuery', N'OrleansMembershipTable')";
            return await command.ExecuteScalarAsync(ct) is 2 ? null
                : "The members of the cluster cannot meet: the database of Cluster:SqlServer lacks the tables of Orleans. An administrator "
                    + "makes them (docs/deployment.md, Cluster without a Redis)";
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is not null)
        {
            return $"The members of the cluster cannot meet (Cluster:SqlServer). {DatabaseTrouble.Explain(e, "")}";
        }
    }

    private static async Task<string?> LookAtRedisAsync(string address)
    {
        var options = ConfigurationOptions.Parse(address);
        (options.AbortOnConnectFail, options.ConnectRetry) = (true, 1);
        (options.ConnectTimeout, options.AsyncTimeout) = (Patience, Patience);
        try
        {
            await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
            await redis.GetDatabase().PingAsync();
            return null;
        }
        catch (Exception e) when (e is RedisException or TimeoutException or RedisConnectionException)
        {
            // Its client names servers, and no password.
            return $"The members of the cluster cannot meet (Cluster:Redis). The Redis at {string.Join(", ", options.EndPoints)} cannot be "
                + $"used. Its client says: {WithoutAdvice(e.Message.Split('\n')[0]).TrimEnd()}";
        }
    }

    /// <summary>Its client goes on with what to write into a program, which an operator has not.</summary>
    private static string WithoutAdvice(string said) =>
        said.IndexOf(" Error connecting right now.", StringComparison.Ordinal) is var at and >= 0 ? said[..at] : said;
}
