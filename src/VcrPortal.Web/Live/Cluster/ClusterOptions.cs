using System.Net;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;

namespace VcrPortal.Web.Live.Cluster;

/// <summary>Section <c>Cluster</c>: whether several processes share the work. Without <see cref="Redis"/> or <see cref="SqlServer"/> this
/// one stands alone.</summary>
public sealed class ClusterOptions
{
    public const string Section = "Cluster";

    /// <summary>Where the members meet: a Redis, as its client writes addresses, for example
    /// <c>redis:6379,password=…</c>. Each member names the same one.</summary>
    public string? Redis { get; set; }

    /// <summary>Or a SQL Server, as its client writes addresses, in whose database an administrator has made the engine's
    /// tables.</summary>
    public string? SqlServer { get; set; }

    /// <summary>Portals on one Redis, or in one such database, that have nothing to do with each other have different names.</summary>
    public string Name { get; set; } = "vcrportal";

    /// <summary>The IP address at which the other members reach this one. Without it, the first of the machine's own name.</summary>
    public string? Address { get; set; }

    /// <summary>The port at which they reach it, 1 to 65,535. 0: one that is free now. Nobody but they may reach it.</summary>
    public int Port { get; set; } = 11111;

    /// <summary>Whether there are others.</summary>
    public bool IsShared => IsInRedis || IsInSqlServer;

    internal bool IsInRedis => !string.IsNullOrWhiteSpace(Redis);

    internal bool IsInSqlServer => !string.IsNullOrWhiteSpace(SqlServer);
}

internal sealed class ValidateClusterOptions : IValidateOptions<ClusterOptions>
{
    private const int LongestName = 60;

    public ValidateOptionsResult Validate(string? name, ClusterOptions options)
    {
        List<string> problems = [];
        if (options.IsInRedis && !IsRedis(options.Redis!))
            problems.Add("Cluster:Redis names no server; write host:port, for example localhost:6379.");
        if (options.IsInSqlServer && !IsSqlServer(options.SqlServer!))
            problems.Add("Cluster:SqlServer names no server and database; write for example \"Server=db;Database=cluster;User Id=portal;"
                + "Password=…\".");
        if (options is { IsInRedis: true, IsInSqlServer: true })
            problems.Add("Cluster:Redis and Cluster:SqlServer are both there; all members meet in one of them, so take the other out.");
        if (options.Name is not { Length: > 0 and <= LongestName }
            || !options.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            problems.Add($"Cluster:Name must have 1 to {LongestName} letters, digits, - or _, for example vcrportal.");
        if (!string.IsNullOrEmpty(options.Address) && !IPAddress.TryParse(options.Address, out _))
            problems.Add("Cluster:Address must be an IP address, for example 10.0.0.5.");
        if (options.Port is < 0 or > IPEndPoint.MaxPort)
            problems.Add($"Cluster:Port must be from 0 to {IPEndPoint.MaxPort}, for example 11111.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static bool IsRedis(string address)
    {
        try { return StackExchange.Redis.ConfigurationOptions.Parse(address).EndPoints.Count > 0; }
        catch (ArgumentException) { return false; }
    }

    private static bool IsSqlServer(string address)
    {
        try { return new SqlConnectionStringBuilder(address) is { DataSource.Length: > 0, InitialCatalog.Length: > 0 }; }
        catch (Exception e) when (e is ArgumentException or FormatException) { return false; }
    }
}
