using System.Collections.Immutable;
using Orleans.Runtime;

namespace VcrPortal.Web.Live.Cluster;

/// <summary>What became of a member.</summary>
internal enum MemberNews
{
    Nothing,
    Joined,
    Left,
    Died,
}

/// <summary>Says in the log who comes into the cluster, who leaves it and who dies, in place of the engine, which writes a page for each
/// message that did not arrive.</summary>
internal sealed class LogMembers(IClusterMembershipService members, ILogger<LogMembers> log) : BackgroundService
{
    /// <param name="before"><see cref="SiloStatus.None"/> for one that was not known.</param>
    internal static MemberNews Judge(SiloStatus before, SiloStatus now) => (before, now) switch
    {
        (not SiloStatus.Active, SiloStatus.Active) => MemberNews.Joined,
        (SiloStatus.Active, SiloStatus.Dead) => MemberNews.Died,
        (SiloStatus.ShuttingDown or SiloStatus.Stopping, SiloStatus.Dead) => MemberNews.Left,
        _ => MemberNews.Nothing,
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var before = ImmutableDictionary<SiloAddress, SiloStatus>.Empty;
        try
        {
            await foreach (var snapshot in members.MembershipUpdates.WithCancellation(stoppingToken))
            {
                var now = snapshot.Members.ToImmutableDictionary(m => m.Key, m => m.Value.Status);
                var working = now.Values.Count(s => s is SiloStatus.Active);
                foreach (var (address, status) in now)
                    Write(Judge(before.GetValueOrDefault(address, SiloStatus.None), status), address, working);
                before = now;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    private void Write(MemberNews news, SiloAddress member, int working)
    {
        if (news == MemberNews.Joined) log.LogInformation(
            "{Member} is in the cluster, which has {Members} now", member.Endpoint, Counted(working));
        if (news == MemberNews.Left) log.LogInformation(
            "{Member} has left the cluster and given back its jobs; the cluster has {Members} now", member.Endpoint, Counted(working));
        if (news == MemberNews.Died) log.LogWarning(
            "{Member} has died or cannot be reached. Its jobs go on at the workers that are left; the cluster has {Members} now",
            member.Endpoint, Counted(working));
    }

    private static string Counted(int members) => members == 1 ? "1 member" : $"{members} members";
}
