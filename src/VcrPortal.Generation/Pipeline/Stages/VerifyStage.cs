using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Puts the graph to every verifier in turn.</summary>
internal sealed class VerifyStage(ImmutableArray<IVerifier> verifiers, EngineRegistry engines)
{
    public async IAsyncEnumerable<GenerationEvent> RunAsync(GenerationRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        run.Verdicts.Clear();
        var request = new VerificationRequest(run.Question, run.Graph!, UsedBy(run), run.Evidence);
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

    /// <summary>What each claim was written from. An engine that was shown all evidence may have used any of it, whatever it
    /// cites.</summary>
    private ImmutableDictionary<NodeId, ImmutableArray<int>> UsedBy(GenerationRun run)
    {
        if (!run.EngineIn(engines).SeesAllEvidence) return run.Citations.ToImmutableDictionary();
        ImmutableArray<int> all = [.. run.Evidence.Items.Select(i => i.Number)];
        return run.Graph!.Actions.Select(a => a.Id).OfType<NodeId>().Append(Claim.ContextId).Distinct()
            .ToImmutableDictionary(id => id, _ => all);
    }
}
