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

    [Inject] private ReadCollection Read { get; set; } = null!;
    [Inject] private ChangeCollection Change { get; set; } = null!;
    [Inject] private ArrangeCollection Arrange { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public int Number { get; set; }
    [SupplyParameterFromForm(FormName = "item")] private string? Item { get; set; }
    [SupplyParameterFromForm(FormName = "item")] private string? Note { get; set; }
    /// <summary><c>note</c>, <c>up</c>, <c>down</c> or <c>out</c>.</summary>
    [SupplyParameterFromForm(FormName = "item")] private string? Do { get; set; }
    [SupplyParameterFromForm(FormName = "change")] private string? Title { get; set; }
    [SupplyParameterFromForm(FormName = "change")] private string? About { get; set; }
    [SupplyParameterFromForm(FormName = "change")] private bool Private { get; set; }
    // As the page showed them.
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

    private async Task ItemAsync()
    {
        if (ItemKey.Read(Item) is not { } key) return;
        var ct = Request.RequestAborted;
        Tell(Do switch
        {
            "up" or "down" => await MoveAsync(key, ct),
            "out" => await Arrange.TakeOutAsync(Number, key, Caller, ct),
            _ => await Arrange.NoteAsync(Number, key, Note, Caller, ct),
        }, PortalUrls.Collection(Number));
    }

    // A note that stands typed beside the button is meant to stay.
    private async Task<CollectionOutcome> MoveAsync(ItemKey key, CancellationToken ct)
    {
        var before = _view?.Items.FirstOrDefault(i => i.Key == key)?.Note;
        if (Note is not null && Note.Trim() != before
            && await Arrange.NoteAsync(Number, key, Note, Caller, ct) is var noted and not CollectionOutcome.Kept) return noted;
        return await Arrange.MoveAsync(Number, key, Do == "up", Caller, ct);
    }

    private async Task ChangeAsync()
    {
        _isSent = true;
        Tell(await Change.RunAsync(Number, new(Title, About, Private), new(WasTitle, WasAbout, WasPrivate), Caller, Request.RequestAborted),
            PortalUrls.Collection(Number));
    }

    private async Task DeleteAsync() =>
        Tell(await Change.DeleteAsync(Number, Caller, Request.RequestAborted), PortalUrls.Collections);

    private void Tell(CollectionOutcome outcome, string next)
    {
        if (outcome is CollectionOutcome.Kept) Navigation.SeeOther(Request, next);
        else _refusal = CollectionText.For(outcome);
    }
}
