using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace VcrPortal.Web.Data;

/// <summary>
/// SQLite takes one writer at a time, and who comes second sleeps and tries again, holding a thread. Within this process writers therefore
/// stand in line, first come, first served; between processes SQLite decides as before. A server needs none of this.
/// </summary>
internal sealed class WriteTurn : IDisposable
{
    /// <summary>Who has stood in line for so long asks SQLite itself, which waits as long again and then says that the database is
    /// busy.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Lines = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim? _line;

    private WriteTurn(SemaphoreSlim? line) => _line = line;

    /// <summary>Returns when it is the caller's turn to begin a transaction; disposing it lets the next one begin.</summary>
    public static async ValueTask<WriteTurn> WaitAsync(PortalDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite()) return new(null);
        var line = Lines.GetOrAdd(db.Database.GetConnectionString() ?? "", _ => new(1));
        return new(await line.WaitAsync(AtMost, ct) ? line : null);
    }

    public void Dispose() => _line?.Release();
}
