using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Jobs.Watch;

/// <summary>
/// Follows one job. Renders when there is a new view of it and once a second for the clocks; speaks at most once in two seconds.
/// </summary>
public sealed partial class JobLive : IAsyncDisposable
{
    private static readonly TimeSpan ClockBeat = TimeSpan.FromSeconds(1);
    private const int BeatsBetweenAnnouncements = 2;

    private readonly CancellationTokenSource _gone = new();
    private IAsyncEnumerator<JobView>? _views;
    private Task _watching = Task.CompletedTask;
    private ITimer? _clock;
    private JobView _latest = JobView.Empty;
    private JobView _shown = JobView.Empty;
    private JobProgress _announced = JobProgress.Empty;
    private string? _announcement;
    private bool _isPaused;
    private int _beats;

    [Inject] private FollowJob Follow { get; set; } = null!;
    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = null!;
    [Parameter, EditorRequired] public int JobNumber { get; set; }
    [Parameter] public string Page { get; set; } = "";
    /// <summary>The id of the form that the stop button sends; it stands outside of the island, so it works without a circuit.</summary>
    [Parameter] public string StopForm { get; set; } = "stop";

    /// <summary>Nothing is drawn before the first view is there: an empty island would blank what the server had drawn for it.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (_views is null) await BeginAsync(_gone.Token);
        await base.SetParametersAsync(ParameterView.Empty);
    }

    private async Task BeginAsync(CancellationToken gone)
    {
        _views = Follow.RunAsync(JobNumber, Caller.From((await Identity).User), gone).GetAsyncEnumerator(gone);
        try
        {
            if (await _views.MoveNextAsync()) _latest = _shown = _views.Current;
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested) { return; }
        _announced = _shown.Progress;
        if (!RendererInfo.IsInteractive)
        {
            await _views.DisposeAsync();
            return;
        }
        _watching = WatchAsync(_views, gone);
        _clock = Clock.CreateTimer(_ => _ = InvokeAsync(Beat), null, ClockBeat, ClockBeat);
    }

    private async Task WatchAsync(IAsyncEnumerator<JobView> views, CancellationToken gone)
    {
        try
        {
            await using (views)
                while (await views.MoveNextAsync())
                    await InvokeAsync(() => Take(views.Current));
            // It became private, and this viewer was not invited: what is on the screen goes too.
            if (!_latest.Progress.IsOver) await InvokeAsync(() => Navigation.NavigateTo(Navigation.Uri, forceLoad: true));
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested) { }
        catch (Exception failure) when (!gone.IsCancellationRequested)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private void Take(JobView view)
    {
        _latest = view;
        if (_isPaused) return;
        _shown = view;
        StateHasChanged();
    }

    private void Beat()
    {
        if (_isPaused || _gone.IsCancellationRequested) return;
        var maySpeak = ++_beats % BeatsBetweenAnnouncements == 0;
        if (maySpeak && LiveAnnouncement.Between(_announced, _shown.Progress) is { } news) (_announced, _announcement) =
            (_shown.Progress, news);
        if (maySpeak && _shown.Progress.IsOver) _clock?.Dispose();
        StateHasChanged();
    }

    private void TogglePause()
    {
        _isPaused = !_isPaused;
        if (!_isPaused) _shown = _latest;
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        if (_clock is not null) await _clock.DisposeAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _gone.Dispose();
    }
}
