using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Verification;

/// <summary>
/// The judgements of all claims of a graph, conditions resolved: a verdict that rests on another claim counts while that claim is
/// supported. Claims that rest on each other in a circle hold each other up by nothing, so none of their conditions is met. Linear in the
/// number of verdicts where there is no circle.
/// </summary>
public sealed class GraphJudgements
{
    private readonly Dictionary<Claim, List<Verdict>> _byClaim = [];
    private readonly Dictionary<NodeId, List<Verdict>> _byAction = [];
    private readonly Dictionary<NodeId, ClaimJudgement> _ofAction = [];

    private GraphJudgements(ImmutableArray<Verdict> verdicts)
    {
        foreach (var verdict in verdicts.IsDefault ? [] : verdicts)
        {
            Add(_byClaim, verdict.Claim, verdict);
            if (verdict.Claim.EdgeTarget is null) Add(_byAction, verdict.Claim.Action, verdict);
        }
        Resolve();
    }

    public static GraphJudgements From(ImmutableArray<Verdict> verdicts) => new(verdicts);

    /// <summary>The judgement of an action without the members of its list, of one member, or of an edge.</summary>
    public ClaimJudgement this[Claim claim] => _byClaim.TryGetValue(claim, out var verdicts) ? Judge(verdicts) : ClaimJudgement.NotTestable;

    /// <summary>The judgement of a whole action, by what was said of it and of every member of its list together.</summary>
    public ClaimJudgement OfAction(NodeId id) => _ofAction.GetValueOrDefault(id) ?? ClaimJudgement.NotTestable;

    /// <summary>A verdict may rest on this action: independent data supports it.</summary>
    public bool Holds(NodeId id) => _ofAction.GetValueOrDefault(id)?.Kind == JudgementKind.Supported;

    /// <summary>The judgement by some of the verdicts, under the conditions of this graph.</summary>
    public ClaimJudgement Judge(IEnumerable<Verdict> verdicts) => ClaimJudgement.From(verdicts, Holds);

    private void Resolve()
    {
        var waitsFor = new Dictionary<NodeId, int>();
        var waiting = new Dictionary<NodeId, List<NodeId>>();
        var ready = new Queue<NodeId>();
        foreach (var (action, verdicts) in _byAction)
        {
            var conditions = verdicts.Select(v => v.RestsOn).OfType<NodeId>().Where(_byAction.ContainsKey).Distinct().ToList();
            waitsFor[action] = conditions.Count;
            foreach (var condition in conditions) Add(waiting, condition, action);
            if (conditions.Count == 0) ready.Enqueue(action);
        }
        while (ready.TryDequeue(out var action))
        {
            _ofAction[action] = Judge(_byAction[action]);
            foreach (var other in waiting.GetValueOrDefault(action) ?? [])
                if (--waitsFor[other] == 0) ready.Enqueue(other);
        }
        ResolveCircles();
    }

    /// <summary>
    /// What is left stands in a circle, or rests on one. Of what still waits, the claim that waits for fewest stands in a circle with all
    /// of those: each is judged with the others not holding, whatever the order.
    /// </summary>
    private void ResolveCircles()
    {
        var left = _byAction.Keys.Where(action => !_ofAction.ContainsKey(action)).ToList();
        while (left.Count > 0)
        {
            var circle = left.Select(WaitedFor).MinBy(waited => waited.Count)!.ToList();
            var judged = circle.ConvertAll(action => Judge(_byAction[action]));
            for (var i = 0; i < circle.Count; i++) _ofAction[circle[i]] = judged[i];
            left.RemoveAll(_ofAction.ContainsKey);
        }
    }

    /// <summary>The action and whatever it waits for, directly or through others.</summary>
    private HashSet<NodeId> WaitedFor(NodeId action)
    {
        var waited = new HashSet<NodeId> { action };
        var next = new Queue<NodeId>(waited);
        while (next.TryDequeue(out var one))
            foreach (var condition in _byAction[one].Select(v => v.RestsOn).OfType<NodeId>())
                if (_byAction.ContainsKey(condition) && !_ofAction.ContainsKey(condition) && waited.Add(condition)) next.Enqueue(condition);
        return waited;
    }

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value) where TKey : notnull
    {
        if (lists.TryGetValue(key, out var list)) list.Add(value);
        else lists[key] = [value];
    }
}
