using System.IO.Compression;

namespace VcrPortal.Generation.Inputs;

/// <summary>The bytes of an input, out of gzip where they are packed so. What is packed otherwise, or is no text at all, is refused by
/// name.</summary>
internal static class UnpackedBytes
{
    /// <summary>Bytes that are looked at.</summary>
    public const int HeadLength = 64 << 10;

    private const int TarMark = 257;

    private static readonly (byte[] Start, string Problem)[] Others =
    [
        ([0x28, 0xB5, 0x2F, 0xFD], "is packed with zstd. Unpack it first, or pack it with gzip."),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "is packed with xz. Unpack it first, or pack it with gzip."),
        ([0x42, 0x5A, 0x68], "is packed with bzip2. Unpack it first, or pack it with gzip."),
        ([0x37, 0x7A, 0xBC, 0xAF], "is a 7z archive. Unpack it first."),
        ([0x52, 0x61, 0x72, 0x21], "is a RAR archive. Unpack it first."),
        ([0x25, 0x50, 0x44, 0x46, 0x2D], "is a PDF. Give the text itself."),
        ([0xD0, 0xCF, 0x11, 0xE0], "is a document of an old Office. Save it as text or as CSV UTF-8."),
        ([0x50, 0x41, 0x52, 0x31], "is a Parquet file, not text."),
        ([0x89, 0x50, 0x4E, 0x47], "is a picture, not text."),
    ];

    /// <param name="open">Opens the bytes from the beginning, each time anew.</param>
    /// <returns>Reads what is unpacked, from the beginning.</returns>
    /// <exception cref="UnreadableInputException">It is packed otherwise, or is no text.</exception>
    public static Func<Stream> From(Func<Stream> open)
    {
        var head = Head(open);
        if (head.AsSpan().StartsWith(new byte[] { 0x1F, 0x8B }))
        {
            Func<Stream> unpacked = () => new GZipStream(open(), CompressionMode.Decompress);
            var inner = Head(unpacked);
            if (inner.AsSpan().StartsWith(new byte[] { 0x1F, 0x8B })) throw new UnreadableInputException(
                "is gzip within gzip. Unpack it once.");
            Refuse(inner, unpacked);
            return unpacked;
        }
        Refuse(head, open);
        return open;
    }

    public static byte[] Head(Func<Stream> open)
    {
        using var stream = open();
        var head = new byte[HeadLength];
        return Guarded(() => head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
    }

    /// <summary>What is read from a damaged gzip is an error of reading.</summary>
    public static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException damaged)
        {
            throw new UnreadableInputException("is gzip that is cut off or damaged. Fetch it again.", damaged);
        }
    }

    private static void Refuse(byte[] head, Func<Stream> open)
    {
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8)) throw new UnreadableInputException(OfArchive(open));
        foreach (var (start, problem) in Others)
            if (head.AsSpan().StartsWith(start)) throw new UnreadableInputException(problem);
        if (head.Length > TarMark && head.AsSpan(TarMark).StartsWith("ustar"u8)) throw new UnreadableInputException(
            "is a tar archive. Unpack it first.");
    }

    private static string OfArchive(Func<Stream> open)
    {
        const int named = 3;
        try
        {
            using var archive = new ZipArchive(open(), ZipArchiveMode.Read);
            if (archive.GetEntry("xl/workbook.xml") is not null) return "is an Excel workbook. Save the sheet as CSV UTF-8.";
            if (archive.GetEntry("word/document.xml") is not null) return "is a Word document. Save it as plain text.";
            var names = archive.Entries.Where(e => e.Name.Length > 0).Select(e => e.Name).Take(named + 1).ToList();
            return $"is a zip archive of {string.Join(", ", names.Take(named))}{(names.Count > named ? " and others" : "")}. Unpack it "
                + "first.";
        }
        catch (Exception damaged) when (damaged is InvalidDataException or NotSupportedException)
        {
            return "is a zip archive that is cut off or damaged. Fetch it again, and unpack it.";
        }
    }
}
