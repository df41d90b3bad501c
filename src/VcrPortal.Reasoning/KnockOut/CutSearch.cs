using System.Collections.Immutable;

namespace VcrPortal.Reasoning.KnockOut;

/// <summary>
/// Whatever fells a conclusion must hit each of its proofs. So each part but the last is taken from one proof that still holds without
/// the parts before it, and the last from <see cref="SingleCuts"/>. Sets with a smaller cut inside are left out as they come up.
/// </summary>
internal sealed class CutSearch
{
    // In words of 64 candidates: well under a second on any machine.
    private const long MostWork = 100_000_000;

    private readonly SupportRule _rule;
    private readonly int _target;
    private readonly CancellationToken _cancellation;
    private readonly CutCandidates _candidates;
    private readonly bool[] _falseActions;
    private readonly bool[] _falseEdges;
    private readonly List<ImmutableArray<int>> _found = [];
    private readonly HashSet<(int, int, int)> _seen = [];
    private readonly HashSet<(int, int)> _pairs = [];
    private readonly Dictionary<int, BitRow> _cutsWithOne = [];
    private SingleCuts? _cuts;
    private long _work;

    public CutSearch(SupportRule rule, int target, CutsOf parts, CancellationToken cancellation)
    {
        (_rule, _target, _cancellation) = (rule, target, cancellation);
        _candidates = new CutCandidates(rule, target, parts);
        (_falseActions, _falseEdges) = (new bool[rule.Actions], new bool[rule.Edges.Count]);
    }

    private bool IsOver => _found.Count > CutSets.MostSets || _work > MostWork;

    public CutSets Run()
    {
        if (Proof() is not { } proof) return new([], MoreExist: false);
        if (_candidates.Count > CutSets.MostCandidates) return new([], MoreExist: true);
        _cuts = new SingleCuts(_rule, _candidates, _target);
        var single = Cuts();
        foreach (var only in single.Members()) Report([only]);
        var first = proof.Where(part => !single.Has(part)).ToList();
        foreach (var part in first)
            foreach (var last in CutsWith(part).Members().TakeWhile(_ => !IsOver))
                if (!single.Has(last)) Report([part, last]);
        foreach (var part in first) ExtendToThree(part);
        return new([.. _found.Take(CutSets.MostSets).Select(cut => _candidates.Describe(_rule, cut))], IsOver);
    }

    private void ExtendToThree(int first)
    {
        if (IsOver) return;
        var cutsWithFirst = CutsWith(first);
        var proof = Without([first], Proof)!;
        foreach (var second in proof.Where(part => !cutsWithFirst.Has(part)))
        {
            if (IsOver) return;
            if (!_pairs.Add((Math.Min(first, second), Math.Max(first, second)))) continue;
            var cutsWithSecond = CutsWith(second);
            foreach (var last in Without([first, second], Cuts).Members())
                if (!cutsWithFirst.Has(last) && !cutsWithSecond.Has(last)) Report([first, second, last]);
        }
    }

    private void Report(ImmutableArray<int> cut)
    {
        var sorted = cut.Sort();
        if (!IsOver && _seen.Add((sorted[0], sorted.ElementAtOrDefault(1), sorted.ElementAtOrDefault(2)))) _found.Add(sorted);
    }

    // Asked for again as a second part, so kept: at most one row for each candidate.
    private BitRow CutsWith(int candidate)
    {
        if (!_cutsWithOne.TryGetValue(candidate, out var cuts)) _cutsWithOne[candidate] = cuts = Without([candidate], Cuts);
        return cuts;
    }

    private T Without<T>(ReadOnlySpan<int> candidates, Func<T> ask)
    {
        foreach (var candidate in candidates) _candidates.Mark(candidate, isFalse: true, _falseActions, _falseEdges);
        var answer = ask();
        foreach (var candidate in candidates) _candidates.Mark(candidate, isFalse: false, _falseActions, _falseEdges);
        return answer;
    }

    private BitRow Cuts()
    {
        _cancellation.ThrowIfCancellationRequested();
        _work += (long)(_candidates.EdgesBehind + _candidates.Behind.Count) * (_candidates.Count / 64 + 1);
        return _cuts!.Find(_falseActions, _falseEdges);
    }

    /// <summary>Candidates that together suffice for the target, in order of their number; null where it does not stand.</summary>
    private List<int>? Proof()
    {
        var standing = _rule.Evaluate(_falseActions, _falseEdges);
        if (!standing.Has(_target)) return null;
        var used = new HashSet<int>();
        var proved = new HashSet<int> { _target };
        var open = new Stack<int>([_target]);
        while (open.TryPop(out var at))
            foreach (var reason in _rule.Reasons(at))
            {
                if (!_rule.NeedsAll(at) && reason.Source != standing.Reason[at]) continue;
                if (_candidates.OfEdge(reason.Edge) is var edge and >= 0) used.Add(edge);
                if (_candidates.OfAction(reason.Source) is var action and >= 0) used.Add(action);
                if (proved.Add(reason.Source)) open.Push(reason.Source);
            }
        return [.. used.Order()];
    }
}
