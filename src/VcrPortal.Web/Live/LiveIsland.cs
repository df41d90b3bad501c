using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Live;

/// <summary>
/// A part of a page that follows something and draws each new view of it. Drawn with its first view, on the server too; renders at most
/// once in <see cref="Beat"/>, of views that come faster the latest; goes on by itself when the database was away. Its markup says
/// <c>data-live</c> somewhere, so that the page gives its circuit back while nobody looks.
/// </summary>
/// <typeparam name="TView">What is drawn: immutable, and the same for all who see it.</typeparam>
public abstract class LiveIsland<TView> : ComponentBase, IAsyncDisposable where TView : class
{
    /// <summary>Ten pictures a second read as live; more would only cost.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    /// <summary>The time from a failure of the database to the next try.</summary>
    public static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _gone = new();
    private IAsyncEnumerator<TView>? _views;
    private Task _watching = Task.CompletedTask;

    [Inject] protected TimeProvider Clock { get; private set; } = null!;
    [Inject] protected NavigationManager Navigation { get; private set; } = null!;
    [Inject] private ILoggerFactory Logs { get; set; } = null!;
    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = null!;

    /// <summary>Who looks, by the last parameters.</summary>
    protected Caller Caller { get; private set; } = Caller.Visitor("");
    /// <summary>The page was left.</summary>
    protected CancellationToken Gone => _gone.Token;
    /// <summary>The newest view, drawn or not; null before the first, and for ever when there is nothing to see.</summary>
    protected TView? Latest { get; private set; }

    /// <summary>Nothing more will come, as it should be. Views that end before were taken from this person.</summary>
    protected virtual bool IsOver => false;

    /// <summary>The view now and each later one.</summary>
    protected abstract IAsyncEnumerable<TView> FollowAsync(CancellationToken ct);

    /// <summary>Reads what else the first picture needs.</summary>
    protected virtual Task PrepareAsync(TView first, CancellationToken ct) => Task.CompletedTask;

    /// <summary>The page is live from here on; not called while the server draws a page without a circuit.</summary>
    protected virtual Task StartAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Takes a later view; <see cref="Latest"/> is still the one before.</summary>
    /// <returns>False when nothing is to be drawn.</returns>
    protected virtual bool Take(TView view) => true;

    /// <summary>Nothing is drawn before the first view is there: an empty island would blank what the server had drawn for it.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        Caller = Caller.From((await Identity).User);
        if (_views is null) await BeginAsync(Gone);
        await base.SetParametersAsync(ParameterView.Empty);
    }

    private async Task BeginAsync(CancellationToken gone)
    {
        _views = FollowAsync(gone).GetAsyncEnumerator(gone);
        try
        {
            if (await _views.MoveNextAsync()) await PrepareAsync(Latest = _views.Current, gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested) { return; }
        if (RendererInfo.IsInteractive) _watching = WatchAsync(_views, gone);
        else await _views.DisposeAsync();
    }

    private async Task WatchAsync(IAsyncEnumerator<TView> views, CancellationToken gone)
    {
        try
        {
            await StartAsync(gone);
            while (!await TakeAllAsync(views, gone))
            {
                await Task.Delay(BetweenTries, Clock, gone);
                views = FollowAsync(gone).GetAsyncEnumerator(gone);
            }
            // It became private, and this person was not invited: what is on the screen goes too.
            if (!IsOver) await InvokeAsync(() => Navigation.NavigateTo(Navigation.Uri, forceLoad: true));
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested) { }
        catch (Exception failure) when (!gone.IsCancellationRequested)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    /// <returns>False when the database went away before the end.</returns>
    private async Task<bool> TakeAllAsync(IAsyncEnumerator<TView> views, CancellationToken gone)
    {
        try
        {
            await using (views)
            {
                while (await views.MoveNextAsync())
                {
                    await InvokeAsync(() => Show(views.Current));
                    await Task.Delay(Beat, Clock, gone);
                }
            }
            return true;
        }
        catch (Exception failure) when (DatabaseTrouble.Describe(failure) is { } reason)
        {
            Logs.CreateLogger(GetType()).LogError("A live page could not read; it tries again. {Reason}", reason);
            return false;
        }
    }

    private void Show(TView view)
    {
        var isDrawn = Take(view);
        Latest = view;
        if (isDrawn) StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await LeaveAsync();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what <see cref="StartAsync"/> took.</summary>
    protected virtual ValueTask LeaveAsync() => ValueTask.CompletedTask;
}
