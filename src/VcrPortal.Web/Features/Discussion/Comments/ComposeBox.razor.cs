using Microsoft.AspNetCore.Components;

namespace VcrPortal.Web.Features.Discussion.Comments;

/// <summary>One text on its way to the server: a draft after each pause, and one key for one sending, however often it is sent.</summary>
public sealed partial class ComposeBox : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);

    private string _initial = "";
    private string _text = "";
    private string _kept = "";
    private string _request = NewKey();
    private int _edition;
    private bool _isPreviewed, _isSending, _isKept, _isSent;
    private string? _problem;
    private ITimer? _timer;

    /// <summary>What was typed, while the page is paused; null when nothing was.</summary>
    [PersistentState] public string? Typed { get; set; }

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Parameter, EditorRequired] public string Id { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string Verb { get; set; } = "Comment";
    [Parameter] public int Rows { get; set; } = 4;
    /// <summary>What is in the box at first.</summary>
    [Parameter] public string Text { get; set; } = "";
    [Parameter] public string Page { get; set; } = "";
    [Parameter] public IReadOnlySet<string>? People { get; set; }
    /// <summary>Saves text under a key; answers with a sentence when it was not saved.</summary>
    [Parameter, EditorRequired] public Func<string, string, Task<string?>> Send { get; set; } = null!;
    /// <summary>Keeps a draft; empty forgets it.</summary>
    [Parameter, EditorRequired] public Func<string, Task<bool>> Keep { get; set; } = null!;
    /// <summary>Where names are asked for after an @; null: nowhere.</summary>
    [Parameter] public string? Mentions { get; set; }
    [Parameter] public EventCallback OnCancel { get; set; }

    protected override void OnInitialized() => (_initial, _text, _kept) = (Typed ?? Text, Typed ?? Text, Text);

    /// <summary>Adds lines to what is in the box: a quotation.</summary>
    public void Append(string lines)
    {
        Fill(_text.Length == 0 ? lines : $"{_text.TrimEnd()}\n\n{lines}");
        StateHasChanged();
    }

    private void Type(ChangeEventArgs e)
    {
        Typed = _text = e.Value as string ?? "";
        _isKept = _isSent = false;
        if (_timer is null) _timer = Clock.CreateTimer(_ => _ = InvokeAsync(KeepAsync), null, Pause, Timeout.InfiniteTimeSpan);
        else _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    private async Task KeepAsync()
    {
        if (_isSending) return;
        var text = _text;
        var kept = await Keep(text);
        if (kept) _kept = text;
        if (text != _text) return;
        _isKept = kept && text.Length > 0;
        StateHasChanged();
    }

    private async Task SendAsync()
    {
        if (_isSending || (_isSent && _text.Length == 0)) return; // the second click of a double click
        _isSending = true;
        try
        {
            _problem = await Send(_text, _request);
            if (_problem is not null) return;
            _request = NewKey();
            _isSent = true;
            Fill("");
        }
        finally { _isSending = false; }
    }

    private async Task CancelAsync()
    {
        Fill("");
        await Keep("");
        await OnCancel.InvokeAsync();
    }

    private void Fill(string text)
    {
        _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        (Typed, _initial, _text, _kept, _isPreviewed, _isKept) = (text, text, text, text, false, false);
        _edition++; // another element: what was typed in the old one goes with it
    }

    private static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>Whoever turns to another claim, or leaves the page, within the pause keeps what they typed, too.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        if (_text != _kept && !_isSending) _ = Keep(_text);
    }
}
