using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Discussion.People;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>Joins the island to the rest of its page: links on the claims' cards choose a subject in it, and the cards say how much was
/// said.</summary>
internal sealed class DiscussionScript : IAsyncDisposable
{
    // Counted and written once for all who see the same. As text: each circuit would keep 60 kB of its own about the shape of objects.
    private static readonly ConditionalWeakTable<DiscussionView, string> SaidTable = [];

    private readonly Action<string?> _choose;
    private readonly Func<ChosenPassage, PassageOpinion?, Task> _quote;
    private readonly DotNetObjectReference<DiscussionScript> _self;
    private readonly Action<string, bool, bool> _stand;
    private IJSObjectReference? _module;
    private (DiscussionView Said, ImmutableArray<PersonHere> Here)? _told;

    private DiscussionScript(
        Action<string?> choose, Func<ChosenPassage, PassageOpinion?, Task> quote, Action<string, bool, bool> stand) =>
        (_choose, _quote, _stand, _self) = (choose, quote, stand, DotNetObjectReference.Create(this));

    public static async Task<DiscussionScript?> AttachAsync(
        IJSRuntime script, ElementReference element, Action<string?> choose, Func<ChosenPassage, PassageOpinion?, Task> quote,
        Action<string, bool, bool> stand, CancellationToken ct)
    {
        var attached = new DiscussionScript(choose, quote, stand);
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

    /// <summary>Which claim is looked at now, whether others may know, and whether this person chose it or was led there.</summary>
    [JSInvokable]
    public void Stand(string about, bool isShown, bool isOwn) => _stand(about, isShown, isOwn);

    /// <summary>To a claim or a link, as if it had been chosen here.</summary>
    public Task GoAsync(string about, CancellationToken ct) => CallAsync("go", ct, about);

    /// <summary>For the next time on this machine.</summary>
    public Task KeepShownAsync(bool isShown, CancellationToken ct) => CallAsync("keepShown", ct, isShown);

    private async Task CallAsync(string name, CancellationToken ct, object argument)
    {
        if (_module is null) return;
        try { await _module.InvokeVoidAsync(name, ct, argument); }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException) { /* the page is gone */ }
    }

    /// <param name="me">The person whose page it is: their own letters stand on no card.</param>
    public async Task UpdateAsync(DiscussionNow now, string me, CancellationToken ct)
    {
        var said = now.Said;
        if (_told is var (before, here) && before == said && here == now.Here || _module is null) return;
        _told = (said, now.Here);
        var people = JsonSerializer.Serialize(
            now.Here.Where(p => p.AccountKey != me).Select(p => new { p.Initials, p.Name, p.About }), JsonSerializerOptions.Web);
        try { await _module.InvokeVoidAsync("say", ct, SaidTable.GetValue(said, Written), people); }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException) { /* the page is gone */ }
    }

    private static string Written(DiscussionView said) => JsonSerializer.Serialize(
        new { Words = Words(said), Stamp = PassageSign.StampOf(said.Signs), Talk = Talk(said) }, JsonSerializerOptions.Web);

    private static Dictionary<string, string> Words(DiscussionView said) =>
        said.Subjects.Where(s => s.Subject is Subject.Node).ToDictionary(s => s.Subject.Text, s => VoteText.OfTalk(said, s.Subject));

    /// <summary>For the cards of the graph, also those on which nothing is said any more.</summary>
    private static Dictionary<string, string> Talk(DiscussionView said) =>
        said.Subjects.Select(s => s.Subject).OfType<Subject.Node>().ToDictionary(s => s.Id.Value, s => VoteText.OnCard(said, s));

    public async ValueTask DisposeAsync()
    {
        _self.Dispose();
        if (_module is null) return;
        try { await _module.DisposeAsync(); }
        catch (JSDisconnectedException) { /* the page is gone */ }
    }
}
