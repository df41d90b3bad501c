using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline;

/// <summary>Puts a graph that a person has changed to the checks, as the pipeline does with one that an engine wrote. Checks that ask over
/// the network stay out: nobody waits for another site while a change is accepted.</summary>
public sealed class VerifyAgain(QuestionGrounding grounding, ImmutableArray<IVerifier> verifiers)
{
    /// <summary>All of them, in their order; the pipeline has the same.</summary>
    internal ImmutableArray<IVerifier> Verifiers => verifiers;

    private IEnumerable<IVerifier> Asked => verifiers.Where(v => v is not INetworkUser { UsesNetwork: true });

    /// <summary>A check of this name is among those that run again.</summary>
    public bool Asks(string verifier) => Asked.Any(v => v.Name == verifier);

    /// <param name="citations">What the actions that the engine wrote cite; those that a person wrote cite nothing.</param>
    public async Task<ImmutableArray<Verdict>> RunAsync(
        PerturbationRecord record, ActionGraph graph, ImmutableDictionary<NodeId, ImmutableArray<int>> citations,
        ImmutableArray<EvidenceItem> evidence, CancellationToken ct)
    {
        var request = new VerificationRequest(grounding.Ground(record), graph, citations, new(evidence));
        var verdicts = ImmutableArray.CreateBuilder<Verdict>();
        foreach (var verifier in Asked)
            await foreach (var verdict in verifier.VerifyAsync(request, ct)) verdicts.Add(verdict);
        return verdicts.ToImmutable();
    }
}
