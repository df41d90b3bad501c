namespace VcrPortal.Reasoning.KnockOut;

/// <summary>
/// For every action behind a conclusion the single candidates whose falsehood takes its support, given what is false already. They follow
/// the rule of support itself: an action falls with a candidate when that candidate fells all of its reasons, or any of them where all are
/// needed. So one pass in topological order answers for all candidates at once, 64 to a word (as dominators are found in flow graphs).
/// The rows of words stand in one array, and so do the reasons: this is asked a thousand times for one answer.
/// </summary>
internal sealed class SingleCuts
{
    /// <param name="Reasons">Where its reasons begin; they end where those of the next step begin.</param>
    private readonly record struct Step(int Action, int Candidate, int Reasons, bool NeedsAll, bool NeedsNothing);

    /// <param name="Of">The step whose action is the reason.</param>
    private readonly record struct Reason(int Of, int Edge, int Candidate);

    private readonly Step[] _steps;
    private readonly Reason[] _reasons;
    private readonly int _target;
    private readonly bool _isCyclic;
    private readonly int _words;
    private readonly ulong[] _rows;
    private readonly ulong[] _next;

    public SingleCuts(SupportRule rule, CutCandidates candidates, int target)
    {
        var order = rule.Graph.Index.Order.Where(candidates.Behind.Contains).ToList();
        var places = new int[rule.Actions];
        for (var at = 0; at < order.Count; at++) places[order[at]] = at;
        _target = places[target];
        _isCyclic = order.Exists(at => rule.Graph.Index.Knots[at] != at);
        var (steps, reasons) = (new List<Step>(order.Count + 1), new List<Reason>());
        foreach (var at in order)
        {
            steps.Add(new(at, candidates.OfAction(at), reasons.Count, rule.NeedsAll(at), rule.StandsByItself(at)));
            foreach (var reason in rule.Reasons(at)) reasons.Add(new(places[reason.Source], reason.Edge, candidates.OfEdge(reason.Edge)));
        }
        (_steps, _reasons) = ([.. steps], [.. reasons]);
        _words = BitRow.WordsFor(candidates.Count);
        (_rows, _next) = (new ulong[_words * _steps.Length], new ulong[_words]);
    }

    /// <summary>The candidates that fell the target, in a row of its own. The target must stand.</summary>
    public BitRow Find(bool[] falseActions, bool[] falseEdges)
    {
        if (_isCyclic) Array.Fill(_rows, ulong.MaxValue);
        bool changed;
        do
        {
            changed = false;
            for (var at = 0; at < _steps.Length; at++) changed |= Update(at, falseActions, falseEdges);
        }
        while (_isCyclic && changed);
        return new(Row(_target).ToArray());
    }

    private Span<ulong> Row(int step) => _rows.AsSpan(step * _words, _words);

    private bool Update(int at, bool[] falseActions, bool[] falseEdges)
    {
        var (step, next) = (_steps[at], _next);
        if (falseActions[step.Action]) Array.Fill(next, ulong.MaxValue);
        else
        {
            Array.Fill(next, step.NeedsAll || step.NeedsNothing ? 0 : ulong.MaxValue);
            var end = at + 1 < _steps.Length ? _steps[at + 1].Reasons : _reasons.Length;
            foreach (var reason in _reasons.AsSpan(step.Reasons..end))
                if (step.NeedsAll) OrFelled(reason, falseEdges[reason.Edge]);
                else if (!falseEdges[reason.Edge]) AndFelled(reason);
            if (step.Candidate >= 0) BitRow.Add(next, step.Candidate);
        }
        if (Row(at).SequenceEqual(next)) return false;
        next.CopyTo(Row(at));
        return true;
    }

    private void OrFelled(Reason reason, bool isFalse)
    {
        if (isFalse) Array.Fill(_next, ulong.MaxValue);
        var row = Row(reason.Of);
        for (var i = 0; i < row.Length; i++) _next[i] |= row[i];
        if (reason.Candidate >= 0) BitRow.Add(_next, reason.Candidate);
    }

    private void AndFelled(Reason reason)
    {
        var isFelledByEdge = reason.Candidate >= 0 && BitRow.Has(_next, reason.Candidate);
        var row = Row(reason.Of);
        for (var i = 0; i < row.Length; i++) _next[i] &= row[i];
        if (isFelledByEdge) BitRow.Add(_next, reason.Candidate);
    }
}
