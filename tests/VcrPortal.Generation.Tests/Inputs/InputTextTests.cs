using System.IO.Compression;
using System.Text;
using VcrPortal.Generation.Inputs;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Inputs;

public sealed class InputTextTests : IDisposable
{
    private const string Text = "Affinity of imatinib for ABL1: 0.21 \u00B5M, then a line\nof TGF-\u03B2, and an end.";

    private readonly TempFolder _folder = new();

    public static TheoryData<string, bool> Unicode => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", false }, { "utf-16", true }, { "utf-16BE", false }, { "utf-16BE", true },
        { "utf-32", false }, { "utf-32", true }, { "utf-32BE", false }, { "utf-32BE", true },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Unicode))]
    public void Open_OfEveryUnicode_ReadsIt_AndTellsAGuess(string encoding, bool hasMark)
    {
        var form = Encoding.GetEncoding(encoding);
        var text = Open([.. hasMark ? form.GetPreamble() : [], .. form.GetBytes(Text)]);
        Assert.Equal(Text, text.Whole(default));
        Assert.Equal(Text, Encoding.UTF8.GetString(text.Utf8(default).Span));
        Assert.Equal(hasMark || encoding == "utf-8", text.Note is null);
    }

    [Fact]
    public void Open_OfWindows1252_ReadsIt_AndSaysThatItIsAGuess()
    {
        var text = Open([.. "IC50 3 "u8, 0xB5, .. "M \u0041t 37 "u8, 0xB0, .. "C"u8]);
        Assert.Equal("IC50 3 \u00B5M At 37 \u00B0C", text.Whole(default));
        Assert.StartsWith("is read as Windows-1252, which is a guess", text.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_OfMixedEncodings_IsRefusedWithTheLine() =>
        Refused("mixes encodings: in line 2 the byte B5", [.. "TGF-\u03B2\n3 "u8, 0xB5, .. "M"u8]);

    [Fact]
    public void Open_OfAnotherAlphabet_IsRefusedRatherThanGuessed() =>
        Refused("is in an encoding that is not known here", [.. "name: "u8, 0xEA, 0xEB, 0xE5, 0xF2, 0xEA, 0xE0]);

    [Fact]
    public void Open_OfAZeroByte_IsRefusedWithTheLine() =>
        Refused("a zero byte in line 3", "a\nb\nc\0d and so on, long enough"u8.ToArray());

    [Fact]
    public void Open_OfUtf16CutInACharacter_IsRefused() =>
        Refused("is cut off or damaged", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)[..^1]]);

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31 }, "is a PDF")]
    [InlineData(new byte[] { 0x50, 0x41, 0x52, 0x31, 0 }, "is a Parquet file")]
    [InlineData(new byte[] { 0xFD, 0x37, 0x7A, 0x58, 0x5A, 0 }, "is packed with xz")]
    [InlineData(new byte[] { 0x42, 0x5A, 0x68, 0x39 }, "is packed with bzip2")]
    [InlineData(new byte[] { 0x28, 0xB5, 0x2F, 0xFD }, "is packed with zstd")]
    public void Open_OfWhatIsNoText_NamesIt(byte[] bytes, string says) => Refused(says, bytes);

    [Fact]
    public void Open_OfAZip_NamesWhatIsInIt()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry("traces/mine.txt");
        Refused("is a zip archive of mine.txt. Unpack it first.", zip.ToArray());
    }

    [Fact]
    public void Open_OfGzip_ReadsWhatIsPacked_InWhateverEncoding()
    {
        Assert.Equal(Text, Open(Gzip(Encoding.UTF8.GetBytes(Text))).Whole(default));
        Assert.Equal(Text, Open(Gzip([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)])).Whole(default));
    }

    [Fact]
    public void Open_OfGzipThatIsCutOff_IsRefused() => Refused("is gzip that is cut off or damaged", Gzip(Noise(50_000))[..^20]);

    [Fact]
    public void From_WhenGzipUnpacksToMoreThanIsTaken_IsRefused() =>
        Assert.Contains("is too large", Assert.Throws<UnreadableInputException>(
            () => InputText.From(Gzip([.. Enumerable.Repeat((byte)'a', 4 << 20)]), 1 << 20, default)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a\rb\rc", "a\nb\nc")]
    [InlineData("a\rb\r\nc\r", "a\nb\nc\n")]
    [InlineData("a\r\nb\r\n", "a\r\nb\r\n")]
    [InlineData("a\r\rb", "a\n\nb")]
    public void Whole_OfOldLineEnds_HasLineFeeds(string written, string read)
    {
        Assert.Equal(read, Open(Encoding.UTF8.GetBytes(written)).Whole(default));
        Assert.Equal(read, Encoding.UTF8.GetString(Open(Encoding.UTF8.GetBytes(written)).Utf8(default).Span));
    }

    [Fact]
    public void Open_WhereACharacterLiesAcrossTwoReads_IsNotMisled()
    {
        foreach (var before in Enumerable.Range((64 << 10) - 4, 5))
        {
            var written = new string('a', before) + "\U0001F9EC\u03B2 end";
            Assert.Equal(written, Open(Encoding.UTF8.GetBytes(written)).Whole(default));
        }
    }

    [Fact]
    public void Start_ReadsOnlyTheBeginning_AndNamesWhatIsNoText()
    {
        Assert.Equal("Affinity", InputText.Start(Bytes("a.gz", Gzip(Encoding.UTF8.GetBytes(Text))), 8));
        Assert.Throws<UnreadableInputException>(() => InputText.Start(Bytes("a.pdf", "%PDF-1.7"u8.ToArray()), 8));
    }

    private InputText Open(byte[] bytes) => InputText.Open(Bytes("input", bytes), default);

    private void Refused(string says, byte[] bytes) =>
        Assert.Contains(says, Assert.Throws<UnreadableInputException>(() => Open(bytes)).Message, StringComparison.Ordinal);

    private string Bytes(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder.File(name), bytes);
        return _folder.File(name);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Noise(int length)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(32, 127))];
    }
}
