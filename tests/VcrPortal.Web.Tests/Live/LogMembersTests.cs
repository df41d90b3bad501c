using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using VcrPortal.Web.Live.Cluster;
using VcrPortal.Web.Tests.Hosting.Secrets;

namespace VcrPortal.Web.Tests.Live;

/// <summary>What an administrator reads of members that come and go.</summary>
public class LogMembersTests
{
    [Theory]
    [InlineData(SiloStatus.None, SiloStatus.Active, "Joined")]
    [InlineData(SiloStatus.Joining, SiloStatus.Active, "Joined")]
    [InlineData(SiloStatus.Active, SiloStatus.Active, "Nothing")]
    [InlineData(SiloStatus.Active, SiloStatus.Dead, "Died")]
    [InlineData(SiloStatus.ShuttingDown, SiloStatus.Dead, "Left")]
    [InlineData(SiloStatus.Active, SiloStatus.ShuttingDown, "Nothing")]
    [InlineData(SiloStatus.None, SiloStatus.Dead, "Nothing")] // it died before this one came
    public void AMember_IsToldOf_WhenItComesLeavesOrDies(SiloStatus before, SiloStatus now, string news) =>
        Assert.Equal(news, LogMembers.Judge(before, now).ToString());

    [Fact]
    public async Task EachOfThem_IsToldOfOnce()
    {
        var (one, other) = (SiloAddress.FromParsableString("10.0.0.1:11111@1"), SiloAddress.FromParsableString("10.0.0.2:11111@2"));
        using var written = new WrittenLog();
        using var logs = LoggerFactory.Create(b => b.AddProvider(written));
        using var service = new LogMembers(new Membership(
        [
            Snapshot((one, SiloStatus.Active)), Snapshot((one, SiloStatus.Active), (other, SiloStatus.Active)),
            Snapshot((one, SiloStatus.Active), (other, SiloStatus.Dead)), Snapshot((one, SiloStatus.Active), (other, SiloStatus.Dead)),
        ]), logs.CreateLogger<LogMembers>());
        await service.StartAsync(default);
        await service.ExecuteTask!;

        Assert.Equal(
            [
                "10.0.0.1:11111 is in the cluster, which has 1 member now", "10.0.0.2:11111 is in the cluster, which has 2 members now",
                "10.0.0.2:11111 has died or cannot be reached. Its jobs go on at the workers that are left; the cluster has 1 member now",
            ],
            written.Lines.Select(l => l[(l.IndexOf(": ", StringComparison.Ordinal) + 2)..].Trim()));
    }

    private static ClusterMembershipSnapshot Snapshot(params (SiloAddress Address, SiloStatus Status)[] members) => new(
        members.ToImmutableDictionary(m => m.Address, m => new Orleans.Runtime.ClusterMember(m.Address, m.Status, "a")), new(1));

    private sealed class Membership(ClusterMembershipSnapshot[] snapshots) : IClusterMembershipService
    {
        public ClusterMembershipSnapshot CurrentSnapshot => snapshots[^1];
        public IAsyncEnumerable<ClusterMembershipSnapshot> MembershipUpdates => snapshots.ToAsyncEnumerable();

        public ValueTask Refresh(MembershipVersion minimumVersion = default, CancellationToken cancellationToken = default) =>
            ValueTask.CompletedTask;

        public Task<bool> TryKill(SiloAddress siloAddress) => Task.FromResult(false);
    }
}
