using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>How the import of traces that was started last in this process stands.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Problem">A sentence, where it ended badly.</param>
public sealed record TraceImportStanding(string Name, string StarterKey, TraceImportCounts Counts, bool IsRunning, string? Problem = null);

/// <summary>The one import of traces that may run in this process. It goes on when whoever began it closes the page; a restart ends it,
/// and the same file goes on where it was.</summary>
public sealed class TraceImportRuns(ImportTraces import, ILogger<TraceImportRuns> log) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _shutDown = new();
    private CancellationTokenSource? _stop;
    private Task _run = Task.CompletedTask;
    private TraceImportStanding? _standing;

    /// <summary>Null when none was started.</summary>
    public TraceImportStanding? Standing
    {
        get { lock (_gate) return _standing; }
    }

    /// <summary>Ends when the import that runs now has ended.</summary>
    public Task Completion
    {
        get { lock (_gate) return _run; }
    }

    /// <param name="file">Removed when it is over.</param>
    /// <returns>False while another one runs; the file then stays the caller's.</returns>
    internal bool TryStart(TraceFileToImport file, Caller caller)
    {
        lock (_gate)
        {
            if (_standing is { IsRunning: true }) return false;
            _stop?.Dispose();
            _stop = CancellationTokenSource.CreateLinkedTokenSource(_shutDown.Token);
            _standing = new(file.Name, caller.Key, TraceImportCounts.Nothing, IsRunning: true);
            var ct = _stop.Token;
            _run = Task.Run(() => RunAsync(file, caller, ct), CancellationToken.None);
            return true;
        }
    }

    /// <summary>What is stored stays.</summary>
    internal void Stop(Caller caller)
    {
        if (!caller.May(Operation.ImportTraces)) return;
        lock (_gate)
            if (_standing is { IsRunning: true }) _stop!.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        await _shutDown.CancelAsync();
        await Completion;
        _stop?.Dispose();
        _shutDown.Dispose();
    }

    private async Task RunAsync(TraceFileToImport file, Caller caller, CancellationToken ct)
    {
        try
        {
            var outcome = await import.RunAsync(file, caller, counts => Update(s => s with { Counts = counts }), ct);
            Update(s => outcome switch
            {
                ImportTracesOutcome.Done(var counts) => s with { Counts = counts, IsRunning = false },
                ImportTracesOutcome.Unreadable(var problem, var counts) => s with { Counts = counts, IsRunning = false, Problem = problem },
                _ => s with { IsRunning = false, Problem = "Your account may not import traces any more." },
            });
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Update(s => s with { IsRunning = false, Problem = "It was stopped. What is stored stays; the same file goes on from there." });
        }
        catch (Exception unforeseen)
        {
            log.LogError(unforeseen, "An import of traces ended in an error that it has no sentence for");
            Update(s => s with { IsRunning = false, Problem = "Something went wrong for which the server's log has the reason." });
        }
        finally { File.Delete(file.Path); }
    }

    private void Update(Func<TraceImportStanding, TraceImportStanding> next)
    {
        lock (_gate) _standing = next(_standing!);
    }
}
