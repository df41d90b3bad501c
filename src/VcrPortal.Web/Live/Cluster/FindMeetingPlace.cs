using VcrPortal.Web.Data;

namespace VcrPortal.Web.Live.Cluster;

/// <summary>Before the engine starts: whether the place in which its members meet answers, and has what they need. The engine itself would
/// end the start with pages of its own.</summary>
internal sealed class FindMeetingPlace(ClusterOptions cluster) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (await MeetingPlace.FindTroubleAsync(cluster, cancellationToken) is { } trouble) throw new PortalStartException(trouble);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
