using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Live;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>Follows one discussion and lets somebody take part in it.</summary>
public sealed partial class DiscussionLive
{
    private const string Everything = "*";

    private ImmutableDictionary<Subject, OwnVote> _mine = ImmutableDictionary<Subject, OwnVote>.Empty;
    private ImmutableDictionary<string, string> _drafts = ImmutableDictionary<string, string>.Empty;
    private bool _isWatched;
    private string? _problem, _news;
    private ComposeBox? _answerBox;
    private ElementReference _element;
    private DiscussionScript? _script;

    [Inject] private FollowDiscussion Follow { get; set; } = null!;
    [Inject] private ReadDiscussion Read { get; set; } = null!;
    [Inject] private AddComment Add { get; set; } = null!;
    [Inject] private DeleteComment Delete { get; set; } = null!;
    [Inject] private ResolveThread Resolve { get; set; } = null!;
    [Inject] private SaveDraft Drafts { get; set; } = null!;
    [Inject] private CastVote Votes { get; set; } = null!;
    [Inject] private WatchTrace Watches { get; set; } = null!;
    [Inject] private MarkRead Seen { get; set; } = null!;
    [Inject] private BrowserConnection Browser { get; set; } = null!;
    [Inject] private IJSRuntime Script { get; set; } = null!;

    [Parameter, EditorRequired] public int Trace { get; set; }
    [Parameter, EditorRequired] public int Revision { get; set; }
    [Parameter] public string Page { get; set; } = "";
    /// <summary>A subject as text: show only what is about it.</summary>
    [Parameter] public string? Chosen { get; set; }

    /// <summary>Which boxes are open, while the page is paused; null until somebody opened one.</summary>
    [PersistentState] public OpenBoxes? Opened { get; set; }

    private OpenBoxes Open => Opened ?? new(string.IsNullOrEmpty(Chosen) ? null : Chosen);
    private Subject? Filter => Open.About is { } about ? Subject.Parse(about) : null;
    private bool IsOfPassage => Passage is not null || Open.Chosen is not null;
    private Subject About => Filter ?? Subject.Trace;

    private IEnumerable<ThreadView> ThreadsOf(DiscussionView said) => Filter is { } filter ? said.About(filter) : said.Threads;

    protected override IAsyncEnumerable<DiscussionNow> FollowAsync(CancellationToken ct) =>
        Follow.RunAsync(Trace, Revision, Caller, Browser, ct);

    protected override async Task PrepareAsync(DiscussionNow first, CancellationToken ct)
    {
        _mine = await Read.OwnVotesAsync(Trace, Revision, Caller, ct);
        _drafts = await Read.DraftsAsync(Trace, Caller, ct);
        _isWatched = await Watches.IsWatchedAsync(Trace, Caller, ct);
    }

    protected override Task StartAsync(CancellationToken ct) => Seen.OfTraceAsync(Trace, Caller, ct);

    protected override bool Take(DiscussionNow view)
    {
        var more = view.Said.Comments - Latest!.Said.Comments;
        if (more > 0) _news = more == 1 ? "1 new comment." : $"{more} new comments.";
        return true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Latest is null) return;
        if (firstRender) _script = await DiscussionScript.AttachAsync(Script, _element, Choose, QuoteAsync, Stand, Gone);
        if (_script is not null) await _script.UpdateAsync(Latest, Caller.Key, Gone);
        if (_followed is not null) await LeadAsync();
    }

    private void Choose(string? text)
    {
        Opened = Open with { About = text is null or Everything ? null : text, Chosen = null };
        StateHasChanged();
    }

    protected override ValueTask LeaveAsync() => _script?.DisposeAsync() ?? ValueTask.CompletedTask;
}
