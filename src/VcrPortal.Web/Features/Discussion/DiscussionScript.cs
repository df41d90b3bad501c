using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>Joins the island to the rest of its page: links on the claims' cards choose a subject in it, and the cards say how much was
/// said.</summary>
internal sealed class DiscussionScript : IAsyncDisposable
{
    // Counted once for all who see the same.
    private static readonly ConditionalWeakTable<DiscussionView, Dictionary<string, string>> WordTable = [];

    private readonly Action<string?> _choose;
    private readonly Func<ChosenPassage, PassageOpinion?, Task> _quote;
    private readonly DotNetObjectReference<DiscussionScript> _self;
    private IJSObjectReference? _module;
    private DiscussionView? _told;

    private DiscussionScript(Action<string?> choose, Func<ChosenPassage, PassageOpinion?, Task> quote) =>
        (_choose, _quote, _self) = (choose, quote, DotNetObjectReference.Create(this));

    public static async Task<DiscussionScript?> AttachAsync(
        IJSRuntime script, ElementReference element, Action<string?> choose, Func<ChosenPassage, PassageOpinion?, Task> quote,
        CancellationToken ct)
    {
        var attached = new DiscussionScript(choose, quote);
        try
        {
            attached._module = await script.InvokeAsync<IJSObjectReference>("import", ct, "/js/discussion.js");
            await attached._module.InvokeVoidAsync("attach", ct, element, attached._self);
            return attached;
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException or JSException)
        {
            attached._self.Dispose(); // the page is gone, or has no script: the links still lead where they lead
            return null;
        }
    }

    [JSInvokable]
    public void Choose(string subject) => _choose(subject);

    /// <param name="start">Code points before the first and after the last one, as <see cref="TextSpan"/> says.</param>
    /// <param name="opinion">Its name; null to write about the passage.</param>
    [JSInvokable]
    public Task Quote(int start, int end, string? exact, string? opinion) =>
        _quote(new ChosenPassage(new TextSpan(start, end), exact ?? ""),
            Enum.TryParse<PassageOpinion>(opinion, ignoreCase: true, out var given) && Enum.IsDefined(given) ? given : null);

    public async Task TellAsync(DiscussionView said, CancellationToken ct)
    {
        if (_told == said || _module is null) return;
        _told = said;
        try { await _module.InvokeVoidAsync("say", ct, WordTable.GetValue(said, Words), PassageSign.StampOf(said.Signs)); }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException) { /* the page is gone */ }
    }

    private static Dictionary<string, string> Words(DiscussionView said) =>
        said.Subjects.Where(s => s.Subject is Subject.Node).ToDictionary(s => s.Subject.Text, s => VoteText.OfTalk(said, s.Subject));

    public async ValueTask DisposeAsync()
    {
        _self.Dispose();
        if (_module is null) return;
        try { await _module.DisposeAsync(); }
        catch (JSDisconnectedException) { /* the page is gone */ }
    }
}
