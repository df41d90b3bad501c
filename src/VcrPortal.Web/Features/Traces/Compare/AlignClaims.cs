using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Traces.Compare;

/// <summary>Puts the claims that say the same, or nearly so, side by side. Pure.</summary>
internal static class AlignClaims
{
    public static ImmutableArray<ComparedClaim> Run(ImmutableArray<ComparedTrace> traces)
    {
        var used = traces.Select(_ => new HashSet<NodeId>()).ToArray();
        var rows = ImmutableArray.CreateBuilder<ComparedClaim>();
        for (var first = 0; first < traces.Length; first++)
        {
            var own = traces[first].Trace.Graph;
            var from = first;
            var partners = traces.Select((t, at) => at > from ? Counterparts.Between(own, t.Trace.Graph) : null).ToArray();
            foreach (var claim in traces[first].Sheet.Actions)
            {
                if (used[first].Contains(claim.Id)) continue;
                var claims = new ClaimRow?[traces.Length];
                claims[first] = claim;
                for (var other = first + 1; other < traces.Length; other++)
                    if (partners[other]!.TryGetValue(claim.Id, out var there) && used[other].Add(there.Id))
                        claims[other] = traces[other].Sheet.Find(there.Id);
                rows.Add(Row(traces, [.. claims]));
            }
        }
        return rows.ToImmutable();
    }

    private static ComparedClaim Row(ImmutableArray<ComparedTrace> traces, ImmutableArray<ClaimRow?> claims)
    {
        var made = claims.OfType<ClaimRow>().ToList();
        if (made.Count < claims.Length) return new(claims, RowState.NotEverywhere, WhyNotEverywhere(traces, claims));
        if (made.Select(c => c.Node.OutputSign).Distinct().Count() > 1)
            return new(claims, RowState.OtherDirection, "The direction differs.");
        if (made.Select(c => (c.Text.Verb, c.Text.Main)).Distinct().Count() > 1)
            return new(claims, RowState.OtherWords, "Said of something else.");
        if (made.Select(c => c.Text.Sub).Distinct().Count() > 1) return new(claims, RowState.OtherDetail, "The details differ.");
        if (made.Select(c => c.Mark).Distinct().Count() == 1) return new(claims, RowState.Same, "");
        var reasons = claims.Select((c, at) => (Name: traces[at].Name, c!.Reason)).Where(c => !string.IsNullOrEmpty(c.Reason))
            .Select(c => $"{c.Name}: {c.Reason}");
        return new(claims, RowState.OtherVerdict, "Another verdict. " + string.Join(" ", reasons));
    }

    /// <summary>A claim that rests on a gene which is altered only in the cells that have the claim may come from that.</summary>
    private static string WhyNotEverywhere(ImmutableArray<ComparedTrace> traces, ImmutableArray<ClaimRow?> claims)
    {
        var absent = traces.Where((_, at) => claims[at] is null).ToList();
        var why = new List<string> { $"Not in {string.Join(", ", absent.Select(t => t.Name))}." };
        for (var at = 0; at < traces.Length; at++)
        {
            if (claims[at] is not { } claim) continue;
            var rests = RestsOn(traces[at].Trace.Graph, claim);
            var here = traces[at].Alterations.Where(a => rests.Contains(a.Gene)).Select(Word).Distinct()
                .Where(word => !absent.Any(t => t.Alterations.Select(Word).Contains(word))).ToList();
            if (here.Count > 0) why.Add($"It rests on {string.Join(", ", here)} in {traces[at].Trace.CellLine}.");
        }
        foreach (var engines in traces.Select(t => t.Trace.Engine).Distinct().Skip(1).Take(1))
            why.Add($"Another engine ({engines}).");
        return string.Join(" ", why);
    }

    private static HashSet<string> RestsOn(ActionGraph graph, ClaimRow claim) =>
        graph.Ancestors(claim.Id).Append(claim.Id).Select(graph.Find).OfType<ActionNode>()
            .SelectMany(a => a.Arguments).SelectMany(a => a.Value.Texts).ToHashSet(StringComparer.OrdinalIgnoreCase);

    internal static string Word(DriverAlteration altered) =>
        $"{altered.Gene} {altered.Change ?? (altered.Effect == AlterationEffect.LossOfFunction ? "loses function" : "altered")}";
}
