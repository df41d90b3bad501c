using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>Follows one discussion and lets somebody take part in it.</summary>
public sealed partial class DiscussionLive : IAsyncDisposable
{
    private const string Everything = "*";

    private readonly CancellationTokenSource _gone = new();
    private IAsyncEnumerator<DiscussionNow>? _views;
    private Task _watching = Task.CompletedTask;
    private DiscussionView? _said;
    private int _present;
    private Subject? _about;
    private ImmutableDictionary<Subject, OwnVote> _mine = ImmutableDictionary<Subject, OwnVote>.Empty;
    private ImmutableDictionary<string, string> _drafts = ImmutableDictionary<string, string>.Empty;
    private bool _isWatched;
    private int? _answering, _editing;
    private string _quote = "";
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
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private IJSRuntime Script { get; set; } = null!;

    [Parameter, EditorRequired] public int Trace { get; set; }
    [Parameter, EditorRequired] public int Revision { get; set; }
    [Parameter] public string Page { get; set; } = "";
    /// <summary>A subject as text: show only what is about it.</summary>
    [Parameter] public string? Chosen { get; set; }
    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = null!;

    private Caller Caller { get; set; } = Caller.Visitor("");
    private Subject About => _about ?? Subject.Trace;
    private IEnumerable<ThreadView> Shown => _about is null ? _said!.Threads : _said!.About(_about);

    /// <summary>Nothing is drawn before the first view is there: an empty island would blank what the server had drawn for it.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        Caller = Caller.From((await Identity).User);
        if (_views is null) await BeginAsync(_gone.Token);
        await base.SetParametersAsync(ParameterView.Empty);
    }

    private async Task BeginAsync(CancellationToken gone)
    {
        _about = string.IsNullOrEmpty(Chosen) ? null : Subject.Parse(Chosen);
        _views = Follow.RunAsync(Trace, Revision, Caller, gone).GetAsyncEnumerator(gone);
        try
        {
            if (!await _views.MoveNextAsync()) return;
            (_said, _present) = (_views.Current.Said, _views.Current.Present);
            _mine = await Read.OwnVotesAsync(Trace, Revision, Caller, gone);
            _drafts = await Read.DraftsAsync(Trace, Caller, gone);
            _isWatched = await Watches.IsWatchedAsync(Trace, Caller, gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested) { return; }
        if (RendererInfo.IsInteractive) _watching = WatchAsync(_views, gone);
        else await _views.DisposeAsync();
    }

    private async Task WatchAsync(IAsyncEnumerator<DiscussionNow> views, CancellationToken gone)
    {
        try
        {
            await Seen.OfTraceAsync(Trace, Caller, gone);
            await using (views)
                while (await views.MoveNextAsync())
                    await InvokeAsync(() => Take(views.Current));
            // It became private, and this person was not invited: what is on the screen goes too.
            await InvokeAsync(() => Navigation.NavigateTo(Navigation.Uri, forceLoad: true));
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested) { }
        catch (Exception failure) when (!gone.IsCancellationRequested)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private void Take(DiscussionNow now)
    {
        var more = now.Said.Comments - _said!.Comments;
        if (more > 0) _news = more == 1 ? "1 new comment." : $"{more} new comments.";
        (_said, _present) = (now.Said, now.Present);
        StateHasChanged();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_said is null) return;
        if (firstRender) _script = await DiscussionScript.AttachAsync(Script, _element, Choose, _gone.Token);
        if (_script is not null) await _script.TellAsync(_said, _gone.Token);
    }

    private void Choose(string? text)
    {
        _about = text is null or Everything ? null : Subject.Parse(text);
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_script is not null) await _script.DisposeAsync();
        _gone.Dispose();
    }
}
