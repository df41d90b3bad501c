using SkiaSharp;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;
using VcrPortal.Web.Ui.Claims;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Traces.Cite.Picture;

/// <summary>A trace as messengers show it beside its link: at the left what it says and how sure that is, at the right its graph.</summary>
internal static class GraphPicture
{
    /// <summary>Pixels, as Open Graph's readers expect them.</summary>
    public const int Width = 1200, Height = 630;

    private const float Left = 56, TextWidth = 520, Leading = 1.22f;
    private static readonly SKRect GraphArea = new(632, 32, Width - 40, Height - 32);

    /// <summary>PNG. Only where <see cref="PictureType.IsThere"/>.</summary>
    public static byte[] Draw(TraceView trace, PictureScale? scale = null)
    {
        var sheet = ClaimSheet.From(trace.Graph, trace.Verdicts, isFinal: true);
        var (width, height) = scale is null ? (Width, Height) : (scale.Width, scale.Height);
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Scale((float)width / Width, (float)height / Height);
            canvas.Clear(PictureColours.For("bg"));
            using (var ground = new SKPaint { Color = PictureColours.For("sunk") })
                canvas.DrawRect(GraphArea.Left - 24, 0, Width - GraphArea.Left + 24, Height, ground);
            WriteWords(canvas, trace, ConclusionText.From(trace, sheet));
            PictureOfGraph.Draw(canvas, sheet, GraphArea);
        }
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void WriteWords(SKCanvas canvas, TraceView trace, ConclusionText answer)
    {
        var y = Write(canvas, $"VcrPortal   {PortalUrls.Accession(trace.Number)}, revision {trace.Revision}", 76, (22, true), "accent", 1);
        y = Write(canvas, answer.Lead + ".", y + 46, (44, true), "ink", 5);
        var more = string.Join(". ", new[] { answer.Through, answer.Open }.Where(t => t.Length > 0)).TrimEnd('.');
        if (more.Length > 0) Write(canvas, char.ToUpperInvariant(more[0]) + more[1..] + ".", y + 22, (24, false), "ink2", 4);
        Write(canvas, CountText.Sure(trace.Counts), Height - 82, (22, true), "ink", 2);
    }

    /// <param name="y">Baseline of the first line.</param>
    /// <returns>Baseline of the line that would follow.</returns>
    private static float Write(SKCanvas canvas, string text, float y, (float Size, bool IsBold) type, string colour, int most)
    {
        using var font = PictureType.Font(type.Size, type.IsBold);
        using var paint = new SKPaint { Color = PictureColours.For(colour), IsAntialias = true };
        foreach (var line in PictureType.Lines(text, font, TextWidth, most))
        {
            canvas.DrawText(line, Left, y, SKTextAlign.Left, font, paint);
            y += type.Size * Leading;
        }
        return y;
    }
}
