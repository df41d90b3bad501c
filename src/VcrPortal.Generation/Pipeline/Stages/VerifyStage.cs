using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VcrPortal.Generation.Verifiers;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Puts the graph to every verifier in turn.</summary>
internal sealed class VerifyStage(ImmutableArray<IVerifier> verifiers)
{
    public async IAsyncEnumerable<GenerationEvent> RunAsync(GenerationRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        run.Verdicts.Clear();
        var request = new VerificationRequest(run.Question, run.Graph!, run.Citations.ToImmutableDictionary(), run.Evidence);
        foreach (var verifier in verifiers)
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
