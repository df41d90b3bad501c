using Blazor.Diagrams.Core.Geometry;
using Blazor.Diagrams.Core.Models;
using VcrPortal.Reasoning.Editing;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;

namespace VcrPortal.Web.Ui.GraphBoard;

/// <summary>A claim as the library sees it. Its size and its ports are given by us, so nothing is measured in the browser.</summary>
public sealed class ClaimNodeModel : NodeModel
{
    /// <summary>The sizes of a port that can be taken hold of, and of one that is only where links end; in pixels.</summary>
    private const double Large = 14, Small = 2;

    /// <param name="takesLinks">Its ports are drawn, so that links can be drawn from them.</param>
    public ClaimNodeModel(DrawnClaim claim, BoardPlace at, bool takesLinks = true) : base(claim.Node.Id!.Value.Value, new Point(at.X, at.Y))
    {
        (Claim, TakesLinks) = (claim, takesLinks);
        Size = new Size(LayoutMetrics.Compact.NodeWidth, LayoutMetrics.Compact.NodeHeight);
        ControlledSize = true;
        AddPort(PortAlignment.Top, Position.Y);
        AddPort(PortAlignment.Bottom, Position.Y + Size.Height);
    }

    public NodeId ClaimId => Claim.Node.Id!.Value;
    public DrawnClaim Claim { get; private set; }
    public bool TakesLinks { get; }
    public BoardPlace Place => new(Position.X, Position.Y);

    public PortModel In => GetPort(PortAlignment.Top)!;
    public PortModel Out => GetPort(PortAlignment.Bottom)!;

    /// <returns>Something is drawn anew.</returns>
    public bool Show(DrawnClaim claim, BoardPlace at)
    {
        var (isMoved, isChanged) = (Place != at, Claim != claim);
        Claim = claim;
        if (isMoved) SetPosition(at.X, at.Y);
        if (isChanged) Refresh();
        return isMoved || isChanged;
    }

    // A node of controlled size is never observed, so its ports would never be measured, and links between such have no path.
    private void AddPort(PortAlignment side, double y)
    {
        var size = TakesLinks ? Large : Small;
        AddPort(new PortModel(this, side, new Point(Position.X + Size!.Width / 2 - size / 2, y - size / 2), new Size(size, size))
        {
            Initialized = true,
        });
    }
}

/// <summary>A link of the draft; one that is being drawn by hand is none of these yet.</summary>
public sealed class ClaimLinkModel : LinkModel
{
    public ClaimLinkModel(CausalEdge edge, ClaimNodeModel from, ClaimNodeModel to) : base(from.Out, to.In)
    {
        Edge = edge;
        TargetMarker = LinkMarker.Arrow;
        if (edge.Relation == CausalRelation.Correlative) AddLabel("goes with", 0.5);
    }

    public CausalEdge Edge { get; }
}

/// <summary>What a card shows.</summary>
/// <param name="Problem">Null, or what is wrong with it.</param>
public sealed record DrawnClaim(ActionNode Node, string Verb, string Main, string CategoryClass, string? Change, string? Problem);
