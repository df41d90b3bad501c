using System.Globalization;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Footprints;

/// <summary>
/// Judges each gene of a <c>regulates_expression</c> by PROGENy: does it move as the pathway before it moves its genes in perturbation
/// experiments? The pathway is one that a claim before it names, or whose core protein it changes; the verdict rests on that claim. The
/// experiments were made in other cells, so what goes the other way is disputed and not refuted.
/// </summary>
public sealed class FootprintVerifier(PackEvidence evidence) : PackVerifier(evidence, PackFiles.ProgenyFootprints)
{
    public static VerifierRegistration Registration { get; } = new(data => new FootprintVerifier(data.Evidence), new DecisionTable(
        "Footprint", "each gene after a pathway or one of its core proteins",
        "PROGENy (p < 0.001) has the gene move the claimed way when the pathway moves as the claim before says; rests on that claim",
        "never; disputed: the other way", "gene not in the footprint; pathways that pull both ways; no such pathway before it"));

    private const int MostConditions = 3;

    public override string Name => "Footprint";

    private protected override IEnumerable<Verdict> Judge(VerificationRequest request)
    {
        foreach (var action in request.Graph.Actions)
        {
            if (action is not { Kind: ClaimKind.Expression, Id: { } id, Direction: { } direction }
                || action["gene_list"] is not { } genes) continue;
            var pathways = PathwaysBefore(request.Graph, id);
            if (pathways.Count == 0) continue;
            foreach (var gene in genes.Texts.Distinct())
                foreach (var verdict in Say(
                    request, new(id, gene), action, [.. For(gene, pathways, direction == Direction.Up ? 1 : -1)],
                    $"{gene} is no certain part of the footprint of {string.Join(", ", pathways.Select(p => p.Pathway).Distinct())}."))
                    yield return verdict;
        }
    }

    private IEnumerable<Finding> For(string gene, List<(string Pathway, int Sign, NodeId By)> pathways, int wanted)
    {
        var symbol = Evidence.Genes(gene) is [var only] ? only : gene;
        var rows = (from p in pathways
                    let weight = Evidence.Pack.Footprints.Find(p.Pathway, symbol)
                    where weight is not null
                    select (Sign: Math.Sign(weight.Weight) * p.Sign, Row: RowOf(weight), p.By)).ToList();
        if (rows.Count == 0) return [];
        var finding = SignedFindings.From(
            [.. rows.Select(r => (r.Sign, r.Row))], wanted, sign =>
                $"By PROGENy {gene} {(sign > 0 ? "rises" : "falls")} as these pathways move",
            Strength.MeasuredElsewhere, rows[0].By);
        // Any core protein of the pathway will do, where its claim holds.
        return finding is { } one ? rows.Select(r => r.By).Distinct().Take(MostConditions).Select(by => one with { RestsOn = by }) : [];
    }

    /// <summary>Nearest first; what lies nearer decides the direction of its pathway.</summary>
    private List<(string Pathway, int Sign, NodeId By)> PathwaysBefore(ActionGraph graph, NodeId id)
    {
        var found = new List<(string Pathway, int Sign, NodeId By)>();
        var seen = new HashSet<NodeId> { id };
        var open = new Queue<NodeId>([id]);
        while (open.TryDequeue(out var at))
            foreach (var edge in graph.Edges)
            {
                if (edge.Target != at || edge.Relation != CausalRelation.Causal || !seen.Add(edge.Source)) continue;
                open.Enqueue(edge.Source);
                if (graph.Find(edge.Source) is not { } before) continue;
                foreach (var (pathway, sign) in CorePathways.For(before, Evidence))
                    if (!found.Any(f => f.Pathway == pathway && f.Sign != sign)) found.Add((pathway, sign, edge.Source));
            }
        return found;
    }

    private static EvidenceRow RowOf(FootprintWeight weight) => new(
        EvidenceSource.Progeny,
        $"{weight.Gene} {(weight.Weight > 0 ? "rises" : "falls")} with {weight.Pathway}: "
        + string.Create(CultureInfo.InvariantCulture, $"weight {weight.Weight:0.##}, p {weight.PValue:0E+0}"));
}
