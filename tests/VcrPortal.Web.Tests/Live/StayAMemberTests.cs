using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Orleans.Clustering.Redis;
using VcrPortal.Web.Live.Cluster;

namespace VcrPortal.Web.Tests.Live;

/// <summary>A member looks whether the place to meet still knows it.</summary>
public sealed class StayAMemberTests : IDisposable
{
    private readonly Place _place = new();
    private readonly Life _life = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly List<int> _exits = [];
    private readonly StayAMember _member;

    public StayAMemberTests() => _member = new(_place, _place, _life, _clock, NullLogger<StayAMember>.Instance, _exits.Add);

    public void Dispose()
    {
        _member.Dispose();
        _life.Dispose();
        Environment.ExitCode = 0; // of the program that runs the tests
    }

    [Fact]
    public async Task APlaceThatKnowsIt_LetsItStay()
    {
        for (var look = 0; look < 3; look++) Assert.True(await _member.LookAsync(default));
        Assert.Equal((null, false), (_member.Trouble, _life.IsStopped));
    }

    [Theory]
    [InlineData(true)] // a Redis that was emptied
    [InlineData(false)] // tables of SQL Server that were emptied
    public async Task APlaceThatWasEmptied_EndsIt_AtTheSecondLook(bool hasNoTable)
    {
        _place.Answer = () => hasNoTable ? throw new RedisClusteringException("missing") : new([], new TableVersion(1, "1"));
        Assert.True(await _member.LookAsync(default));
        Assert.False(_life.IsStopped);
        Assert.False(await _member.LookAsync(default));
        Assert.True(_life.IsStopped);
    }

    [Fact]
    public async Task TheProcess_IsGone_ThoughTheEngineCannotLeaveAPlaceThatForgotIt()
    {
        _place.Answer = () => new([], new TableVersion(1, "1"));
        await _member.LookAsync(default);
        await _member.LookAsync(default);
        Assert.Empty(_exits);
        _clock.Advance(StayAMember.Leaving);
        Assert.Equal([1], _exits);
    }

    [Fact]
    public async Task OneThatIsToldToStop_IsGone_ThoughThePlaceDoesNotAnswer()
    {
        await _member.StartedAsync(default);
        _life.StopApplication();
        Assert.Empty(_exits);
        _clock.Advance(StayAMember.Longest);
        Assert.Equal([0], _exits);
    }

    [Fact]
    public async Task OneThatHasLeftByItself_IsNotEndedAgain()
    {
        _place.Answer = () => new([], new TableVersion(1, "1"));
        await _member.LookAsync(default);
        await _member.LookAsync(default);
        _member.Dispose();
        _clock.Advance(2 * StayAMember.Leaving);
        Assert.Empty(_exits);
    }

    [Fact]
    public async Task APlaceThatDoesNotAnswer_IsWaitedFor_AndSaidToAdministrators()
    {
        var known = _place.Answer;
        _place.Answer = () => throw new TimeoutException();
        for (var look = 0; look < 5; look++) Assert.True(await _member.LookAsync(default));
        Assert.Contains("does not answer", _member.Trouble);
        _place.Answer = known;
        Assert.True(await _member.LookAsync(default));
        Assert.Equal((null, false), (_member.Trouble, _life.IsStopped));
    }

    [Fact]
    public async Task APlaceThatForgotItOnce_AndKnowsItAgain_LetsItStay()
    {
        var known = _place.Answer;
        for (var time = 0; time < 3; time++)
        {
            _place.Answer = () => new([], new TableVersion(1, "1"));
            Assert.True(await _member.LookAsync(default));
            _place.Answer = known;
            Assert.True(await _member.LookAsync(default));
        }
        Assert.False(_life.IsStopped);
    }

    private sealed class Place : IMembershipTable, ILocalSiloDetails
    {
        public Place() => Answer = () => new(
            [Tuple.Create(new MembershipEntry { SiloAddress = SiloAddress }, "1")], new TableVersion(1, "1"));

        public Func<MembershipTableData> Answer { get; set; }

        public SiloAddress SiloAddress { get; } = SiloAddress.New(IPAddress.Loopback, 11111, 1);
        public string Name => "this";
        public string ClusterId => "test";
        public string DnsHostName => "localhost";
        public SiloAddress GatewayAddress => SiloAddress;

        public Task<MembershipTableData> ReadRowAsync(SiloAddress key, CancellationToken cancellationToken = default) =>
            Task.Run(() => Answer(), cancellationToken);

        public Task<MembershipTableData> ReadRow(SiloAddress key) => throw new NotSupportedException();

        public Task InitializeMembershipTable(bool tryInitTableVersion) => throw new NotSupportedException();
        public Task DeleteMembershipTableEntries(string clusterId) => throw new NotSupportedException();
        public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) => throw new NotSupportedException();
        public Task<MembershipTableData> ReadAll() => throw new NotSupportedException();
        public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => throw new NotSupportedException();
        public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => throw new NotSupportedException();
        public Task UpdateIAmAlive(MembershipEntry entry) => throw new NotSupportedException();
    }

    private sealed class Life : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public bool IsStopped => _stopping.IsCancellationRequested;
        public CancellationToken ApplicationStarted => default;
        public CancellationToken ApplicationStopping => _stopping.Token;
        public CancellationToken ApplicationStopped => default;
        public void StopApplication() => _stopping.Cancel();
        public void Dispose() => _stopping.Dispose();
    }
}
