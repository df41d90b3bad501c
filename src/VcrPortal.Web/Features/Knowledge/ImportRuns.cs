using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Imports;

namespace VcrPortal.Web.Features.Knowledge;

/// <summary>Requires an import of these files, telling what it is doing.</summary>
public delegate Task<ImportOutcome> ImportWork(IReadOnlyList<string> paths, Action<string> progress, CancellationToken ct);

/// <summary>What an import was doing, and how long after its start.</summary>
public readonly record struct ImportPhase(TimeSpan After, string Doing);

/// <summary>How the import that was started last in this process stands.</summary>
public abstract record ImportStanding
{
    private ImportStanding() { }

    /// <param name="Phases">The latest <see cref="ImportRuns.MostPhases"/>, the newest last.</param>
    /// <param name="IsStopping">Somebody has stopped it, and it has not ended yet.</param>
    public sealed record Running(int Files, DateTimeOffset Since, ImmutableArray<ImportPhase> Phases, bool IsStopping) : ImportStanding;
    public sealed record Done(ImportOutcome Outcome, TimeSpan Took) : ImportStanding;

    /// <param name="Problem">A sentence with the file, the place and the way out.</param>
    public sealed record Failed(string Problem) : ImportStanding;
    public sealed record Stopped : ImportStanding;
}

/// <summary>The one import that may run in this process; across processes the folder's own lock holds. What was written before goes on
/// serving until it has ended well.</summary>
public sealed class ImportRuns(ImportWork work, TimeProvider clock, ILogger<ImportRuns> log) : IAsyncDisposable
{
    /// <summary>Phases that are kept: a few for each file of a large import.</summary>
    public const int MostPhases = 60;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _shutDown = new();
    private CancellationTokenSource? _stop;
    private Task _run = Task.CompletedTask;
    private ImportStanding? _standing;

    /// <summary>Null when none was started.</summary>
    public ImportStanding? Standing
    {
        get { lock (_gate) return _standing; }
    }

    /// <summary>Keeps the place for one import; false while another has it. Whoever has it calls <see cref="Start"/> or <see
    /// cref="GiveUp"/>.</summary>
    public bool TryTake(int files)
    {
        lock (_gate)
        {
            if (_standing is ImportStanding.Running) return false;
            _stop = CancellationTokenSource.CreateLinkedTokenSource(_shutDown.Token);
            _standing = new ImportStanding.Running(files, clock.GetUtcNow(), [], IsStopping: false);
            return true;
        }
    }

    public void GiveUp()
    {
        lock (_gate) _standing = null;
    }

    public void Start(IReadOnlyList<string> paths)
    {
        lock (_gate)
        {
            var ct = _stop!.Token;
            _run = Task.Run(async () => End(await RunAsync(paths, ct)), CancellationToken.None);
        }
    }

    /// <summary>False when nothing runs that is not being stopped already.</summary>
    public bool TryStop()
    {
        lock (_gate)
        {
            if (_standing is not ImportStanding.Running { IsStopping: false } running) return false;
            _standing = running with { IsStopping = true };
            _stop!.Cancel();
            return true;
        }
    }

    /// <summary>Ends when the import that runs now has ended.</summary>
    public Task Completion
    {
        get { lock (_gate) return _run; }
    }

    public async ValueTask DisposeAsync()
    {
        await _shutDown.CancelAsync();
        await Completion;
        _shutDown.Dispose();
    }

    private async Task<ImportStanding> RunAsync(IReadOnlyList<string> paths, CancellationToken ct)
    {
        var start = clock.GetTimestamp();
        try
        {
            return new ImportStanding.Done(
                await work(paths, doing => Note(new(clock.GetElapsedTime(start), doing)), ct), clock.GetElapsedTime(start));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return new ImportStanding.Stopped();
        }
        catch (Exception failure) when (failure is ImportException or IOException or UnauthorizedAccessException)
        {
            return new ImportStanding.Failed(failure.Message);
        }
        catch (Exception unforeseen)
        {
            log.LogError(unforeseen, "An import ended in an error that it has no sentence for");
            return new ImportStanding.Failed("Something went wrong that the import has no sentence for; the server's log has it.");
        }
    }

    private void Note(ImportPhase phase)
    {
        lock (_gate)
            if (_standing is ImportStanding.Running running)
                _standing = running with { Phases = [.. running.Phases.TakeLast(MostPhases - 1), phase] };
    }

    private void End(ImportStanding standing)
    {
        lock (_gate) _standing = standing;
    }
}
