using Microsoft.AspNetCore.Components;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Editing;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Ui.GraphBoard;

/// <summary>A trace's graph on a board that is this person's alone and only as long as the page is open.</summary>
public sealed partial class TraceBoard : IDisposable
{
    /// <summary>More is drawn on its trace only: each card is a component that the server keeps.</summary>
    public const int MostClaims = 150;

    private readonly DraftBoard _board = new(mayEdit: false);
    private GraphDraft _draft = null!;
    private NodeId? _selected;
    private bool _isFitted;

    [Inject] private VocabularyInUse Vocabulary { get; set; } = null!;

    /// <summary>The explanation in the text form.</summary>
    [Parameter, EditorRequired] public string Text { get; set; } = "";
    /// <summary>What the checks say of each claim, by its id, in the words of its card.</summary>
    [Parameter] public Dictionary<string, string> Marks { get; set; } = [];
    /// <summary>The page of the trace.</summary>
    [Parameter] public string Page { get; set; } = "";

    private ActionNode? Claim => _selected is { } id ? _draft.Graph.Find(id) : _draft.Graph.Context;

    protected override void OnInitialized()
    {
        _draft = GraphDraft.From(ExplanationReader.Read(Text, Vocabulary.Now).Graph);
        _selected = _draft.Graph.Actions.FirstOrDefault()?.Id;
        _board.Edited = edit => _ = InvokeAsync(() => Move(edit));
        _board.Selected = () => _ = InvokeAsync(() =>
        {
            if (_board.SelectedClaims.Cast<NodeId?>().LastOrDefault() is { } id) _selected = id;
            StateHasChanged();
        });
        _board.Diagram.ContainerChanged += () => _ = InvokeAsync(FitOnce);
        Show();
    }

    private void Show() => _board.Show(_draft, Drawn);

    // The board knows its size only when the browser has told it; from then on the view is the person's.
    private void FitOnce()
    {
        if (_isFitted || _board.Diagram.Container is null) return;
        _isFitted = true;
        _board.Fit();
        StateHasChanged();
    }

    /// <summary>Whatever else the library did is drawn as it was.</summary>
    private void Move(DraftEdit edit)
    {
        if (edit is DraftEdit.Move or DraftEdit.Tidy && _draft.Apply(edit) is EditOutcome.Applied(var moved)) _draft = moved;
        Show();
        StateHasChanged();
    }

    private void Tidy()
    {
        Move(new DraftEdit.Tidy());
        _board.Fit();
    }

    private void Choose(NodeId? claim)
    {
        _selected = claim;
        _board.Select(claim);
    }

    private DrawnClaim Drawn(ActionNode node)
    {
        var text = ClaimWording.For(node);
        return new(
            node, text.Verb, text.Main, PrimitiveCategories.CssClass(node), Marks.GetValueOrDefault(node.Id!.Value.Value), Problem: null);
    }

    private static IEnumerable<(NodeId, CausalRelation)> Ends(IEnumerable<CausalEdge> links, Func<CausalEdge, NodeId> end) =>
        links.Select(link => (end(link), link.Relation));

    public void Dispose() => _board.Diagram.UnselectAll();
}
