using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Diff;

/// <summary>
/// Which action of one graph is which of another, by what they say: first those that agree with all that surrounds them, then with less and
/// less of it, then those with the same words, at last those that are alike and stand in the same place. Ids only break ties.
/// </summary>
internal sealed class NodePairing
{
    // Rings of neighbours that are compared; further away hardly tells two actions of an explanation apart.
    private const int MostRings = 6;

    // Beyond so many pairs in one class the actions are paired in written order, and at last only where their ids agree.
    private const int MostPairs = 100_000;

    // One shared neighbour of one weighs as much as one shared argument.
    private const double Alike = 0.65, PlaceWeight = 0.5, IdWeight = 0.1;

    private readonly ActionGraph _before;
    private readonly ActionGraph _after;
    private readonly Surroundings _around;
    private readonly Surroundings _aroundAfter;

    private NodePairing(ActionGraph before, ActionGraph after)
    {
        (_before, _after) = (before, after);
        (_around, _aroundAfter) = (Surroundings.From(before), Surroundings.From(after));
        (Partner, PartnerOfAfter) = (Unpaired(before), Unpaired(after));
    }

    /// <summary>For each action before, the action after, or -1.</summary>
    public int[] Partner { get; }

    /// <summary>For each action after, the action before, or -1.</summary>
    public int[] PartnerOfAfter { get; }

    public static NodePairing Between(ActionGraph before, ActionGraph after)
    {
        var pairing = new NodePairing(before, after);
        var rings = ContentClasses.Build(before, pairing._around, after, pairing._aroundAfter, MostRings);
        for (var ring = rings.Count - 1; ring >= 0; ring--) pairing.PairEqual(rings[ring].Before, rings[ring].After);
        pairing.PairAlike();
        return pairing;
    }

    private void PairEqual(ulong[] classes, ulong[] classesAfter)
    {
        var free = Free(Partner).ToLookup(at => (classes[at], _before.Actions[at].Id is null));
        foreach (var group in Free(PartnerOfAfter).ToList().GroupBy(at => (classesAfter[at], _after.Actions[at].Id is null)))
        {
            var (left, right) = (free[group.Key].ToList(), group.ToList());
            if ((long)left.Count * right.Count <= MostPairs) PairBest(left, right, (one, other) => Place(one, other), least: 0);
            else foreach (var (one, other) in left.Zip(right)) Join(one, other);
        }
    }

    private void PairAlike()
    {
        var (left, right) = (Free(Partner).ToList(), Free(PartnerOfAfter).ToList());
        var likeness = Likeness(left, right);
        if ((long)left.Count * right.Count <= MostPairs) PairBest(left, right, likeness, Alike);
        else
            foreach (var other in right)
                if (_after.Actions[other].Id is { } id && _before.Index.Position(id) is var one and >= 0 && Partner[one] < 0) PairBest(
                    [one], [other], likeness, Alike);
    }

    private Func<int, int, double> Likeness(List<int> left, List<int> right)
    {
        var words = left.ToDictionary(at => at, at => ActionSimilarity.Said(_before.Actions[at]));
        var wordsAfter = right.ToDictionary(at => at, at => ActionSimilarity.Said(_after.Actions[at]));
        return (one, other) => _before.Actions[one].Id is null != _after.Actions[other].Id is null ? 0
            : ActionSimilarity.Between(words[one], wordsAfter[other]) + Place(one, other);
    }

    // The best pair first; equal ones in written order.
    private void PairBest(List<int> left, List<int> right, Func<int, int, double> score, double least)
    {
        if (left.Count == 1 && right.Count == 1 && least == 0)
        {
            Join(left[0], right[0]);
            return;
        }
        var pairs = from one in left from other in right let value = score(one, other) where value >= least select (one, other, value);
        foreach (
            var (one, other, _) in pairs.OrderByDescending(pair => pair.value).ThenBy(pair => pair.one).ThenBy(pair => pair.other).ToList())
            if (Partner[one] < 0 && PartnerOfAfter[other] < 0) Join(one, other);
    }

    private double Place(int one, int other)
    {
        var most = Math.Max(_around[one].Length, _aroundAfter[other].Length);
        var shared = 0;
        foreach (var (kind, neighbour) in _around[one])
            if (Partner[neighbour] >= 0 && _aroundAfter.Has(other, new(kind, Partner[neighbour]))) shared++;
        var sameId = _before.Actions[one].Id is { } id && id == _after.Actions[other].Id;
        return (most == 0 ? 0 : PlaceWeight * shared / most) + (sameId ? IdWeight : 0);
    }

    private void Join(int one, int other) => (Partner[one], PartnerOfAfter[other]) = (other, one);

    private static IEnumerable<int> Free(int[] partners) => Enumerable.Range(0, partners.Length).Where(at => partners[at] < 0);

    private static int[] Unpaired(ActionGraph graph)
    {
        var partners = new int[graph.Actions.Length];
        Array.Fill(partners, -1);
        return partners;
    }
}
