using System.Collections.Immutable;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Puts graphs of a run to every verifier in turn.</summary>
internal sealed class VerifyGraph(ImmutableArray<IVerifier> verifiers, EngineRegistry engines)
{
    public ImmutableArray<IVerifier> Verifiers => verifiers;

    public VerificationRequest RequestFor(
        GenerationRun run, ActionGraph graph, ImmutableDictionary<NodeId, ImmutableArray<int>> citations) =>
        new(run.Question, graph, UsedBy(run, graph, citations), run.Evidence);

    public async Task<ImmutableArray<Verdict>> RunAsync(VerificationRequest request, CancellationToken ct)
    {
        var verdicts = ImmutableArray.CreateBuilder<Verdict>();
        foreach (var verifier in verifiers)
            await foreach (var verdict in verifier.VerifyAsync(request, ct)) verdicts.Add(verdict);
        return verdicts.ToImmutable();
    }

    /// <summary>What each claim was written from. An engine that was shown all evidence may have used any of it, whatever it
    /// cites.</summary>
    private ImmutableDictionary<NodeId, ImmutableArray<int>> UsedBy(
        GenerationRun run, ActionGraph graph, ImmutableDictionary<NodeId, ImmutableArray<int>> citations)
    {
        if (!run.EngineIn(engines).SeesAllEvidence) return citations;
        ImmutableArray<int> all = [.. run.Evidence.Items.Select(i => i.Number)];
        return graph.Actions.Select(a => a.Id).OfType<NodeId>().Append(Claim.ContextId).Distinct()
            .ToImmutableDictionary(id => id, _ => all);
    }
}
