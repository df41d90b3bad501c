using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
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
    private readonly DotNetObjectReference<DiscussionScript> _self;
    private IJSObjectReference? _module;
    private DiscussionView? _told;

    private DiscussionScript(Action<string?> choose) => (_choose, _self) = (choose, DotNetObjectReference.Create(this));

    public static async Task<DiscussionScript?> AttachAsync(
        IJSRuntime script, ElementReference element, Action<string?> choose, CancellationToken ct)
    {
        var attached = new DiscussionScript(choose);
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

    public async Task TellAsync(DiscussionView said, CancellationToken ct)
    {
        if (_told == said || _module is null) return;
        _told = said;
        try { await _module.InvokeVoidAsync("say", ct, WordTable.GetValue(said, Words)); }
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
