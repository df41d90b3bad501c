using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.KnockOut;

namespace VcrPortal.Reasoning.Diff;

/// <summary>A conclusion that both graphs support, on other grounds. A ground is a claim that stands and leads to the conclusion by causal edges.</summary>
public sealed record SupportChange(ActionNode Conclusion, ImmutableArray<ActionNode> GroundsLost, ImmutableArray<ActionNode> GroundsGained);

/// <summary>
/// How what follows differs: the terminal actions that have support (see <see cref="Consequences"/>) in one graph only, or in both on other
/// grounds. Claims are the same when verb and required arguments are; lost ones are the actions of the graph before, others of the graph after.
/// </summary>
public sealed record EntailmentDiff(ImmutableArray<ActionNode> Gained, ImmutableArray<ActionNode> Lost, ImmutableArray<SupportChange> Changed)
{
    public static EntailmentDiff None { get; } = new([], [], []);

    public bool IsEmpty => Gained.IsEmpty && Lost.IsEmpty && Changed.IsEmpty;

    internal static EntailmentDiff Between(ActionGraph before, ActionGraph after, NodePairing pairing)
    {
        var (was, becomes) = (new Entailments(before), new Entailments(after));
        var same = pairing.Partner.Select((partner, at) => partner >= 0 && ActionSimilarity.IsSameClaim(before.Actions[at], after.Actions[partner]) ? partner : -1).ToArray();
        var kept = was.Conclusions.Where(at => same[at] >= 0 && becomes.Conclusions.Contains(same[at])).ToDictionary(at => at, at => same[at]);
        return new(
            [.. becomes.Conclusions.Except(kept.Values).Select(at => after.Actions[at])],
            [.. was.Conclusions.Where(at => !kept.ContainsKey(at)).Select(at => before.Actions[at])],
            [.. kept.Select(pair => Compare(pair.Key, pair.Value)).Where(c => !c.GroundsLost.IsEmpty || !c.GroundsGained.IsEmpty)]);

        SupportChange Compare(int conclusion, int conclusionAfter)
        {
            var (grounds, groundsAfter) = (was.Grounds(conclusion), becomes.Grounds(conclusionAfter));
            var carried = grounds.Select(at => same[at]).ToHashSet();
            return new(after.Actions[conclusionAfter],
                [.. grounds.Where(at => !groundsAfter.Contains(same[at])).Order().Select(at => before.Actions[at])],
                [.. groundsAfter.Where(at => !carried.Contains(at)).Order().Select(at => after.Actions[at])]);
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
            Conclusions = [.. Enumerable.Range(0, _rule.Actions).Where(at => graph.Actions[at].Primitive is { IsTerminal: true } && _standing.Has(at))];
        }

        public HashSet<int> Conclusions { get; }

        public HashSet<int> Grounds(int conclusion)
        {
            var grounds = new HashSet<int>();
            var open = new Stack<int>([conclusion]);
            while (open.TryPop(out var at))
                foreach (var reason in _rule.Reasons(at))
                    if (_standing.Has(reason.Source) && grounds.Add(reason.Source)) open.Push(reason.Source);
            return grounds;
        }
    }
}
