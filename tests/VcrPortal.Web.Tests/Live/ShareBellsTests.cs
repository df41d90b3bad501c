using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Live;
using VcrPortal.Web.Live.Cluster;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Live;

/// <summary>Two members of one cluster, over real sockets on loopback.</summary>
public class ShareBellsTests
{
    private const int Trace = 7;

    [Fact]
    public async Task ABellThatRingsOnOneMember_IsHeardOnTheOther_AndNotTwiceAtHome()
    {
        await using var cluster = await TwoMembers.StartAsync(
            services => services.AddSharedBell<DiscussionBell>("discussion").AddHostedService<ShareBells>());
        var (one, other) = (cluster.One, cluster.Other);
        var here = one.GetRequiredService<DiscussionBell>();
        using var far = other.GetRequiredService<DiscussionBell>().Register(Trace);
        var toldFurther = 0;
        other.GetRequiredService<DiscussionBell>().CarryWith(_ => toldFurther++);

        // It may ring before the other has subscribed, which is a lost ring; so it rings until one is heard.
        var heard = far.WaitAsync(Timeout.InfiniteTimeSpan, default);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do here.Ring(Trace);
        while (!heard.IsCompleted && await again.WaitForNextTickAsync());
        await heard;
        Assert.Equal(0, toldFurther);
    }

    [Fact]
    public async Task WhatSomebodyListensTo_IsToldToAllAtOnce_AndTheRestIsNot()
    {
        await using var cluster = await TwoMembers.StartAsync(_ => { });
        var (one, other) = (new Hearer(cluster.One), new Hearer(cluster.Other));

        Assert.Equal<string[]>(["queue"], await one.ListenAsync("queue"));
        Assert.Equal<string[]>(["queue"], await one.Wanted.Reader.ReadAsync(Soon));
        Assert.Equal<string[]>(["job", "queue"], await other.ListenAsync("job"));
        Assert.Equal<string[]>(["job", "queue"], await one.Wanted.Reader.ReadAsync(Soon));
        Assert.Equal<string[]>(["queue"], await other.ListenAsync());

        await one.Board.RingAsync(Guid.NewGuid(), [new("job", 1)]); // nobody hears this one
        await one.Board.RingAsync(Guid.NewGuid(), [new("queue", 2)]);
        Assert.Contains(new Rang("queue", 2), await one.Heard.Reader.ReadAsync(Soon));
        Assert.False(other.Heard.Reader.TryRead(out _));
    }

    [Fact]
    public async Task AMemberOfTheVersionBefore_HearsEverything()
    {
        await using var cluster = await TwoMembers.StartAsync(_ => { });
        var (old, other) = (new Hearer(cluster.One), new Hearer(cluster.Other));
        await old.Board.SubscribeAsync(old.Reference);
        Assert.Null(await other.ListenAsync("queue"));
        await other.Board.RingAsync(Guid.NewGuid(), [new("job", 1)]);
        Assert.Equal([new("job", 1)], await old.Heard.Reader.ReadAsync(Soon));
    }

    [Fact]
    public async Task ABellThatNobodyListensTo_IsNotTold_UntilSomebodyDoes()
    {
        await using var cluster = await TwoMembers.StartAsync(
            services => services.AddSharedBell<DiscussionBell>("discussion").AddHostedService<ShareBells>());
        var board = new Hearer(cluster.One);
        // A member that has asked the board knows that nobody listens; the board hears of it when somebody does.
        Assert.Empty((await board.ListenAsync())!);
        using var listening = cluster.Other.GetRequiredService<DiscussionBell>().Register(Trace);
        Assert.Equal<string[]>(["discussion"], await board.Wanted.Reader.ReadAsync(Soon));
    }

    private static readonly CancellationToken Soon = new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    /// <summary>Somebody who hears at a member, and keeps what it was told.</summary>
    private sealed class Hearer : IHearBells
    {
        public Hearer(IServiceProvider member)
        {
            var grains = member.GetRequiredService<IGrainFactory>();
            (Board, Reference) = (grains.GetGrain<IBellBoardGrain>(IBellBoardGrain.Key), grains.CreateObjectReference<IHearBells>(this));
        }

        public IBellBoardGrain Board { get; }
        public IHearBells Reference { get; }
        public Channel<Rang[]> Heard { get; } = Channel.CreateUnbounded<Rang[]>();
        public Channel<string[]?> Wanted { get; } = Channel.CreateUnbounded<string[]?>();

        public Task<string[]?> ListenAsync(params string[] bells) => Board.ListenAsync(Reference, bells);

        public Task HearAsync(Guid member, Rang[] rangs)
        {
            Heard.Writer.TryWrite(rangs);
            return Task.CompletedTask;
        }

        public Task WantedAsync(string[]? bells)
        {
            Wanted.Writer.TryWrite(bells);
            return Task.CompletedTask;
        }
    }
}
