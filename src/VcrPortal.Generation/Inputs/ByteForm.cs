using System.Text;

namespace VcrPortal.Generation.Inputs;

/// <summary>How the characters of a text are written as bytes.</summary>
/// <param name="Name">The name by which people know it: "UTF-16".</param>
/// <param name="IsGuess">Not said by a mark at the beginning.</param>
internal sealed record ByteForm(Encoding Encoding, string Name, bool IsGuess)
{
    /// <summary>Bytes that are looked at to tell UTF-16 and UTF-32 without a mark.</summary>
    private const int Looked = 4096;

    /// <summary>Strict: what is no UTF-8 is an error.</summary>
    public static ByteForm Utf8 { get; } =
        new(new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true), "UTF-8", false);

    /// <summary>What Windows programs of Western Europe and America write where they do not write UTF-8.</summary>
    public static ByteForm Windows1252 { get; } = new(
        CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
        "Windows-1252", true);

    private static readonly (byte[] Mark, ByteForm Form)[] Marks =
    [
        // The mark of UTF-32 begins with that of UTF-16.
        ([0xFF, 0xFE, 0, 0], Utf32(isBig: false, isGuess: false)), ([0, 0, 0xFE, 0xFF], Utf32(isBig: true, isGuess: false)),
        ([0xFF, 0xFE], Utf16(isBig: false, isGuess: false)), ([0xFE, 0xFF], Utf16(isBig: true, isGuess: false)),
        ([0xEF, 0xBB, 0xBF], Utf8),
    ];

    /// <returns>Null where neither a mark nor the zeros between plain letters say it.</returns>
    public static ByteForm? Find(ReadOnlySpan<byte> head)
    {
        foreach (var (mark, form) in Marks)
            if (head.StartsWith(mark)) return form;
        return FindByZeros(head[..Math.Min(head.Length, Looked)]);
    }

    // Letters, digits and blanks of our texts are mostly ASCII: in wider forms their other bytes are zero, always at the same places.
    private static ByteForm? FindByZeros(ReadOnlySpan<byte> head)
    {
        Span<int> zeros = stackalloc int[4];
        for (var i = 0; i < head.Length; i++)
            if (head[i] == 0) zeros[i % 4]++;
        var quarter = head.Length / 4;
        if (quarter < 2) return null;
        var (few, most) = (quarter / 10, quarter - quarter / 3);
        return (zeros[0] <= few, zeros[1] <= few, zeros[2] <= few, zeros[3] <= few) switch
        {
            (true, false, false, false) when Least(zeros[1], zeros[2], zeros[3]) > most => Utf32(isBig: false, isGuess: true),
            (false, false, false, true) when Least(zeros[0], zeros[1], zeros[2]) > most => Utf32(isBig: true, isGuess: true),
            (true, false, true, false) when Math.Min(zeros[1], zeros[3]) > most => Utf16(isBig: false, isGuess: true),
            (false, true, false, true) when Math.Min(zeros[0], zeros[2]) > most => Utf16(isBig: true, isGuess: true),
            _ => null,
        };
    }

    private static int Least(int a, int b, int c) => Math.Min(a, Math.Min(b, c));

    private static ByteForm Utf16(bool isBig, bool isGuess) =>
        new(new UnicodeEncoding(isBig, byteOrderMark: true, throwOnInvalidBytes: true), "UTF-16", isGuess);

    private static ByteForm Utf32(bool isBig, bool isGuess) =>
        new(new UTF32Encoding(isBig, byteOrderMark: true, throwOnInvalidCharacters: true), "UTF-32", isGuess);
}
