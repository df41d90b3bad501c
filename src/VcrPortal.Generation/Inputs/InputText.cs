using System.Text;

namespace VcrPortal.Generation.Inputs;

/// <summary>
/// A text as somebody hands it in, whatever its encoding, compression and line ends: UTF-8, UTF-16 and UTF-32 with or without a mark,
/// Windows-1252, plain or in gzip. It is looked at as a whole before any of it is read, so nothing is ever read damaged: a guess is told,
/// and what cannot be read is refused with the way out.
/// </summary>
/// <remarks>Encodings of other alphabets are not guessed: on short scientific text a guess is wrong too often, and looks right.</remarks>
public sealed class InputText
{
    /// <summary>The largest text that is held in memory; VC-TRACES as a whole is a fifth of it.</summary>
    public const long LargestWhole = 512L << 20;

    /// <summary>The most that is unpacked from gzip: ten times the largest table that is imported.</summary>
    private const long LargestUnpacked = 64L << 30;

    private const int BufferSize = 64 << 10;

    private readonly Func<Stream> _open;
    private readonly ByteForm _form;
    private readonly bool _hasLoneReturn;

    private readonly long _most;

    private InputText(Func<Stream> open, ByteForm form, bool hasLoneReturn, long most)
    {
        (_open, _form, _hasLoneReturn, _most) = (open, form, hasLoneReturn, Math.Min(most, LargestWhole));
        Note = form.IsGuess
            ? $"is read as {form.Name}, which is a guess: nothing in it says so. Save it as UTF-8 if letters look wrong." : null;
    }

    /// <summary>What was guessed, as the end of a sentence that begins with the file; null where nothing was.</summary>
    public string? Note { get; }

    /// <summary>A file. One that can be read only once (a pipe) is held in memory.</summary>
    /// <exception cref="UnreadableInputException">It is no text, or cannot be read without damage.</exception>
    /// <exception cref="IOException">It cannot be read at all.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static InputText Open(string path, CancellationToken ct)
    {
        using (var file = OpenFile(path))
            if (!file.CanSeek) return From(ReadWhole(file, LargestWhole, ct), LargestWhole, ct);
        return From(() => OpenFile(path), LargestUnpacked, ct);
    }

    /// <summary>Bytes that are held already.</summary>
    /// <param name="most">Bytes of the text, out of gzip; a larger one is refused before it is unpacked further.</param>
    /// <exception cref="UnreadableInputException">They are no text, or cannot be read without damage.</exception>
    public static InputText From(byte[] bytes, long most, CancellationToken ct) =>
        From(() => new MemoryStream(bytes, writable: false), most, ct);

    /// <summary>The first characters of a file, by which its kind is told; a wrong byte in them is no error here.</summary>
    /// <exception cref="UnreadableInputException">It is no text.</exception>
    public static string Start(string path, int characters)
    {
        using (var file = OpenFile(path))
            if (!file.CanSeek) throw new UnreadableInputException("is no file that can be read twice. Write it to a file first.");
        var head = UnpackedBytes.Head(UnpackedBytes.From(() => OpenFile(path)));
        var form = ByteForm.Find(head) ?? (Utf8Start(head) ? ByteForm.Utf8 : ByteForm.Windows1252);
        var lenient = Encoding.GetEncoding(
            form.Encoding.CodePage is 1252 ? Encoding.Latin1.CodePage : form.Encoding.CodePage, EncoderFallback.ReplacementFallback,
            DecoderFallback.ReplacementFallback);
        var text = lenient.GetString(head).TrimStart('\uFEFF');
        return text[..Math.Min(text.Length, characters)];
    }

    /// <summary>The bytes of a file, out of gzip: for formats that say their encoding themselves, such as XML.</summary>
    /// <exception cref="UnreadableInputException">It is packed otherwise.</exception>
    public static Stream OpenUnpacked(string path) => UnpackedBytes.From(() => OpenFile(path))();

    /// <summary>The text from its beginning; without a mark, and with line feeds where lines ended in carriage returns alone.</summary>
    public TextReader Read()
    {
        var text = new StreamReader(_open(), _form.Encoding, detectEncodingFromByteOrderMarks: false, BufferSize);
        return _hasLoneReturn ? new LineFeeds(text) : text;
    }

    /// <summary>The whole text as UTF-8 without a mark.</summary>
    /// <exception cref="IOException">It has more than <see cref="LargestWhole"/> bytes.</exception>
    public ReadOnlyMemory<byte> Utf8(CancellationToken ct)
    {
        if (_form == ByteForm.Utf8 && !_hasLoneReturn)
        {
            using var stream = _open();
            var bytes = ReadWhole(stream, _most, ct);
            return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(3) : bytes;
        }
        return Encoding.UTF8.GetBytes(Whole(ct));
    }

    /// <summary>The whole text.</summary>
    /// <exception cref="IOException">It has more than <see cref="LargestWhole"/> characters.</exception>
    public string Whole(CancellationToken ct)
    {
        using var text = Read();
        var whole = new StringBuilder();
        var buffer = new char[BufferSize];
        for (int read; (read = text.Read(buffer, 0, buffer.Length)) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            whole.Append(buffer, 0, read);
            if (whole.Length > _most) throw Examination.TooLarge(_most);
        }
        return whole.ToString();
    }

    private static InputText From(Func<Stream> packed, long most, CancellationToken ct)
    {
        var open = UnpackedBytes.From(packed);
        var (form, hasLoneReturn) = Examination.Run(open, most, ct);
        return new(open, form, hasLoneReturn, most);
    }

    private static bool Utf8Start(byte[] head)
    {
        var scan = new ByteScan();
        scan.Feed(head);
        return scan.WrongAt == 0;
    }

    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);

    private static byte[] ReadWhole(Stream stream, long most, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[BufferSize];
        for (int read; (read = UnpackedBytes.Guarded(() => stream.Read(buffer))) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            whole.Write(buffer, 0, read);
            if (whole.Length > most) throw Examination.TooLarge(most);
        }
        return whole.ToArray();
    }
}
