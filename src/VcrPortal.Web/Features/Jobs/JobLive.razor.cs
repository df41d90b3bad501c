using Microsoft.AspNetCore.Components;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>
/// Follows one job: reads its state, then its log from there on. Renders at the feed's beat and once a second for the clocks; speaks
/// at most once in two seconds.
/// </summary>
public sealed partial class JobLive : IAsyncDisposable
{
    private static readonly TimeSpan ClockBeat = TimeSpan.FromSeconds(1);
    private const int BeatsBetweenAnnouncements = 2;

    private readonly CancellationTokenSource _gone = new();
    private Task _watching = Task.CompletedTask;
    private ITimer? _clock;
    private JobProgress _latest = JobProgress.Empty;
    private JobProgress _shown = JobProgress.Empty;
    private JobProgress _announced = JobProgress.Empty;
    private GrowingGraph? _graph;
    private string? _announcement;
    private bool _isPaused;
    private int _beats;

    [Inject] private JobFeed Feed { get; set; } = null!;
    [Inject] private ReadJob Jobs { get; set; } = null!;
    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Parameter, EditorRequired] public int JobNumber { get; set; }
    [Parameter] public string Page { get; set; } = "";
    /// <summary>The id of the form that the stop button sends; it stands outside of the island, so it works without a circuit.</summary>
    [Parameter] public string StopForm { get; set; } = "stop";

    protected override async Task OnInitializedAsync()
    {
        var gone = _gone.Token;
        _latest = await Jobs.ReadProgressAsync(JobNumber, gone);
        _announced = _latest;
        Show();
        if (!RendererInfo.IsInteractive || gone.IsCancellationRequested) return;
        _watching = WatchAsync(gone);
        _clock = Clock.CreateTimer(_ => _ = InvokeAsync(Beat), null, ClockBeat, ClockBeat);
    }

    private async Task WatchAsync(CancellationToken gone)
    {
        try
        {
            await foreach (var batch in Feed.WatchAsync(JobNumber, _latest.LastSequence, gone))
            {
                await InvokeAsync(() =>
                {
                    _latest = _latest.Apply(batch);
                    if (_isPaused) return;
                    Show();
                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested) { }
        catch (Exception failure) when (!gone.IsCancellationRequested)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private void Show()
    {
        _shown = _latest;
        _graph = GrowingGraph.Next(_graph, _shown);
    }

    private void Beat()
    {
        if (_isPaused || _gone.IsCancellationRequested) return;
        var maySpeak = ++_beats % BeatsBetweenAnnouncements == 0;
        if (maySpeak && LiveAnnouncement.Between(_announced, _shown) is { } news) (_announced, _announcement) = (_shown, news);
        if (maySpeak && _shown.IsOver) _clock?.Dispose();
        StateHasChanged();
    }

    private void TogglePause()
    {
        _isPaused = !_isPaused;
        if (!_isPaused) Show();
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        if (_clock is not null) await _clock.DisposeAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _gone.Dispose();
    }
}
