using Microsoft.AspNetCore.Components;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Collections;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Reading.Corpus;

/// <summary>One collection: a document for its readers; who may change it has plain forms on it, which need no script.</summary>
public sealed partial class CollectionPage
{
    private CollectionView? _view;
    private string? _refusal;
    private bool _isSent;
    private Dictionary<ItemKey, string> _typed = [];

    [Inject] private ReadCollection Read { get; set; } = null!;
    [Inject] private ChangeCollection Change { get; set; } = null!;
    [Inject] private ArrangeCollection Arrange { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public int Number { get; set; }
    /// <summary><c>note</c>, or <c>up</c>, <c>down</c> or <c>out</c> and what it is about: <c>up 1:n2</c>.</summary>
    [SupplyParameterFromForm(FormName = "item")] private string? Do { get; set; }
    [SupplyParameterFromForm(FormName = "change")] private string? Title { get; set; }
    [SupplyParameterFromForm(FormName = "change")] private string? About { get; set; }
    [SupplyParameterFromForm(FormName = "change")] private bool Private { get; set; }
    // These are as the page showed them.
    [SupplyParameterFromForm(FormName = "change")] private string? WasTitle { get; set; }
    [SupplyParameterFromForm(FormName = "change")] private string? WasAbout { get; set; }
    [SupplyParameterFromForm(FormName = "change")] private bool WasPrivate { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private Caller Caller => Caller.From(Request.User);
    private string Root => Navigation.BaseUri.TrimEnd('/');
    private string Address => Root + PortalUrls.Collection(Number);

    protected override async Task OnInitializedAsync()
    {
        _view = await Read.RunAsync(Number, Caller, Request.RequestAborted);
        if (_view is null) Navigation.NotFound();
    }

    /// <summary>Notes that stand typed anywhere are meant to stay, whatever was pressed.</summary>
    private async Task ItemAsync()
    {
        var ct = Request.RequestAborted;
        var (what, key) = Do?.Split(' ', 2) is [var word, var about] ? (word, ItemKey.Read(about)) : (Do, (ItemKey?)null);
        var notes = WrittenNote.In(Request.Request.Form).RemoveAll(n => what == "out" && n.Key == key);
        CollectionOutcome outcome = new CollectionOutcome.Kept(Number);
        if (!notes.IsEmpty || key is null) outcome = await Arrange.NoteAsync(Number, notes, Caller, ct);
        if (outcome is not CollectionOutcome.Kept) _typed = notes.ToDictionary(n => n.Key, n => n.Note);
        else if (key is { } thing) outcome = what == "out" ? await Arrange.TakeOutAsync(Number, thing, Caller, ct)
            : await Arrange.MoveAsync(Number, thing, what == "up", Caller, ct);
        Show(outcome, PortalUrls.Collection(Number));
        if (_refusal is not null) _view = await Read.RunAsync(Number, Caller, ct);
    }

    private async Task ChangeAsync()
    {
        _isSent = true;
        Show(await Change.RunAsync(Number, new(Title, About, Private), new(WasTitle, WasAbout, WasPrivate), Caller, Request.RequestAborted),
            PortalUrls.Collection(Number));
    }

    private async Task DeleteAsync() =>
        Show(await Change.DeleteAsync(Number, Caller, Request.RequestAborted), PortalUrls.Collections);

    private void Show(CollectionOutcome outcome, string next)
    {
        if (outcome is CollectionOutcome.Kept) Navigation.SeeOther(Request, next);
        else _refusal = CollectionText.For(outcome);
    }
}
