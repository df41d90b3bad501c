using SkiaSharp;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Traces.Cite.Picture;

/// <summary>The graph as its page shows it at first, as large as a part of a picture allows. Words stand in the boxes only where they can
/// be read.</summary>
internal static class PictureOfGraph
{
    private const float LargestScale = 1.1f, SmallestLetter = 9, Band = 7;

    public static void Draw(SKCanvas canvas, ClaimSheet sheet, SKRect area)
    {
        var folded = FoldClaims.Run(sheet, FoldChoice.Read(null, sheet.Actions.Count())).Sheet;
        var layout = LayeredLayout.Arrange(folded.Graph);
        if (layout.Nodes.IsEmpty) return;
        var scale = Math.Min(LargestScale, Math.Min(area.Width / (float)layout.Width, area.Height / (float)layout.Height));
        canvas.Save();
        canvas.ClipRect(area);
        canvas.Translate(area.MidX - (float)layout.Width * scale / 2, area.MidY - (float)layout.Height * scale / 2);
        canvas.Scale(scale);
        foreach (var edge in DrawnEdge.AllOf(layout, folded, 0, 0)) Draw(canvas, edge, scale);
        foreach (var place in layout.Nodes)
            if (folded.Find(place.Id) is { } claim) Draw(canvas, claim, place, layout.Metrics, scale);
        canvas.Restore();
    }

    private static void Draw(SKCanvas canvas, DrawnEdge edge, float scale)
    {
        using var line = new SKPaint
        {
            Color = PictureColours.For("edge"),
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = Math.Max(1.6f, 1.6f / scale),
        };
        using var head = new SKPaint { Color = PictureColours.For("edge"), IsAntialias = true };
        using var way = SKPath.ParseSvgPathData(edge.Path);
        using var tip = SKPath.ParseSvgPathData(edge.Head);
        canvas.DrawPath(way, line);
        canvas.DrawPath(tip, head);
    }

    private static void Draw(SKCanvas canvas, ClaimRow claim, PlacedNode place, LayoutMetrics metrics, float scale)
    {
        var (ink, ground) = PictureColours.For(claim.Mark);
        var box = SKRect.Create((float)place.X, (float)place.Y, (float)metrics.NodeWidth, (float)metrics.NodeHeight);
        using var fill = new SKPaint { Color = ground, IsAntialias = true };
        using var border = new SKPaint { Color = ink, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 2 };
        using var band = new SKPaint { Color = PictureColours.For(claim.Node) };
        canvas.DrawRoundRect(box, 6, 6, fill);
        canvas.Save();
        using (var inside = new SKRoundRect(box, 6)) canvas.ClipRoundRect(inside, antialias: true);
        canvas.DrawRect(box.Left, box.Top, Band, box.Height, band);
        canvas.Restore();
        canvas.DrawRoundRect(box, 6, 6, border);
        Write(canvas, claim.Text.Verb, box, (0.27f, 0.22f, false), "ink2", scale);
        Write(canvas, claim.Text.Main, box, (0.59f, 0.29f, true), "ink", scale);
        Write(canvas, claim.MarkText, box, (0.87f, 0.2f, false), PictureColours.TokenOf(claim.Mark), scale);
    }

    /// <param name="type">Baseline and size of the letters, as shares of the box's height.</param>
    private static void Write(
        SKCanvas canvas, string text, SKRect box, (float At, float Size, bool IsBold) type, string colour, float scale)
    {
        var size = type.Size * box.Height;
        if (size * scale < SmallestLetter) return;
        using var font = PictureType.Font(size, type.IsBold);
        using var paint = new SKPaint { Color = PictureColours.For(colour), IsAntialias = true };
        canvas.DrawText(Fit(text, font, box.Width - 24), box.Left + 16, box.Top + type.At * box.Height, SKTextAlign.Left, font, paint);
    }

    // In "Binimetinib → MAP2K1" the target tells boxes apart, as on the page's cards.
    private static string Fit(string text, SKFont font, float width)
    {
        var arrow = text.IndexOf('→', StringComparison.Ordinal);
        return PictureType.Cut(arrow > 0 && font.MeasureText(text) > width ? text[arrow..] : text, font, width);
    }
}
