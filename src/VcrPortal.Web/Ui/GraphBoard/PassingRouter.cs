using Blazor.Diagrams.Core;
using Blazor.Diagrams.Core.Geometry;
using Blazor.Diagrams.Core.Models;
using Blazor.Diagrams.Core.Models.Base;
using Blazor.Diagrams.Core.PathGenerators;
using Blazor.Diagrams.Core.Routers;

namespace VcrPortal.Web.Ui.GraphBoard;

/// <summary>Leads a link past the cards that stand in its way, through the nearest free column.</summary>
internal sealed class PassingRouter : Router
{
    // How far a link runs straight out of its port, and how far it stays away from a card, in pixels.
    private const double Straight = 15, Clear = 8;

    public override Point[] GetRoute(Diagram diagram, BaseLinkModel link)
    {
        if (link is not ClaimLinkModel { Source.Model: PortModel from, Target.Model: PortModel to }) return [];
        var (start, end) = (from.MiddlePosition, to.MiddlePosition);
        var (top, bottom) = (start.Y + Straight, end.Y - Straight);
        var cards = diagram.Nodes.OfType<ClaimNodeModel>().Where(node => node != from.Parent && node != to.Parent).ToList();
        if (bottom > top && IsFree(start.X, end.X, top, bottom, cards)) return [];
        var (high, low) = (Math.Min(top, bottom), Math.Max(top, bottom));
        var all = bottom > top ? cards : [.. cards, (ClaimNodeModel)from.Parent, (ClaimNodeModel)to.Parent];
        var x = all.SelectMany(card => new[] { card.Position.X - Clear, card.Position.X + card.Size!.Width + Clear })
            .Append(start.X).Append(end.X).Where(column => IsFree(column, column, high, low, all))
            .OrderBy(column => Math.Abs(column - start.X) + Math.Abs(column - end.X)).FirstOrDefault(start.X);
        return [new(start.X, top), new(x, top), new(x, bottom), new(end.X, bottom)];
    }

    private static bool IsFree(double x1, double x2, double top, double bottom, List<ClaimNodeModel> cards)
    {
        foreach (var card in cards)
            if (card.Position.X - 1 < Math.Max(x1, x2) && card.Position.X + card.Size!.Width + 1 > Math.Min(x1, x2)
                && card.Position.Y < bottom && card.Position.Y + card.Size.Height > top) return false;
        return true;
    }
}

/// <summary>Curves where the way is free, rounded corners where it leads past cards.</summary>
internal sealed class PassingPath : PathGenerator
{
    private readonly SmoothPathGenerator _curve = new();
    private readonly StraightPathGenerator _corners = new(radius: 8);

    public override PathGeneratorResult GetResult(Diagram diagram, BaseLinkModel link, Point[] route, Point source, Point target) =>
        (route.Length == 0 ? (PathGenerator)_curve : _corners).GetResult(diagram, link, route, source, target);
}
