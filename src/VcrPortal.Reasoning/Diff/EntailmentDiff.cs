using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.KnockOut;

namespace VcrPortal.Reasoning.Diff;

/// <summary>A conclusion that both graphs support, on other grounds. A ground is a claim that stands and leads to the conclusion by causal
/// edges.</summary>
public sealed record SupportChange(ActionNode Conclusion, ImmutableArray<ActionNode> GroundsLost, ImmutableArray<ActionNode> GroundsGained);

/// <summary>
/// How what follows differs: the terminal actions that have support (see <see cref="Consequences"/>) in one graph only, or in both on other
/// grounds. Claims are the same when verb and required arguments are; lost ones are the actions of the graph before, others of the graph
/// after.
/// </summary>
public sealed record EntailmentDiff(
    ImmutableArray<ActionNode> Gained, ImmutableArray<ActionNode> Lost, ImmutableArray<SupportChange> Changed)
{
    public static EntailmentDiff None { get; } = new([], [], []);

    public bool IsEmpty => Gained.IsEmpty && Lost.IsEmpty && Changed.IsEmpty;

    internal static EntailmentDiff Between(ActionGraph before, ActionGraph after, NodePairing pairing)
    {
        var (was, becomes) = (new Entailments(before), new Entailments(after));
        var same = pairing.Partner.Select(
            (partner, at) => partner >= 0 && ActionSimilarity.IsSameClaim(before.Actions[at], after.Actions[partner]) ? partner : -1)
            .ToArray();
        var kept = was.Conclusions.Where(at => same[at] >= 0 && becomes.Conclusions.Contains(same[at]))
            .ToDictionary(at => at, at => same[at]);
        return new(
            [.. becomes.Conclusions.Except(kept.Values).Select(at => after.Actions[at])],
            [.. was.Conclusions.Where(at => !kept.ContainsKey(at)).Select(at => before.Actions[at])],
            [.. kept.Select(pair => Compare(pair.Key, pair.Value)).Where(c => !c.GroundsLost.IsEmpty || !c.GroundsGained.IsEmpty)]);

        SupportChange Compare(int conclusion, int conclusionAfter)
        {
            var (grounds, groundsAfter) = (was.Grounds(conclusion), becomes.Grounds(conclusionAfter));
            var carried = new bool[groundsAfter.Length];
            var lost = new List<ActionNode>();
            for (var at = 0; at < grounds.Length; at++)
                if (grounds[at] && same[at] >= 0 && groundsAfter[same[at]]) carried[same[at]] = true;
                else if (grounds[at]) lost.Add(before.Actions[at]);
            return new(
                after.Actions[conclusionAfter], [.. lost],
                [.. Enumerable.Range(0, carried.Length).Where(at => groundsAfter[at] && !carried[at]).Select(at => after.Actions[at])]);
        }
    }

    /// <summary>The supported conclusions of one graph and what supports each.</summary>
    private sealed class Entailments
    {
        private readonly SupportRule _rule;
        private readonly Standing _standing;

        public Entailments(ActionGraph graph)
        {
            _rule = new SupportRule(graph);
            _standing = _rule.Evaluate(new bool[_rule.Actions], new bool[_rule.Edges.Count]);
            Conclusions = [
                .. Enumerable.Range(0, _rule.Actions)
                .Where(at => graph.Actions[at].Primitive is { IsTerminal: true } && _standing.Has(at))];
        }

        public HashSet<int> Conclusions { get; }

        /// <summary>For each action whether it is a ground of this conclusion.</summary>
        public bool[] Grounds(int conclusion)
        {
            var grounds = new bool[_rule.Actions];
            var open = new Stack<int>([conclusion]);
            while (open.TryPop(out var at))
                foreach (var reason in _rule.Reasons(at))
                {
                    if (grounds[reason.Source] || !_standing.Has(reason.Source)) continue;
                    grounds[reason.Source] = true;
                    open.Push(reason.Source);
                }
            return grounds;
        }
    }
}
