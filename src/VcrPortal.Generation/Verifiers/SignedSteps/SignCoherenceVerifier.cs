using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Verifiers.SignedSteps;

/// <summary>
/// Judges causal edges between two signed claims: does the direction of the second follow from the first by the sign that knowledge gives
/// to that pair of entities? A silent pair, or one on which the sources disagree, is undetermined.
/// </summary>
public sealed class SignCoherenceVerifier(KnowledgeBase knowledge, SignedGraph signed, EntityRecognizer recognizer) : IVerifier
{
    public static VerifierRegistration Registration { get; } = new(
        data => new SignCoherenceVerifier(data.Installed.Base, data.Graph, data.Installed.Recognizer),
        new DecisionTable("Sign coherence", "causal edges", "the sources give the pair the claimed sign",
            "never; disputed: the opposite sign", "silent pair, or sources that disagree"));

    public string Name => "Sign coherence";
    public string Version => "2.0";

    public IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, CancellationToken ct) =>
        Verify(request, ct).ToAsyncEnumerable();

    private IEnumerable<Verdict> Verify(VerificationRequest request, CancellationToken ct)
    {
        foreach (var edge in request.Graph.Edges)
        {
            ct.ThrowIfCancellationRequested();
            if (edge.Relation == CausalRelation.Causal && Judge(edge, request) is { } verdict) yield return verdict;
        }
    }

    private Verdict? Judge(CausalEdge edge, VerificationRequest request)
    {
        if (request.Graph.Find(edge.Source) is not { } source || request.Graph.Find(edge.Target) is not { } target) return null;
        var from = SignedOutputs.From(source, recognizer);
        var to = SignedOutputs.From(target, recognizer);
        if (from.IsEmpty || to.IsEmpty) return null;
        var pairs = from.SelectMany(f => to.Select(t => (From: f, To: t, Edge: Find(f.Entity, t.Entity)))).Where(p => p.Edge is not null)
            .ToList();
        Verdict Say(VerdictKind kind, string reason, IEnumerable<SignedRelation> rows) => IssueVerdict.From(
            this, new(edge.Source, EdgeTarget: edge.Target), $"{request.TextOf(source)}\n{request.TextOf(target)}", kind,
                reason,
            [.. rows.Take(6)
                .Select(r => (Row: r, Fact: FactEvidence.From(r, signed.NameOf)))
                .Select(r => new EvidenceRow(r.Fact.Source, r.Fact.Title, r.Row.PathwayId))],
            request.SourcesOf(edge.Target), knowledge.Version);

        if (pairs.Count == 0) return Say(VerdictKind.Undetermined, "No source signs this pair.", []);
        var wrong = pairs.Where(p => p.Edge!.Sign != 0 && p.From.Sign * p.Edge.Sign != p.To.Sign).ToList();
        if (wrong.Count > 0) return Say(
            VerdictKind.Disputed,
            $"By the sources {signed.NameOf(wrong[0].From.Entity)} {(wrong[0].Edge!.Sign > 0 ? "raises" : "lowers")} "
            + $"{signed.NameOf(wrong[0].To.Entity)}, against the direction claimed.",
            wrong.SelectMany(p => p.Edge!.Rows));
        var right = pairs.Where(p => p.Edge!.Sign != 0).ToList();
        return right.Count > 0
            ? Say(VerdictKind.Supported,
                $"The sources give this pair the sign that is claimed{(right.Count > 1 ? $", for {right.Count} pairs of entities" : "")}.",
                right.SelectMany(p => p.Edge!.Rows))
            : Say(VerdictKind.Undetermined, "The sources disagree on the sign of this pair.", pairs.SelectMany(p => p.Edge!.Rows));
    }

    private SignedEdge? Find(string source, string target) => signed.From(source).FirstOrDefault(e => e.Target == target);
}
