using System.Globalization;
using System.Text;

namespace VcrPortal.Generation.Inputs;

/// <summary>One look at a whole text before it is read: its encoding and its line ends.</summary>
internal static class Examination
{
    private const int BufferSize = 64 << 10;

    /// <param name="open">Opens what is unpacked, from the beginning.</param>
    /// <param name="most">Bytes or characters.</param>
    /// <returns>Its form, and whether a carriage return stands without line feed.</returns>
    /// <exception cref="UnreadableInputException">It is no text, or cannot be read without damage.</exception>
    public static (ByteForm Form, bool HasLoneReturn) Run(Func<Stream> open, long most, CancellationToken ct)
    {
        var form = ByteForm.Find(UnpackedBytes.Head(open));
        if (form is not null && form != ByteForm.Utf8) return (form, LookThrough(open, form, most, ct));
        var scan = Scan(open, most, ct);
        if (scan.ZeroAt > 0) throw new UnreadableInputException(
            Say($"is no text: there is a zero byte in line {scan.ZeroAt}. It is damaged, or a file of another kind."));
        if (scan.WrongAt == 0) return (ByteForm.Utf8, scan.HasLoneReturn);
        if (form is not null || scan.HasUtf8) throw new UnreadableInputException(
            Say($"mixes encodings: in line {scan.WrongAt} the byte {scan.WrongByte:X2} is no UTF-8, and other letters are. ")
                + "It is cut off, or was put together from two files. Save it as UTF-8.");
        if (!scan.CanBeWindows1252) throw new UnreadableInputException(
            Say($"is in an encoding that is not known here: in line {scan.WrongAt} the byte {scan.WrongByte:X2} is no UTF-8, ")
                + "and it does not look like Windows-1252. Save it as UTF-8.");
        return (ByteForm.Windows1252, scan.HasLoneReturn);
    }

    private static ByteScan Scan(Func<Stream> open, long most, CancellationToken ct)
    {
        var scan = new ByteScan();
        using var stream = open();
        var buffer = new byte[BufferSize];
        long length = 0;
        for (int read; (read = UnpackedBytes.Guarded(() => stream.Read(buffer))) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            if ((length += read) > most) throw TooLarge(most);
            scan.Feed(buffer.AsSpan(0, read));
        }
        scan.Complete();
        return scan;
    }

    /// <returns>Whether a carriage return stands alone.</returns>
    private static bool LookThrough(Func<Stream> open, ByteForm form, long most, CancellationToken ct)
    {
        using var text = new StreamReader(open(), form.Encoding, detectEncodingFromByteOrderMarks: false, BufferSize);
        var (buffer, line, isAfterReturn, hasLone, length) = (new char[BufferSize], 1L, false, false, 0L);
        try
        {
            for (int read; (read = UnpackedBytes.Guarded(() => text.Read(buffer, 0, buffer.Length))) > 0;)
            {
                ct.ThrowIfCancellationRequested();
                if ((length += read) > most) throw TooLarge(most);
                foreach (var c in buffer.AsSpan(0, read))
                {
                    if (c == '\0') throw new UnreadableInputException(
                        Say($"is no text: there is a zero in line {line}. It is damaged, or a file of another kind."));
                    hasLone |= isAfterReturn && c != '\n';
                    isAfterReturn = c == '\r';
                    if (c == '\n') line++;
                }
            }
        }
        catch (DecoderFallbackException damaged)
        {
            throw new UnreadableInputException(
                Say($"looks like {form.Name}, but is cut off or damaged after line {line}. Save it as UTF-8."), damaged);
        }
        return hasLone || isAfterReturn;
    }

    public static UnreadableInputException TooLarge(long most) =>
        new(Say($"is too large: up to {most >> 20} MB are read here. Split the file."));

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
