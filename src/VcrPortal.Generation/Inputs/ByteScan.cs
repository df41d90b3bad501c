using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace VcrPortal.Generation.Inputs;

/// <summary>One pass over bytes that may be UTF-8: whether they are, and if not, whether they can be Windows-1252.</summary>
internal sealed class ByteScan
{
    /// <summary>More letters beyond ASCII in a row than Western words have: another alphabet.</summary>
    private const int LongestRun = 3;

    private static readonly SearchValues<byte> Undefined = SearchValues.Create(0x81, 0x8D, 0x8F, 0x90, 0x9D);

    private readonly byte[] _pending = new byte[4];
    private int _pendingLength, _run;
    private long _line = 1;
    private bool _endsWithReturn;

    /// <summary>A carriage return that no line feed follows: the line ends of old Macs.</summary>
    public bool HasLoneReturn { get; private set; }

    /// <summary>Line of the first zero byte, from 1; 0 for none.</summary>
    public long ZeroAt { get; private set; }

    /// <summary>Line of the first byte that is no UTF-8, from 1; 0 for none.</summary>
    public long WrongAt { get; private set; }

    public byte WrongByte { get; private set; }

    /// <summary>Some characters beyond ASCII are UTF-8.</summary>
    public bool HasUtf8 { get; private set; }

    /// <summary>No byte that it lacks, and no run of letters beyond ASCII.</summary>
    public bool CanBeWindows1252 { get; private set; } = true;

    public void Feed(ReadOnlySpan<byte> chunk)
    {
        if (chunk.IsEmpty) return;
        LookAtReturns(chunk);
        if (ZeroAt == 0 && chunk.IndexOf((byte)0) is var zero and >= 0) ZeroAt = _line + chunk[..zero].Count((byte)'\n');
        if (_pendingLength == 0 && Ascii.IsValid(chunk)) _run = 0;
        else
        {
            LookAtWindows(chunk);
            LookAtUtf8(chunk);
        }
        _line += chunk.Count((byte)'\n');
    }

    public void Complete()
    {
        if (_endsWithReturn) HasLoneReturn = true;
        if (_pendingLength > 0) Wrong(_pending[0], _line);
    }

    private void LookAtReturns(ReadOnlySpan<byte> chunk)
    {
        if (_endsWithReturn && chunk[0] != '\n') HasLoneReturn = true;
        _endsWithReturn = chunk[^1] == '\r';
        for (var at = 0; !HasLoneReturn && chunk[at..].IndexOf((byte)'\r') is var next and >= 0; at += next + 1)
            if (at + next + 1 < chunk.Length && chunk[at + next + 1] != '\n') HasLoneReturn = true;
    }

    private void LookAtWindows(ReadOnlySpan<byte> chunk)
    {
        if (!CanBeWindows1252) return;
        if (chunk.ContainsAny(Undefined)) CanBeWindows1252 = false;
        foreach (var b in chunk)
            if ((_run = b < 0x80 ? 0 : _run + 1) > LongestRun) CanBeWindows1252 = false;
    }

    // A character may lie across two chunks: its beginning waits for the rest.
    private void LookAtUtf8(ReadOnlySpan<byte> chunk)
    {
        var at = 0;
        while (_pendingLength > 0 && at < chunk.Length)
        {
            _pending[_pendingLength++] = chunk[at++];
            var status = Rune.DecodeFromUtf8(_pending.AsSpan(0, _pendingLength), out _, out var used);
            if (status == OperationStatus.NeedMoreData) continue;
            if (status == OperationStatus.Done) HasUtf8 = true;
            else
            {
                Wrong(_pending[0], _line);
                at -= _pendingLength - used; // what follows the wrong bytes is looked at by itself
            }
            _pendingLength = 0;
        }
        if (Utf8.IsValid(chunk[at..]))
        {
            HasUtf8 |= !Ascii.IsValid(chunk[at..]);
            return;
        }
        while (at < chunk.Length)
        {
            var status = Rune.DecodeFromUtf8(chunk[at..], out var rune, out var used);
            if (status == OperationStatus.NeedMoreData)
            {
                chunk[at..].CopyTo(_pending);
                _pendingLength = chunk.Length - at;
                return;
            }
            if (status == OperationStatus.Done) HasUtf8 |= !rune.IsAscii;
            else if (WrongAt == 0) Wrong(chunk[at], _line + chunk[..at].Count((byte)'\n'));
            at += used;
        }
    }

    private void Wrong(byte value, long line)
    {
        if (WrongAt == 0) (WrongAt, WrongByte) = (line, value);
    }
}
