using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Regulons;

/// <summary>
/// Judges each gene of a <c>regulates_expression</c> by a transcription factor against DoRothEA's regulons. The sign of the regulation
/// times the way that the graph
/// says the factor goes is the way that the gene should go. Same way: supported. Opposite way: disputed where the regulation is of
/// confidence A or B, else
/// undetermined. Gene not in the regulon, both signs, or a factor of which the graph says nothing: undetermined. A regulator without a
/// regulon is not judged.
/// </summary>
public sealed class RegulonVerifier(ImportedStatements imported) : IVerifier
{
    public static VerifierRegistration Registration { get; } = VerifierRegistration.OverImports(
        imported => new RegulonVerifier(imported), [],
        new DecisionTable("Regulon", "each gene, by a transcription factor",
            "the sign in DoRothEA times the factor's own direction in the graph gives the claimed direction; rests on the factor's claim",
            "never; disputed: it gives the other one, at confidence A or B",
            "gene not in the regulon; weaker confidence; members of a family disagree; the graph does not say which way the factor goes"));

    public string Name => "Regulon";
    public string Version => "2.0";

    public IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, CancellationToken ct) =>
        Verify(request, ct).ToAsyncEnumerable();

    private IEnumerable<Verdict> Verify(VerificationRequest request, CancellationToken ct)
    {
        foreach (var action in request.Graph.Actions)
        {
            ct.ThrowIfCancellationRequested();
            if (action is not { Kind: ClaimKind.Expression, Id: { } id } || action["gene_list"] is not { } genes
                || action.Direction is null) continue;
            var factors = imported.Genes(action.Text("regulator"));
            var regulon = factors.SelectMany(f => imported.From(EntityKind.Gene, f, said => said.Dataset == KnowledgeDataset.DoRothEA))
                .ToLookup(s => s.Target);
            if (regulon.Count == 0) continue;
            // A graph names the family where the claim names the member, and the other way round.
            var direction = SignedOutputs.ChangeOf(
                [.. factors, imported.Recognizer.Match(action.Text("regulator")!)!.Name], action, request.Graph, imported.Recognizer);
            foreach (var gene in genes.Texts.Distinct())
                yield return Judge(
                    new(id, gene), action, [.. imported.Genes(gene).SelectMany(g => regulon[g])], direction, request.SourcesOf(id));
        }
    }

    private Verdict Judge(Claim claim, ActionNode action, ImmutableArray<PairStatement> rows, (int Sign, NodeId? By) change,
        ImmutableHashSet<string> used)
    {
        var factorSign = change.Sign;
        var (factor, gene, wanted) = (action.Text("regulator"), claim.Member, action.Direction == Direction.Up ? 1 : -1);
        Verdict Say(VerdictKind kind, string reason) => IssueVerdict.From(this, claim, $"{factor} {factorSign} {gene} "
            + $"{wanted}", kind, reason,
            [.. rows.Select(
                r => r.ToRow($"{r.Source} {(r.Said.Sign > 0 ? "activates" : "represses")} {r.Target}, confidence {r.Said.Record}"))], used,
                imported.Version, restsOn: change.By);

        if (rows.IsEmpty) return Say(VerdictKind.Undetermined, $"The regulon of {factor} does not list {gene}.");
        var signs = rows.Select(r => r.Said.Sign).Distinct().ToList();
        if (signs.Count > 1) return Say(VerdictKind.Undetermined, $"Members of {factor} regulate {gene} in both ways.");
        if (factorSign == 0) return Say(
            VerdictKind.Undetermined, $"The regulon of {factor} lists {gene}, but the graph does not say whether {factor} rises or falls.");
        if (signs[0] * factorSign == wanted) return Say(
            VerdictKind.Supported,
            $"{factor} {(signs[0] > 0 ? "activates" : "represses")} {gene} in its regulon, and the graph has {factor} "
            + $"{(factorSign > 0 ? "rise" : "fall")}.");
        return rows.Any(r => r.Said.Record is "A" or "B")
            ? Say(VerdictKind.Disputed,
                $"{factor} {(signs[0] > 0 ? "activates" : "represses")} {gene} in its regulon, so {gene} would go the other way.")
            : Say(VerdictKind.Undetermined,
                $"The regulon has the opposite sign for {gene}, on weak evidence (confidence {rows[0].Said.Record}).");
    }
}
