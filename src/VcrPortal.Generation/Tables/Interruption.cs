using DuckDB.NET.Data;

namespace VcrPortal.Generation.Tables;

/// <summary>
/// While this lives, cancelling stops what a command is doing. An interrupt that comes just before a statement starts is forgotten, also
/// one by the library's own tokens, so it is repeated; one that comes after the end would stop the next statement, so none does.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _registration;
    private DuckDBCommand? _command;

    public Interruption(DuckDBCommand command, CancellationToken ct)
    {
        _command = command;
        _timer = new(_ => Interrupt(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _registration = ct.Register(() => _timer.Change(TimeSpan.Zero, Every));
    }

    private void Interrupt()
    {
        lock (_gate)
        {
            try { _command?.Cancel(); }
            catch (InvalidOperationException) { } // the session has ended meanwhile
        }
    }

    public void Dispose()
    {
        _registration.Dispose();
        _timer.Dispose();
        lock (_gate) _command = null;
    }
}
