using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Stability;

/// <summary>
/// Judges <c>degrades_or_stabilises</c> against SIGNOR's ubiquitinations and its effects on quantity. Same way: supported. Opposite way:
/// disputed. Both ways, or a
/// pair that is not listed: undetermined.
/// </summary>
public sealed class StabilityVerifier(ImportedStatements imported) : IVerifier
{
    public static VerifierRegistration Registration { get; } = VerifierRegistration.OverImports(
        imported => new StabilityVerifier(imported), [],
        new DecisionTable("Stability", "`degrades_or_stabilises`", "SIGNOR has the regulator change the amount that way",
            "never; disputed: the other way",
            "pair not listed, or listed both ways"));

    public string Name => "Stability";
    public string Version => "2.0";

    public IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, CancellationToken ct) =>
        Verify(request, ct).ToAsyncEnumerable();

    private IEnumerable<Verdict> Verify(VerificationRequest request, CancellationToken ct)
    {
        foreach (var action in request.Graph.Actions)
        {
            ct.ThrowIfCancellationRequested();
            if (action is { Kind: ClaimKind.Stability, Id: { } id, Direction: not null }) yield return Judge(
                action, id, request.SourcesOf(id));
        }
    }

    private Verdict Judge(ActionNode action, NodeId id, ImmutableHashSet<string> used)
    {
        var (regulator, target) = (action.Text("regulator"), action.Text("target"));
        var rows = imported.Between(imported.Genes(regulator), imported.Genes(target),
            said => said.Dataset == KnowledgeDataset.Signor && said.Sign != 0 && said.Record.Contains("quantity", StringComparison.Ordinal))
                .ToList();
        Verdict Say(VerdictKind kind, string reason) => IssueVerdict.From(this, new(id), ExplanationWriter.Write(action), kind, reason,
            [.. rows.Take(6).Select(r => r.ToRow($"{r.Source} {r.Said.Record} {r.Target}"))], used, imported.Version);

        if (rows.Count == 0) return Say(
            VerdictKind.Undetermined, $"SIGNOR says nothing of what {regulator} does to the amount of {target}.");
        var signs = rows.Select(r => r.Said.Sign).Distinct().ToList();
        if (signs.Count > 1) return Say(VerdictKind.Undetermined, $"SIGNOR has {regulator} act on the amount of {target} in both ways.");
        return signs[0] == (action.Direction == Direction.Up ? 1 : -1)
            ? Say(VerdictKind.Supported, $"SIGNOR has {regulator} {(signs[0] > 0 ? "raise" : "lower")} the amount of {target}.")
            : Say(VerdictKind.Disputed,
                $"SIGNOR has {regulator} {(signs[0] > 0 ? "raise" : "lower")} the amount of {target}, against the direction claimed.");
    }
}
