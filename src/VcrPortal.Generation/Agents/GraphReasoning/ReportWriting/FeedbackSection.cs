using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;

/// <summary>
/// What may work against the explanation: what it changes and that acts back on its own steps, and what the cell's alterations hold. It is
/// told beside the graph, for nobody knows by drawings alone which side wins.
/// </summary>
internal sealed class FeedbackSection(Mechanism mechanism, SignedGraph graph, Func<IEnumerable<EvidenceItem>, string> cite)
{
    /// <summary>The strongest drawn first; more would bury them.</summary>
    private const int MostLoops = 5;

    public IEnumerable<string> Paragraphs()
    {
        List<string> told = [.. Loops(), .. Held()];
        if (told.Count == 0) yield break;
        yield return $"{ReportText.Heading}Feedback and resistance\n\nWhat may work against the above. Drawings alone do not say which "
            + "side wins.\n\n";
        foreach (var line in told) yield return line;
        yield return "\n";
    }

    private IEnumerable<string> Loops()
    {
        var activities = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var claim in mechanism.ClaimsAs(ClaimRole.Activity))
            if (claim.Action.Text("target") is { } target) activities.TryAdd(target, claim.Action.OutputSign);
        return Changed().Distinct()
            .SelectMany(from => graph.EdgesOf(from.Entity).Select(edge => (from, Edge: edge)))
            .Where(loop => loop.Edge is { Kind: RelationKind.Activity, Sign: not 0 }
                && activities.GetValueOrDefault(graph.NameOf(loop.Edge.Target)) is not 0 and var told
                && loop.from.Sign * loop.Edge.Sign == -told)
            .OrderByDescending(loop => loop.Edge.IsStrong).ThenBy(loop => loop.from.Entity, StringComparer.Ordinal).Take(MostLoops)
            .Select(Sentence);
    }

    /// <summary>Genes whose RNA is told to change, and proteins whose activity is.</summary>
    private IEnumerable<(string Entity, int Sign, bool IsRna)> Changed() => mechanism.Claims.SelectMany(claim => claim.Role switch
    {
        ClaimRole.Expression => claim.Action["gene_list"]!.Texts.Select(gene => (gene, claim.Action.OutputSign, true)),
        ClaimRole.Activity when claim.Action.Text("target") is { } target => [(target, claim.Action.OutputSign, false)],
        _ => Enumerable.Empty<(string, int, bool)>(),
    });

    private string Sentence(((string Entity, int Sign, bool IsRna) From, SignedEdge Edge) loop)
    {
        var (from, edge) = loop;
        var pathways = string.Join(", ", edge.Rows.Select(r => r.PathwayId).Distinct().Take(3));
        var what = $"{(from.Sign > 0 ? "more" : "less")} {(from.IsRna ? "RNA" : "activity")} of {ReportMarkdown.Escape(from.Entity)}";
        return $"- Feedback: {what} would {(from.Sign * edge.Sign > 0 ? "raise" : "lower")} "
            + $"{ReportMarkdown.Escape(graph.NameOf(edge.Target))} again ({pathways})"
            + $"{cite(edge.Rows.Select(r => FactEvidence.From(r, graph.NameOf)))}.\n";
    }

    /// <summary>Each alteration once, with what it holds against the perturbation.</summary>
    private IEnumerable<string> Held() => mechanism.Blocked
        .Where(blocked => blocked.Edge.Kind != RelationKind.Phenotype)
        .Where(blocked => blocked.Alteration.Effect == AlterationEffect.GainOfFunction || !blocked.Holding.IsEmpty)
        .GroupBy(blocked => blocked.Alteration).Take(MostLoops)
        .Select(held =>
            $"- Resistance: {ReportMarkdown.Escape(held.Key.Text)} keeps "
            + $"{ReportMarkdown.List(held.Select(b => graph.NameOf(b.Edge.Target)).Distinct().Take(4))} up whatever falls above it"
            + $"{cite([held.Key.Fact])}.\n");
}
