using System.IO.MemoryMappedFiles;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>A file as memory, for reading. What lies in it is paged in as it is touched and shared by all processes that read it.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _start;

    public MappedFile(string path)
    {
        Length = new FileInfo(path).Length;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    public long Length { get; }

    /// <summary>Valid until this file is disposed. The caller has checked that the range lies within the file.</summary>
    public ReadOnlySpan<T> Span<T>(long offset, long bytes) where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(_start is null, this);
        if (offset < 0 || bytes < 0 || offset > Length - bytes || bytes / sizeof(T) > int.MaxValue) throw new ArgumentOutOfRangeException(
            nameof(offset));
        return new(_start + offset, (int)(bytes / sizeof(T)));
    }

    /// <summary>In pieces, because a span holds at most 2 GiB.</summary>
    public uint Crc(long offset, long bytes)
    {
        const int piece = 1 << 28;
        var crc = ~0u;
        for (var at = 0L; at < bytes; at += piece) crc = SnapshotFormat.Crc(Span<byte>(offset + at, Math.Min(piece, bytes - at)), crc);
        return crc;
    }

    public void Dispose()
    {
        if (_start is null) return;
        _start = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
