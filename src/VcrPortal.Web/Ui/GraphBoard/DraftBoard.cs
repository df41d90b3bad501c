using System.Collections.Immutable;
using Blazor.Diagrams;
using Blazor.Diagrams.Core.Behaviors;
using Blazor.Diagrams.Core.Extensions;
using Blazor.Diagrams.Core.Models;
using Blazor.Diagrams.Core.Models.Base;
using Blazor.Diagrams.Core.PathGenerators;
using Blazor.Diagrams.Options;
using VcrPortal.Reasoning.Editing;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Web.Ui.GraphBoard;

/// <summary>Shows a draft on a diagram of the library, changing only what differs, and tells what hands do to it as edits. The draft is
/// the truth: whatever the library did by itself is undone by the next <see cref="Show"/>.</summary>
internal sealed class DraftBoard
{
    /// <summary>How far the view goes out and in.</summary>
    private const double Least = 0.1, Most = 2;

    /// <summary>Around the whole graph when it is fitted, in pixels.</summary>
    private const double Margin = 24;

    private readonly bool _mayEdit;
    private bool _isShowing;

    /// <param name="mayEdit">Else cards can be moved, and nothing else: no port is drawn to draw a link from, and nothing is
    /// deleted.</param>
    public DraftBoard(bool mayEdit = true)
    {
        _mayEdit = mayEdit;
        var options = new BlazorDiagramOptions { AllowMultiSelection = true, AllowPanning = true };
        (options.Zoom.Minimum, options.Zoom.Maximum) = (Least, Most);
        options.Links.DefaultRouter = new PassingRouter();
        options.Links.DefaultPathGenerator = new StraightPathGenerator(PassingRouter.Corner);
        (options.Links.DefaultColor, options.Links.DefaultSelectedColor) = ("var(--ink3)", "var(--accent)");
        (options.Links.EnableSnapping, options.Links.RequireTarget, options.Groups.Enabled) = (true, true, false);
        if (!mayEdit)
        {
            options.Constraints.ShouldDeleteNode = _ => ValueTask.FromResult(false);
            options.Constraints.ShouldDeleteLink = _ => ValueTask.FromResult(false);
        }
        Diagram = new BlazorDiagram(options);
        Diagram.RegisterComponent<ClaimNodeModel, ClaimNode>();
        Diagram.SelectionChanged += _ => Raise(() => Selected?.Invoke());
        Diagram.Links.Added += link => link.TargetAttached += Attached;
    }

    public BlazorDiagram Diagram { get; }

    public Action<DraftEdit>? Edited { get; set; }
    public Action? Selected { get; set; }

    public IEnumerable<NodeId> SelectedClaims => Diagram.GetSelectedModels().OfType<ClaimNodeModel>().Select(node => node.ClaimId);
    public IEnumerable<CausalEdge> SelectedLinks => Diagram.GetSelectedModels().OfType<ClaimLinkModel>().Select(link => link.Edge);

    public void OnKey(string key, bool withControl, Action act)
    {
        var keys = Diagram.GetBehavior<KeyboardShortcutsBehavior>()!;
        keys.RemoveShortcut(key, withControl, false, false);
        keys.SetShortcut(key, withControl, false, false, _ =>
        {
            act();
            return ValueTask.CompletedTask;
        });
    }

    /// <summary>All of the graph in view, whatever is selected (the library's own would fit the selection), and never enlarged.</summary>
    public void Fit()
    {
        if (Diagram is not { Container: { } seen, Nodes.Count: > 0 } board) return;
        var bounds = board.Nodes.GetBounds();
        var zoom = Math.Clamp(
            Math.Min(seen.Width / (bounds.Width + 2 * Margin), seen.Height / (bounds.Height + 2 * Margin)), Least, 1);
        board.SetZoom(zoom);
        board.SetPan((seen.Width - bounds.Width * zoom) / 2 - bounds.Left * zoom, (Margin - bounds.Top) * zoom);
    }

    public void Zoom(double by) => Diagram.SetZoom(Math.Clamp(Diagram.Zoom * by, Least, Most));

    public void Select(NodeId? claim)
    {
        _isShowing = true;
        Diagram.UnselectAll();
        if (Diagram.Nodes.OfType<ClaimNodeModel>().FirstOrDefault(node => node.ClaimId == claim) is { } found)
            Diagram.SelectModel(found, true);
        _isShowing = false;
    }

    public void Show(GraphDraft draft, Func<ActionNode, DrawnClaim> draw)
    {
        _isShowing = true;
        Diagram.Batch(() =>
        {
            var links = draft.Graph.Edges.Where(edge => draft.Places.ContainsKey(edge.Source) && draft.Places.ContainsKey(edge.Target))
                .ToHashSet();
            Diagram.Links.Remove([.. Diagram.Links.Where(link => link is not ClaimLinkModel known || !links.Contains(known.Edge))]);
            Diagram.Nodes.Remove([.. Diagram.Nodes.Where(node => !draft.Places.ContainsKey(new NodeId(node.Id)))]);
            var isMoved = ShowClaims(draft, draw);
            ShowLinks(links);
            if (isMoved) foreach (var link in Diagram.Links) link.Refresh();
        });
        _isShowing = false;
    }

    private bool ShowClaims(GraphDraft draft, Func<ActionNode, DrawnClaim> draw)
    {
        var isAnything = false;
        var drawn = Diagram.Nodes.OfType<ClaimNodeModel>().ToDictionary(node => node.ClaimId);
        foreach (var action in draft.Graph.Actions)
        {
            var (claim, place) = (draw(action), draft.Places[action.Id!.Value]);
            if (drawn.TryGetValue(action.Id.Value, out var node)) isAnything |= node.Show(claim, place);
            else
            {
                var added = Diagram.Nodes.Add(new ClaimNodeModel(claim, place, _mayEdit));
                added.Moved += Moved;
                isAnything = true;
            }
        }
        return isAnything;
    }

    private void ShowLinks(HashSet<CausalEdge> links)
    {
        var nodes = Diagram.Nodes.OfType<ClaimNodeModel>().ToDictionary(node => node.ClaimId);
        links.ExceptWith(Diagram.Links.OfType<ClaimLinkModel>().Select(link => link.Edge));
        foreach (var edge in links)
            if (edge.Source != edge.Target) Diagram.Links.Add(new ClaimLinkModel(edge, nodes[edge.Source], nodes[edge.Target]));
    }

    // All that were dragged together are one edit, told when the first of them is let go.
    private void Moved(MovableModel _) => Raise(() => Edited?.Invoke(new DraftEdit.Move(
        Diagram.Nodes.OfType<ClaimNodeModel>().ToImmutableDictionary(node => node.ClaimId, node => node.Place))));

    private void Attached(BaseLinkModel link) => Raise(() =>
    {
        if (link.Source.Model is not PortModel { Parent: ClaimNodeModel from } start) return;
        if (link.Target.Model is not PortModel { Parent: ClaimNodeModel to } end) return;
        // Drawn backwards, from what is caused to its cause.
        var isBackwards = start.Alignment == PortAlignment.Top && end.Alignment == PortAlignment.Bottom;
        Edited?.Invoke(new DraftEdit.Connect(isBackwards ? new(to.ClaimId, from.ClaimId) : new(from.ClaimId, to.ClaimId)));
    });

    private void Raise(Action told)
    {
        if (!_isShowing) told();
    }
}
