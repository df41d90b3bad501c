using Microsoft.AspNetCore.Components;

namespace VcrPortal.Web.Features.Jobs.Watch;

/// <summary>
/// Follows one job. Renders when there is a new view of it and once a second for the clocks; speaks at most once in two seconds.
/// </summary>
public sealed partial class JobLive
{
    private static readonly TimeSpan ClockBeat = TimeSpan.FromSeconds(1);
    private const int BeatsBetweenAnnouncements = 2;

    private ITimer? _clock;
    private JobView _shown = JobView.Empty;
    private JobProgress _announced = JobProgress.Empty;
    private string? _announcement;
    private bool _isPaused;
    private int _beats;

    [Inject] private FollowJob Follow { get; set; } = null!;

    [Parameter, EditorRequired] public int JobNumber { get; set; }
    [Parameter] public string Page { get; set; } = "";
    /// <summary>The id of the form that the stop button sends; it stands outside of the island, so it works without a circuit. Null where
    /// the caller may not stop the job: then there is no button.</summary>
    [Parameter] public string? StopForm { get; set; }

    protected override bool IsOver => Latest?.Progress.IsOver == true;

    protected override IAsyncEnumerable<JobView> FollowAsync(CancellationToken ct) => Follow.RunAsync(JobNumber, Caller, ct);

    protected override Task PrepareAsync(JobView first, CancellationToken ct)
    {
        (_shown, _announced) = (first, first.Progress);
        return Task.CompletedTask;
    }

    protected override Task StartAsync(CancellationToken ct)
    {
        _clock = Clock.CreateTimer(_ => _ = InvokeAsync(Tick), null, ClockBeat, ClockBeat);
        return Task.CompletedTask;
    }

    protected override bool Take(JobView view)
    {
        if (!_isPaused) _shown = view;
        return !_isPaused;
    }

    private void Tick()
    {
        if (_isPaused || Gone.IsCancellationRequested) return;
        var maySpeak = ++_beats % BeatsBetweenAnnouncements == 0;
        if (maySpeak && LiveAnnouncement.Between(_announced, _shown.Progress) is { } news) (_announced, _announcement) =
            (_shown.Progress, news);
        if (maySpeak && _shown.Progress.IsOver) _clock?.Dispose();
        StateHasChanged();
    }

    private void TogglePause()
    {
        _isPaused = !_isPaused;
        if (!_isPaused && Latest is { } latest) _shown = latest;
    }

    protected override ValueTask LeaveAsync() => _clock?.DisposeAsync() ?? ValueTask.CompletedTask;
}
