using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Sharing;

public class ChangeAudienceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Launch_Private_MakesThePrivateTraceOfItsOwner()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.Get<LaunchJob>().RunAsync(Samples.Record(), true, Samples.Ana, default);
        await portal.RunNextAsync();
        Assert.Equal((true, Samples.Ana.Key), await portal.TraceAsync(1) is var trace ? (trace.IsPrivate, trace.OwnerKey) : default);
        Assert.NotNull(await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Ana, default));
        Assert.Null(await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Bob, default));
    }

    [Fact]
    public async Task Launch_PrivateByAVisitor_IsRefused_AndNothingIsQueued()
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.IsType<LaunchOutcome.PrivateNeedsAccount>(
            await portal.Get<LaunchJob>().RunAsync(Samples.Record(), true, Samples.Anybody, default));
        Assert.IsType<BatchOutcome.PrivateNeedsAccount>(
            await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], true, Samples.Anybody, default));
        Assert.Equal(0, (await portal.Get<ListJobs>().RunAsync(new JobQuery(), Samples.Anybody, default)).Total);
    }

    [Fact]
    public async Task MadePrivateWhileItRuns_TheTraceFollowsTheJob()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, _, job) = await LaunchAsync(portal);
        await ChangeAsync(portal, job, new AudienceChange.MakePrivate(), ana);
        await portal.RunNextAsync();
        Assert.True((await portal.TraceAsync(1)).IsPrivate);
        await ChangeAsync(portal, job, new AudienceChange.MakePublic(), ana);
        Assert.False((await portal.TraceAsync(1)).IsPrivate);
        Assert.Equal(["public", "private"], await DetailsAsync(portal));
    }

    [Fact]
    public async Task Invited_SeesIt_UntilRemoved()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob, job) = await LaunchAsync(portal);
        await ChangeAsync(portal, job, new AudienceChange.MakePrivate(), ana);
        Assert.Null(await portal.Get<ReadJob>().RunAsync(job, bob, default));
        await ChangeAsync(portal, job, new AudienceChange.Invite(" @BOB "), ana);
        Assert.True((await portal.Get<ReadJob>().RunAsync(job, bob, default))!.Summary.IsPrivate);
        Assert.Equal(new Guest(bob.Key, "bob"), Assert.Single((await portal.Get<ChangeAudience>().ReadAsync(job, ana, default))!.Guests));
        Assert.Null(await portal.Get<ChangeAudience>().ReadAsync(job, bob, default));
        await ChangeAsync(portal, job, new AudienceChange.Uninvite(bob.Key), ana);
        Assert.Null(await portal.Get<ReadJob>().RunAsync(job, bob, default));
    }

    [Theory]
    [InlineData("nobody", "Nobody here")]
    [InlineData("", "Write the name")]
    [InlineData("ana", "yours already")]
    public async Task Invite_SomebodyWhoCannotBe_SaysWhatToDo(string name, string words)
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, _, job) = await LaunchAsync(portal);
        var outcome = await portal.Get<ChangeAudience>().RunAsync(job, new AudienceChange.Invite(name), ana, default);
        Assert.Contains(words, AudienceText.For(Assert.IsType<AudienceOutcome.Refused>(outcome)));
    }

    [Fact]
    public async Task Invite_MoreThanTheMost_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, _, job) = await LaunchAsync(portal);
        await using var db = portal.Db();
        db.Guests.AddRange(
            Enumerable.Range(0, ChangeAudience.MostGuests).Select(i => new GuestRow { JobNumber = job, AccountKey = $"k{i}" }));
        await db.SaveChangesAsync();
        var outcome = await portal.Get<ChangeAudience>().RunAsync(job, new AudienceChange.Invite("bob"), ana, default);
        Assert.Equal(new AudienceOutcome.Refused(AudienceRefusal.TooManyGuests), outcome);
    }

    [Fact]
    public async Task Change_TooOften_IsRefusedForAWhile()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, _, job) = await LaunchAsync(portal);
        for (var i = 0; i < Permissions.Table[Operation.ChangeAudience].Limit!.Most;
            i++) await ChangeAsync(portal, job, new AudienceChange.MakePublic(), ana);
        Assert.IsType<AudienceOutcome.Refused>(
            await portal.Get<ChangeAudience>().RunAsync(job, new AudienceChange.MakePublic(), ana, default));
    }

    [Fact]
    public async Task Followers_OfAJob_LoseItAtTheEventThatMakesItPrivate()
    {
        using var over = new CancellationTokenSource(Patience);
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob, job) = await LaunchAsync(portal);
        await using var stranger = portal.Get<FollowJob>().RunAsync(job, bob, over.Token).GetAsyncEnumerator(over.Token);
        await using var owner = portal.Get<FollowJob>().RunAsync(job, ana, over.Token).GetAsyncEnumerator(over.Token);
        using var hub = new JobsHub(portal.Get<FollowLog>(), portal.Get<HubWatches>()) { Context = new Connection(bob) };
        await using var program = hub.Watch(job, 1, over.Token).GetAsyncEnumerator(over.Token);
        Assert.True(await stranger.MoveNextAsync() && await owner.MoveNextAsync() && await program.MoveNextAsync());
        await ChangeAsync(portal, job, new AudienceChange.MakePrivate(), ana);
        Assert.False(await stranger.MoveNextAsync());
        Assert.False(await program.MoveNextAsync());
        Assert.True(await owner.MoveNextAsync());
        Assert.True(owner.Current.Audience.IsPrivate);
    }

    [Fact]
    public async Task Followers_OfADiscussion_LoseItWhenTheTraceBecomesPrivate()
    {
        using var over = new CancellationTokenSource(Patience);
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob, job) = await LaunchAsync(portal);
        await portal.RunNextAsync();
        await using var stranger = portal.Get<FollowDiscussion>().RunAsync(1, 1, bob, over.Token).GetAsyncEnumerator(over.Token);
        await using var owner = portal.Get<FollowDiscussion>().RunAsync(1, 1, ana, over.Token).GetAsyncEnumerator(over.Token);
        Assert.True(await stranger.MoveNextAsync() && await owner.MoveNextAsync());
        await ChangeAsync(portal, job, new AudienceChange.MakePrivate(), ana);
        while (await stranger.MoveNextAsync()) Assert.False(stranger.Current.Audience.IsPrivate); // that somebody came to look is news too
        while (!owner.Current.Audience.IsPrivate) Assert.True(await owner.MoveNextAsync());
    }

    private static async Task<(Caller Ana, Caller Bob, int Job)> LaunchAsync(TestPortal portal)
    {
        var (ana, bob) = (await portal.RegisterAsync("ana"), await portal.RegisterAsync("bob"));
        return (ana, bob,
            Assert.IsType<LaunchOutcome.Launched>(await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, ana, default)).JobNumber);
    }

    private static async Task ChangeAsync(TestPortal portal, int job, AudienceChange change, Caller caller) =>
        Assert.IsType<AudienceOutcome.Changed>(await portal.Get<ChangeAudience>().RunAsync(job, change, caller, default));

    private static async Task<List<string?>> DetailsAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        return await db.History.Where(h => h.Operation == nameof(Operation.ChangeAudience)).OrderByDescending(h => h.At)
            .Select(h => h.Detail).ToListAsync();
    }

    private sealed class Connection(Caller caller) : HubCallerContext
    {
        public override string ConnectionId => "c";
        public override string? UserIdentifier => caller.Key;
        public override ClaimsPrincipal User { get; } =
            new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, caller.Key), new(Caller.RoleClaim, caller.Role.ToString())], "test"));
        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();
        public override IFeatureCollection Features { get; } = new FeatureCollection();
        public override CancellationToken ConnectionAborted => CancellationToken.None;
        public override void Abort() { }
    }
}
