using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Puts the graph as it was written to every verifier in turn.</summary>
internal sealed class VerifyStage(VerifyGraph verify)
{
    public async IAsyncEnumerable<GenerationEvent> RunAsync(GenerationRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        run.Verdicts.Clear();
        var request = verify.RequestFor(run, run.Graph!, run.Citations.ToImmutableDictionary());
        foreach (var verifier in verify.Verifiers)
        {
            yield return new GenerationEvent.StageProgressed(Stage.Verify, $"{verifier.Name} {verifier.Version}");
            await foreach (var verdict in verifier.VerifyAsync(request, ct))
            {
                run.Verdicts.Add(verdict);
                yield return new GenerationEvent.VerdictReached(verdict);
            }
        }
        run.Summary =
            $"{GenerationRun.Count(run.Verdicts.Count, "verdict", "verdicts")}, {run.Verdicts.Count(v => v.IsIndependent)} on "
            + "independent data";
    }
}
