using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Jobs.Listing;

namespace VcrPortal.Web.Features.Jobs.Watch;

/// <summary>
/// Plays the log of a finished job. Every claim stands from the start where it stands in the end, so nothing moves; the end of a replay is
/// the job's stored state.
/// </summary>
public sealed partial class JobReplay : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private ReplayTrack? _track;
    private GrowingGraph? _whole;
    private GrowingGraph? _graph;
    private JobProgress _shown = JobProgress.Empty;
    private ITimer? _timer;
    private TimeSpan _time;
    private long _since;
    private int _moment;
    private int _speed = 1;
    private bool _isPlaying;
    private bool _hasOpened;

    [Inject] private ReadJob Jobs { get; set; } = null!;
    [Inject] private TimeProvider Clock { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = null!;

    [Parameter, EditorRequired] public int JobNumber { get; set; }
    [Parameter] public string Page { get; set; } = "";
    /// <summary>Events that have come; null for all.</summary>
    [Parameter] public int? At { get; set; }
    [Parameter] public int Speed { get; set; } = 1;
    /// <summary>It plays as soon as it can.</summary>
    [Parameter] public bool Plays { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var events = await Jobs.ReadLogAsync(JobNumber, Caller.From((await Identity).User), CancellationToken.None);
        if (events.Count == 0) return;
        var track = new ReplayTrack(events);
        _whole = GrowingGraph.Next(null, track.StateAt(track.Length));
        _speed = ReplayTrack.Speeds.Contains(Speed) ? Speed : 1;
        _track = track;
        Show(Math.Clamp(At ?? track.Length, 0, track.Length));
        _time = track.TimeOf(_moment);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (_hasOpened || _track is not { } track) return;
        _hasOpened = true;
        if (!Plays) return;
        Toggle();
        StateHasChanged();
    }

    private void Show(int moment)
    {
        var before = _graph;
        (_moment, _shown) = (moment, _track!.StateAt(moment));
        _graph = _whole is null || moment == _track.Length ? _whole : GrowingGraph.Next(_whole, _shown);
        if (_graph is not null && before is not null && !ReferenceEquals(_graph, _whole))
            _graph = _graph with { Fresh = NewIn(_graph, before) };
    }

    private static HashSet<NodeId> NewIn(GrowingGraph graph, GrowingGraph before) =>
        [.. graph.Sheet.Rows.Select(r => r.Id).Where(id => before.Sheet.Find(id) is null)];

    private void Move(ChangeEventArgs e)
    {
        if (_track is null
            || !int.TryParse(e.Value?.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var moment)) return;
        Pause();
        Show(Math.Clamp(moment, 0, _track.Length));
        _time = _track.TimeOf(_moment);
    }

    private void Change(ChangeEventArgs e)
    {
        if (int.TryParse(e.Value?.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var speed)
            && ReplayTrack.Speeds.Contains(speed)) _speed = speed;
    }

    private void Toggle()
    {
        if (_track is null) return;
        if (_isPlaying)
        {
            Pause();
            return;
        }
        if (_moment >= _track.Length)
        {
            Show(0);
            _time = TimeSpan.Zero;
        }
        (_isPlaying, _since) = (true, Clock.GetTimestamp());
        _timer ??= Clock.CreateTimer(_ => _ = InvokeAsync(Tick), null, Beat, Beat);
    }

    private void Pause()
    {
        _isPlaying = false;
        _timer?.Dispose();
        _timer = null;
    }

    /// <summary>Goes as far as the time has come; what it went through is shown as one step.</summary>
    private void Tick()
    {
        if (!_isPlaying || _track is null) return;
        _time += Clock.GetElapsedTime(_since) * _speed;
        _since = Clock.GetTimestamp();
        var moment = _track.MomentAt(_time);
        if (moment == _moment) return;
        Show(moment);
        if (moment >= _track.Length) Pause();
        StateHasChanged();
    }

    private string Told(ReplayTrack track) => string.Create(CultureInfo.InvariantCulture,
        $"Event {_moment} of {track.Length}, replay {Length(track.TimeOf(_moment))} of {Length(track.Duration)}");

    private static string Length(TimeSpan time) => time == TimeSpan.Zero ? "0 s" : Ui.Components.TimeText.Length(time);

    public void Dispose() => _timer?.Dispose();
}
