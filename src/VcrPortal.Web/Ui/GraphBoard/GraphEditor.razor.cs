using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Editing;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Ui.GraphBoard;

/// <summary>
/// A graph that can be drawn: a board for the hand, and beside it a form for all that the hand can do. It holds no draft: it shows the one
/// that it is given and tells what is to be done to it.
/// </summary>
public sealed partial class GraphEditor : IDisposable
{
    private readonly DraftBoard _board = new();
    private NodeId? _selected;
    private bool _isFitted, _choosesAdded;

    [Parameter, EditorRequired] public DraftHistory History { get; set; } = null!;
    /// <summary>What it is compared with: changed claims are marked.</summary>
    [Parameter, EditorRequired] public ActionGraph Before { get; set; } = null!;
    /// <summary>Claims that no longer follow from what leads to them.</summary>
    [Parameter] public ImmutableHashSet<NodeId> Unfounded { get; set; } = [];
    /// <summary>Answers with a sentence when the edit was refused.</summary>
    [Parameter, EditorRequired] public Func<DraftEdit, string?> OnEdit { get; set; } = null!;
    [Parameter] public EventCallback OnUndo { get; set; }
    [Parameter] public EventCallback OnRedo { get; set; }
    /// <summary>Said once to everybody: what was done, or why not.</summary>
    [Parameter] public string Said { get; set; } = "";
    /// <summary>It was not done.</summary>
    [Parameter] public bool IsRefused { get; set; }

    private GraphDraft Draft => History.Draft;
    private ActionNode? Claim => _selected is { } id ? Draft.Graph.Find(id) : Draft.Graph.Context;

    protected override void OnInitialized()
    {
        _board.Edited = edit => _ = InvokeAsync(() => Do(edit));
        _board.Selected = () => _ = InvokeAsync(() =>
        {
            if (_board.SelectedClaims.Cast<NodeId?>().LastOrDefault() is { } id) _selected = id;
            StateHasChanged();
        });
        _board.Diagram.ContainerChanged += () => _ = InvokeAsync(FitOnce);
        _board.OnKey("Delete", false, () => _ = InvokeAsync(RemoveChosen));
        _selected = Draft.Graph.Actions.FirstOrDefault()?.Id;
    }

    protected override void OnParametersSet()
    {
        if (_selected is { } id && !Draft.Places.ContainsKey(id)) _selected = Draft.Graph.Actions.FirstOrDefault()?.Id;
        Show();
        if (_choosesAdded) Choose(Draft.Graph.Actions[^1].Id);
        _choosesAdded = false;
    }

    private void Show()
    {
        var wrong = Draft.Graph.Problems().Where(p => p.Severity == Severity.Error && p.Action is not null && p.EdgeTarget is null)
            .ToLookup(p => p.Action!.Value, p => p.Message);
        _board.Show(Draft, node => Drawn(node, wrong[node.Id!.Value].FirstOrDefault()));
    }

    // The board knows its size only when the browser has told it; from then on the view is the person's.
    private void FitOnce()
    {
        if (_isFitted || _board.Diagram.Container is null) return;
        _isFitted = true;
        _board.Fit();
        StateHasChanged();
    }

    private void Do(DraftEdit edit)
    {
        _choosesAdded = edit is DraftEdit.AddClaim;
        if (OnEdit(edit) is not null)
        {
            _choosesAdded = false;
            Show(); // takes back what the library drew
        }
        StateHasChanged();
    }

    /// <summary>Shows the fields of a claim, and marks it on the board.</summary>
    public void Choose(NodeId? claim)
    {
        _selected = claim;
        _board.Select(claim);
    }

    private void RemoveChosen()
    {
        ImmutableHashSet<NodeId> claims = [.. _board.SelectedClaims];
        ImmutableHashSet<CausalEdge> links = [.. _board.SelectedLinks];
        if (claims.IsEmpty && links.IsEmpty && _selected is { } id) claims = [id];
        if (claims.Count + links.Count > 0) Do(new DraftEdit.Remove(claims, links));
    }

    private DrawnClaim Drawn(ActionNode node, string? problem)
    {
        var text = ClaimWording.For(node);
        var was = Before.Find(node.Id!.Value);
        return new(node, text.Verb, text.Main.Length == 0 ? "…" : text.Main, PrimitiveCategories.CssClass(node),
            Unfounded.Contains(node.Id.Value) ? "no longer follows" : was is null ? "added" : was == node ? null : "changed", problem);
    }

    public void Dispose() => _board.Diagram.UnselectAll();
}
