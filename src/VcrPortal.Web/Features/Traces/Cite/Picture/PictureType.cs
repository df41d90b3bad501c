using System.Collections.Immutable;
using SkiaSharp;

namespace VcrPortal.Web.Features.Traces.Cite.Picture;

/// <summary>Letters of this machine's fonts on a picture.</summary>
internal static class PictureType
{
    private static readonly ImmutableArray<string> Families = ["Inter", "Noto Sans", "Liberation Sans", "DejaVu Sans", "Arial"];

    private const string LinuxFonts = "/usr/share/fonts";

    private static readonly ImmutableArray<(string Plain, string Bold)> Files =
    [
        ("Inter-Regular.ttf", "Inter-Bold.ttf"), ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
        ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"), ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ];

    private static readonly Lazy<(SKTypeface Plain, SKTypeface Bold)?> Faces = new(Find);

    /// <summary>Whether pictures with words can be drawn here: the drawing library runs on this machine and there is a font.</summary>
    public static bool IsThere => Faces.Value is not null;

    /// <param name="size">In pixels.</param>
    public static SKFont Font(float size, bool isBold = false) =>
        Faces.Value is { } faces ? new(isBold ? faces.Bold : faces.Plain, size) { Subpixel = true }
            : throw new InvalidOperationException("This machine has no font. Ask IsThere first.");

    /// <summary>The words in lines of at most this width; what goes beyond the last line is cut, and so is a word that is too
    /// long.</summary>
    public static IReadOnlyList<string> Lines(string text, SKFont font, float width, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Readable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || font.MeasureText(longer) <= width) line = longer;
            else if (lines.Count == most - 1) return [.. lines, Cut(longer + "…", font, width)];
            else
            {
                lines.Add(Cut(line, font, width));
                line = word;
            }
        }
        return line.Length == 0 ? lines : [.. lines, Cut(line, font, width)];
    }

    /// <summary>As much of the text as has room, with an ellipsis where something is missing.</summary>
    public static string Cut(string text, SKFont font, float width)
    {
        var whole = Readable(text);
        if (font.MeasureText(whole) <= width) return whole;
        var fits = (int)font.BreakText(whole, Math.Max(0, width - font.MeasureText("…")));
        if (fits > 0 && char.IsHighSurrogate(whole[fits - 1])) fits--;
        return whole[..fits].TrimEnd(' ', ',', '…') + "…";
    }

    private static string Readable(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);

    private static (SKTypeface Plain, SKTypeface Bold)? Find()
    {
        try { return OfSystem() ?? OfFiles(); }
        // The library has no native part for this kind of machine.
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return null;
        }
    }

    private static (SKTypeface Plain, SKTypeface Bold)? OfSystem()
    {
        var fonts = SKFontManager.Default;
        foreach (var family in Families)
            if (fonts.MatchFamily(family, SKFontStyle.Normal) is { GlyphCount: > 0 } plain)
                return (plain, fonts.MatchFamily(family, SKFontStyle.Bold) ?? plain);
        return null;
    }

    /// <summary>The library's Linux part without dependencies asks no system for its fonts, so that they are looked for here.</summary>
    private static (SKTypeface Plain, SKTypeface Bold)? OfFiles()
    {
        if (!Directory.Exists(LinuxFonts)) return null;
        var everywhere = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        var files = Directory.EnumerateFiles(LinuxFonts, "*.ttf", everywhere).ToLookup(f => Path.GetFileName(f), StringComparer.Ordinal);
        foreach (var (plain, bold) in Files)
            if (files[plain].FirstOrDefault() is { } file && SKTypeface.FromFile(file) is { GlyphCount: > 0 } face)
                return (face, files[bold].FirstOrDefault() is { } heavy && SKTypeface.FromFile(heavy) is { } heavier ? heavier : face);
        return null;
    }
}
