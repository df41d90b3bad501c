using System.Collections.Immutable;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Signatures;

/// <summary>
/// Judges each gene of a <c>regulates_expression</c> by L1000: did this compound raise or lower it in other cells? It takes no other claim
/// for granted. The cells were others, so what went the other way there is disputed and not refuted.
/// </summary>
public sealed class SignatureVerifier(PackEvidence evidence) : PackVerifier(evidence, PackFiles.L1000Genes)
{
    public static VerifierRegistration Registration { get; } = new(data => new SignatureVerifier(data.Evidence), new DecisionTable(
        "Signature", "each gene whose expression changes under one compound",
        "L1000 has this compound move the gene the claimed way, in other cells", "never; disputed: the other way",
        "several compounds at once; the pair is not in L1000's consensus"));

    public override string Name => "Signature";

    private protected override IEnumerable<Verdict> Judge(VerificationRequest request)
    {
        // What two compounds do together, none of them was measured to do.
        if (request.Question.Causes is not [{ IsGeneEdit: false, Actor: var compound }]) yield break;
        foreach (var action in request.Graph.Actions)
            if (action is { Kind: ClaimKind.Expression, Id: { } id, Direction: { } direction } && action["gene_list"] is { } genes)
                foreach (var gene in genes.Texts.Distinct())
                    foreach (var verdict in Say(
                        request, new(id, gene), action, [.. Measured(compound, gene, direction == Direction.Up ? 1 : -1)],
                        $"{compound} and {gene} are not in L1000's consensus.")) yield return verdict;
    }

    private IEnumerable<Finding> Measured(string compound, string gene, int wanted)
    {
        var symbol = Evidence.Genes(gene) is [var only] ? only : gene;
        ImmutableArray<(int, EvidenceRow)> rows =
        [
            .. Evidence.Pack.Drugs.SignaturesOf(compound, symbol).Select(s => (s.Sign, new EvidenceRow(
                EvidenceSource.L1000, $"{s.Drug} {(s.Sign > 0 ? "raises" : "lowers")} {s.Gene} in the consensus of L1000's cells"))),
        ];
        return SignedFindings.From(
            rows, wanted, sign => $"By L1000 {compound} {(sign > 0 ? "raises" : "lowers")} {gene} in other cells",
            Strength.MeasuredElsewhere, null) is { } finding ? [finding] : [];
    }
}
