using System.IO.Compression;

namespace VcrPortal.Web.Features.Batches.Launch;

/// <summary>A file too large for a text box, on its way from step to step in a hidden field: nobody chooses it twice, and nothing of it
/// lies on the server in between.</summary>
internal static class PackedRecords
{
    /// <summary>Characters of the field; servers take four million. Records repeat themselves: 16 MB of them have about one.</summary>
    private const int MostCharacters = 3_500_000;

    /// <returns>Null where even packed it is too large.</returns>
    public static string? Pack(ReadOnlyMemory<byte> utf8)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(utf8.Span);
        return packed.Length / 3 * 4 <= MostCharacters - 4 ? Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length) : null;
    }

    /// <summary>What was packed; whoever reads it counts its bytes, for the field may hold anything.</summary>
    /// <exception cref="InvalidDataException">It is not what <see cref="Pack"/> wrote: here, or while it is read.</exception>
    public static Stream Unpack(string packed)
    {
        try
        {
            return new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        }
        catch (FormatException broken)
        {
            throw new InvalidDataException(broken.Message, broken);
        }
    }
}
