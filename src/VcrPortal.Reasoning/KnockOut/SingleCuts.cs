namespace VcrPortal.Reasoning.KnockOut;

/// <summary>
/// For every action behind a conclusion the single candidates whose falsehood takes its support, given what is false already. They follow
/// the rule of support itself: an action falls with a candidate when that candidate fells all of its reasons, or any of them where all are
/// needed. So one pass in topological order answers for all candidates at once, 64 to a word (as dominators are found in flow graphs).
/// </summary>
internal sealed class SingleCuts
{
    private readonly SupportRule _rule;
    private readonly CutCandidates _candidates;
    private readonly List<int> _order;
    private readonly bool _isCyclic;
    private readonly BitRow[] _rows;
    private readonly BitRow _all;
    private readonly BitRow _reason;
    private readonly BitRow _next;

    public SingleCuts(SupportRule rule, CutCandidates candidates)
    {
        _rule = rule;
        _candidates = candidates;
        _order = [.. rule.Graph.Index.Order.Where(candidates.Behind.Contains)];
        _isCyclic = _order.Any(at => rule.Graph.Index.Knots[at] != at);
        _rows = new BitRow[rule.Actions];
        foreach (var at in _order) _rows[at] = new(candidates.Count);
        (_all, _reason, _next) = (new(candidates.Count), new(candidates.Count), new(candidates.Count));
        _all.Fill();
    }

    /// <summary>The candidates that fell the target, in a row of its own. The target must stand.</summary>
    public BitRow Of(int target, bool[] falseActions, bool[] falseEdges)
    {
        foreach (var at in _order) _rows[at].Fill();
        bool changed;
        do
        {
            changed = false;
            foreach (var at in _order) changed |= Update(at, falseActions, falseEdges);
        }
        while (_isCyclic && changed);
        var answer = new BitRow(_candidates.Count);
        _rows[target].CopyTo(answer);
        return answer;
    }

    private bool Update(int at, bool[] falseActions, bool[] falseEdges)
    {
        if (falseActions[at]) return false;
        FellReasons(at, falseEdges);
        if (_candidates.OfAction(at) is var self and >= 0) _next.Add(self);
        if (_next.Same(_rows[at])) return false;
        _next.CopyTo(_rows[at]);
        return true;
    }

    private void FellReasons(int at, bool[] falseEdges)
    {
        var needsAll = _rule.NeedsAll(at);
        if (needsAll || _rule.StandsByItself(at)) _next.Clear();
        else _next.Fill();
        foreach (var reason in _rule.Reasons(at))
        {
            var fells = Fells(reason, falseEdges);
            if (needsAll) _next.Or(fells);
            else _next.And(fells);
        }
    }

    private BitRow Fells(Premise reason, bool[] falseEdges)
    {
        if (falseEdges[reason.Edge]) return _all;
        if (_candidates.OfEdge(reason.Edge) is not (var edge and >= 0)) return _rows[reason.Source];
        _rows[reason.Source].CopyTo(_reason);
        _reason.Add(edge);
        return _reason;
    }
}
