using Microsoft.Data.SqlClient;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Live.Cluster;

/// <summary>Before the engine starts: whether the SQL Server in which its members meet answers, and has its tables. The engine itself would
/// end the start with pages of its own.</summary>
internal sealed class FindMeetingPlace(string connection) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var place = new SqlConnection(connection);
            await place.OpenAsync(cancellationToken);
            await using var command = place.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM sys.tables WHERE name IN (N'OrleansQuery', N'OrleansMembershipTable')";
            if (await command.ExecuteScalarAsync(cancellationToken) is 2) return;
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is not null)
        {
            throw new PortalStartException(
                $"The members of the cluster cannot meet (Cluster:SqlServer). {DatabaseTrouble.Explain(e, "")}", e);
        }
        throw new PortalStartException(
            "The members of the cluster cannot meet: the database of Cluster:SqlServer lacks the tables of Orleans. An administrator makes "
            + "them (docs/deployment.md, Cluster without a Redis)");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
