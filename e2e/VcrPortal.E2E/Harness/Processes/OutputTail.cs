using System.Diagnostics;

namespace VcrPortal.E2E.Harness.Processes;

/// <summary>The last lines of a process; older ones are dropped.</summary>
public sealed class OutputTail
{
    private const int MostLines = 200;
    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new();
    private readonly List<Action<string>> _listeners = [];

    public void Follow(Process process)
    {
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public override string ToString()
    {
        lock (_gate) return string.Join('\n', _lines);
    }

    private void Add(string? line)
    {
        if (line is null) return;
        lock (_gate)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MostLines) _lines.Dequeue();
            foreach (var listener in _listeners) listener(line);
        }
    }

    /// <summary>What the first line holds that the caller looks for, also among those that were written already.</summary>
    public Task<string> FirstAsync(Func<string, string?> find)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            foreach (var line in _lines)
                if (find(line) is { } already) found.TrySetResult(already);
            _listeners.Add(line =>
            {
                if (!found.Task.IsCompleted && find(line) is { } now) found.TrySetResult(now);
            });
        }
        return found.Task;
    }
}
