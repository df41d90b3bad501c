using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Cite.Picture;

/// <summary>Pictures that were drawn, by what they show: a revision never changes, and its verdicts seldom.</summary>
public sealed class GraphPictures : IDisposable
{
    /// <summary>Bytes kept, some 300 pictures; the least used ones go first.</summary>
    private const long Limit = 20_000_000;

    /// <summary>Goes into every tag; it counts up when pictures are drawn differently.</summary>
    private const int Drawing = 1;

    private readonly MemoryCache _drawn = new(new MemoryCacheOptions { SizeLimit = Limit });

    /// <summary>The tag of what the picture shows: the revision, its name and what the checks say of it.</summary>
    public static string TagOf(TraceView trace)
    {
        var hash = trace.Revisions.First(r => r.Revision == trace.Revision).Hash;
        var shown = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{Drawing} {trace.Graph.Vocabulary.Version} {trace.Number}@{trace.Revision} {hash}\n")
            .Append(CultureInfo.InvariantCulture, $"{trace.Counts}\n{trace.Compound}\n{trace.CellLine}");
        foreach (var verdict in trace.Verdicts)
            shown.Append(CultureInfo.InvariantCulture, $"\n{verdict.Claim} {verdict.Kind} {verdict.SameSource} {verdict.Strength}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToString())))[..32];
    }

    /// <summary>PNG. Only where <see cref="PictureType.IsThere"/>.</summary>
    internal byte[] Read(TraceView trace, string tag, PictureScale scale) => _drawn.GetOrCreate((tag, scale), entry =>
    {
        var png = GraphPicture.Draw(trace, scale);
        entry.Size = png.Length;
        return png;
    })!;

    public void Dispose() => _drawn.Dispose();
}
