namespace VcrPortal.Bench.Running;

/// <summary>Bytes in memory that come one event of a stream after the other, each after a pause, if there is one.</summary>
internal sealed class PacedStream(byte[] body, TimeSpan pause) : Stream
{
    private int _at;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at >= body.Length) return 0;
        if (pause > TimeSpan.Zero) await Task.Delay(pause, TimeProvider.System, cancellationToken);
        var end = body.AsSpan(_at).IndexOf("\n\n"u8);
        var count = Math.Min(buffer.Length, end < 0 ? body.Length - _at : end + 2);
        body.AsSpan(_at, count).CopyTo(buffer.Span);
        _at += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
