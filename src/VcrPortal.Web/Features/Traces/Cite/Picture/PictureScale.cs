using System.Collections.Immutable;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Cite.Picture;

/// <summary>The sizes in which the picture of a trace is drawn: a few, for each that was drawn is kept.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record PictureScale(int Width, int Height)
{
    public static PictureScale Full { get; } = new(GraphPicture.Width, GraphPicture.Height);

    public static ImmutableArray<PictureScale> All { get; } = [Full, Part(2), Part(4)];

    /// <summary>The width as its address asks for it; null for the full size.</summary>
    public int? Asked => this == Full ? null : Width;

    /// <returns>The largest one that fits; null where even the smallest does not.</returns>
    public static PictureScale? Largest(int width, int height) =>
        All.FirstOrDefault(scale => scale.Width <= width && scale.Height <= height);

    /// <param name="width">The width as it stands in an address.</param>
    /// <returns>Null for a width in which it is not drawn.</returns>
    public static PictureScale? Read(string? width) =>
        string.IsNullOrEmpty(width) ? Full : All.FirstOrDefault(scale => scale.Width == QueryParameter.Number(width));

    private static PictureScale Part(int of) => new(GraphPicture.Width / of, GraphPicture.Height / of);
}
