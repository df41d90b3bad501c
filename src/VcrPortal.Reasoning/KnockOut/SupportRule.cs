using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.KnockOut;

/// <summary>One causal edge as a reason for its target. <paramref name="Edge"/> numbers the distinct causal edges.</summary>
internal readonly record struct Premise(int Source, int Target, int Edge);

/// <summary>
/// The rule of support, laid out for repeated evaluation: an action stands when it is not false and any of its causal parents stands
/// by an edge that is not false; an assembling complex (<see cref="ComplexParts"/>) needs all of those parents that concern its members,
/// where any does. An action that nothing leads to stands by itself; one that only correlation leads to never stands.
/// </summary>
internal sealed class SupportRule
{
    private readonly List<Premise>[] _reasons;
    private readonly List<Premise>[] _effects;
    private readonly bool[] _needsAll;

    public SupportRule(ActionGraph graph)
    {
        Graph = graph;
        _reasons = [.. graph.Actions.Select(_ => new List<Premise>())];
        _effects = [.. graph.Actions.Select(_ => new List<Premise>())];
        _needsAll = new bool[graph.Actions.Length];
        Edges = [.. graph.Edges.Where(IsReason).Distinct()];
        for (var edge = 0; edge < Edges.Count; edge++)
        {
            var premise = new Premise(graph.Index.Position(Edges[edge].Source), graph.Index.Position(Edges[edge].Target), edge);
            _reasons[premise.Target].Add(premise);
        }
        for (var at = 0; at < _reasons.Length; at++) KeepPartsOfComplex(at);
        foreach (var premise in _reasons.SelectMany(r => r)) _effects[premise.Source].Add(premise);
    }

    public ActionGraph Graph { get; }

    /// <summary>The distinct causal edges between two actions, as written.</summary>
    public List<CausalEdge> Edges { get; }

    public int Actions => _reasons.Length;

    /// <summary>The edges that count for this action: of a complex only those from its parts.</summary>
    public List<Premise> Reasons(int action) => _reasons[action];
    public List<Premise> Effects(int action) => _effects[action];
    public bool NeedsAll(int action) => _needsAll[action];
    public bool StandsByItself(int action) => Graph.Index.Parents[action].IsEmpty;

    /// <summary>
    /// What stands when these are false, in O(V+E). Breadth first from the roots, so that <see cref="Standing.Reason"/> leads back along a
    /// short way; on a cycle that nothing else supports, nothing stands.
    /// </summary>
    public Standing Evaluate(bool[] falseActions, bool[] falseEdges)
    {
        var standing = new Standing(Actions);
        var missing = new int[Actions];
        var open = new Queue<int>();
        for (var at = 0; at < Actions; at++)
        {
            missing[at] = _needsAll[at] ? _reasons[at].Count : 1;
            if (StandsByItself(at) && !falseActions[at]) Raise(at, Standing.Itself);
        }
        while (open.TryDequeue(out var at))
            foreach (var effect in _effects[at])
                if (!falseEdges[effect.Edge] && !falseActions[effect.Target] && !standing.Has(effect.Target)
                    && --missing[effect.Target] == 0)
                    Raise(effect.Target, at);
        return standing;

        void Raise(int at, int reason)
        {
            standing.Reason[at] = reason;
            open.Enqueue(at);
        }
    }

    private bool IsReason(CausalEdge edge) => edge.Relation == CausalRelation.Causal && edge.Source != edge.Target
        && Graph.Index.Position(edge.Source) >= 0 && Graph.Index.Position(edge.Target) >= 0;

    private void KeepPartsOfComplex(int at)
    {
        if (!ComplexParts.Assembles(Graph.Actions[at])) return;
        var members = ComplexParts.Members(Graph.Actions[at]);
        var parts = _reasons[at].FindAll(premise => ComplexParts.Concerns(Graph.Actions[premise.Source], members));
        if (parts.Count == 0) return;
        _reasons[at] = parts;
        _needsAll[at] = true;
    }
}
