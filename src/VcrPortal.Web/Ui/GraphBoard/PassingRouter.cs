using Blazor.Diagrams.Core;
using Blazor.Diagrams.Core.Geometry;
using Blazor.Diagrams.Core.Models;
using Blazor.Diagrams.Core.Models.Base;
using Blazor.Diagrams.Core.Routers;

namespace VcrPortal.Web.Ui.GraphBoard;

/// <summary>Leads a link past the cards that stand in its way, through the nearest free column.</summary>
internal sealed class PassingRouter : Router
{
    // How far a link runs straight out of its port, and how far it stays away from a card, in pixels.
    private const double Straight = 15, Clear = 8;

    /// <summary>The radius of a link's corners, in pixels.</summary>
    public const double Corner = 8;

    public override Point[] GetRoute(Diagram diagram, BaseLinkModel link)
    {
        if (link is not ClaimLinkModel { Source.Model: PortModel from, Target.Model: PortModel to }) return [];
        var (start, end) = (from.MiddlePosition, to.MiddlePosition);
        var (top, bottom) = (start.Y + Straight, end.Y - Straight);
        var cards = diagram.Nodes.OfType<ClaimNodeModel>().Where(node => node != from.Parent && node != to.Parent).ToList();
        if (bottom > top && IsFree(start.X, end.X, top, bottom, cards)) return Step(start, end);
        var (high, low) = (Math.Min(top, bottom), Math.Max(top, bottom));
        var all = bottom > top ? cards : [.. cards, (ClaimNodeModel)from.Parent, (ClaimNodeModel)to.Parent];
        var x = all.SelectMany(card => new[] { card.Position.X - Clear, card.Position.X + card.Size!.Width + Clear })
            .Append(start.X).Append(end.X).Where(column => IsFree(column, column, high, low, all))
            .OrderBy(column => Math.Abs(column - start.X) + Math.Abs(column - end.X)).FirstOrDefault(start.X);
        return [new(start.X, top), new(x, top), new(x, bottom), new(end.X, bottom)];
    }

    // Across in the middle between two rows, or straight where a step would be smaller than its two corners.
    private static Point[] Step(Point start, Point end)
    {
        var middle = (start.Y + end.Y) / 2;
        return Math.Abs(start.X - end.X) < 2 * Corner ? [] : [new(start.X, middle), new(end.X, middle)];
    }

    private static bool IsFree(double x1, double x2, double top, double bottom, List<ClaimNodeModel> cards)
    {
        foreach (var card in cards)
            if (card.Position.X - 1 < Math.Max(x1, x2) && card.Position.X + card.Size!.Width + 1 > Math.Min(x1, x2)
                && card.Position.Y < bottom && card.Position.Y + card.Size.Height > top) return false;
        return true;
    }
}
