using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Threading.Channels;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Live;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Live;

public class LiveIslandTests : BunitContext
{
    private readonly ManualClock _clock = new();
    private readonly Source _source = new();

    public LiveIslandTests()
    {
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(_source);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void Island_IsDrawnWithItsFirstView()
    {
        _source.Show("one");
        Assert.Equal("one", Island().Markup);
    }

    [Fact]
    public async Task Views_FasterThanTheBeat_AreDrawnOncePerBeat_TheLatestLast()
    {
        _source.Show("0");
        var island = Island();
        _source.Show("1");
        await island.WaitForAssertionAsync(() => Assert.Equal("1", island.Markup));
        var drawn = island.RenderCount;
        for (var i = 2; i <= 9; i++) _source.Show($"{i}");
        Assert.Equal("1", island.Markup);
        _clock.Advance(LiveIsland<string>.Beat);
        await island.WaitForAssertionAsync(() => Assert.Equal("9", island.Markup));
        Assert.Equal(drawn + 1, island.RenderCount);
    }

    [Fact]
    public async Task Source_WhoseDatabaseWasAway_IsFollowedAgain_AndWhatWasDrawnStays()
    {
        _source.Show("before");
        var island = Island();
        _source.Break(new Away());
        await _source.EndedAsync(1);
        Assert.Equal("before", island.Markup);
        _source.Show("after");
        while (island.Markup != "after")
        {
            _clock.Advance(LiveIsland<string>.BetweenTries);
            await Task.Yield();
        }
        Assert.Equal(2, _source.Followed);
    }

    [Fact]
    public async Task Source_ThatEndsEarly_LoadsThePageAgain()
    {
        _source.Show("private");
        var island = Island();
        var navigation = Services.GetRequiredService<NavigationManager>();
        var left = new TaskCompletionSource();
        navigation.LocationChanged += (_, _) => left.SetResult();
        _source.End();
        await left.Task;
        Assert.NotEmpty(island.Markup);
    }

    [Fact]
    public async Task Island_ThatIsLeft_StopsFollowing()
    {
        _source.Show("one");
        Island();
        await DisposeComponentsAsync();
        await _source.EndedAsync(1);
    }

    [Fact]
    public async Task Island_DrawnWithoutACircuit_FollowsNothing()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        _source.Show("one");
        Assert.Equal("one", Island().Markup);
        await _source.EndedAsync(1);
    }

    private IRenderedComponent<Words> Island() => Render<Words>(p => p.AddCascadingValue(
        Task.FromResult(new AuthenticationState(new ClaimsPrincipal()))));

    /// <summary>The least island.</summary>
    private sealed class Words : LiveIsland<string>
    {
        [Inject] private Source Source { get; set; } = null!;

        protected override IAsyncEnumerable<string> FollowAsync(CancellationToken ct) => Source.FollowAsync(ct);

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Latest);
    }

    private sealed class Away : DbException;

    /// <summary>Views as <see cref="SharedViews{TKey, TView}"/> gives them: whoever is slow gets the latest.</summary>
    private sealed class Source
    {
        private readonly SemaphoreSlim _ended = new(0);
        private Channel<string> _views = NewChannel();

        public int Followed { get; private set; }

        public void Show(string view) => _views.Writer.TryWrite(view);

        public void Break(Exception failure)
        {
            var broken = _views;
            _views = NewChannel();
            broken.Writer.Complete(failure);
        }

        public void End() => _views.Writer.Complete();

        public async Task EndedAsync(int times)
        {
            for (var i = 0; i < times; i++) await _ended.WaitAsync();
        }

        public async IAsyncEnumerable<string> FollowAsync([EnumeratorCancellation] CancellationToken ct)
        {
            Followed++;
            try
            {
                await foreach (var view in _views.Reader.ReadAllAsync(ct)) yield return view;
            }
            finally { _ended.Release(); }
        }

        private static Channel<string> NewChannel() =>
            Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    }
}
