using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;

namespace VcrPortal.Web.Tests.Support;

/// <summary>A pipeline that says what a test wrote down, skips finished stages as the real one does, and can be held or broken at any
/// event.</summary>
internal sealed class ScriptedGenerator(params IReadOnlyList<GenerationEvent> script) : ITraceGenerator
{
    public string Engine => "script 1";

    public ImmutableArray<AgentEngine> Engines { get; set; } = [];

    public ConcurrentQueue<(GenerationRequest Request, GenerationState State)> Asked { get; } = [];

    /// <summary>Runs before each event: wait to hold the pipeline, throw to break it.</summary>
    public Func<GenerationEvent, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public async IAsyncEnumerable<GenerationEvent> GenerateAsync(
        GenerationRequest request, GenerationState resumeFrom, [EnumeratorCancellation] CancellationToken ct)
    {
        Asked.Enqueue((request, resumeFrom));
        Stage? stage = null;
        foreach (var e in script)
        {
            if (e is GenerationEvent.StageStarted started) stage = started.Stage;
            if (stage is { } current ? resumeFrom.Finished.Contains(current) : !resumeFrom.Finished.IsEmpty) continue;
            await Before(e, ct);
            yield return e;
        }
    }

    /// <summary>Holds at the start of a stage until the token is cancelled; <paramref name="reached"/> completes when it stands
    /// there.</summary>
    public void HoldAt(Stage stage, TaskCompletionSource reached) => Before = async (e, ct) =>
    {
        if (e is not GenerationEvent.StageStarted started || started.Stage != stage) return;
        reached.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
    };
}
