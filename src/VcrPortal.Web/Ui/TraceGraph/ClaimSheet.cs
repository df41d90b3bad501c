using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Ui.TraceGraph;

/// <summary>One claim with all that any view of it shows.</summary>
/// <param name="Number">Its place in reading order, from 1.</param>
/// <param name="MarkText">"contradicted: 1 of 4" where members were judged one by one, else the short words of the mark.</param>
/// <param name="MarkLong">The same for details.</param>
/// <param name="Verdicts">On the action or a member of it; those on its edges stand in <see cref="ClaimSheet.EdgeMarks"/>.</param>
public sealed record ClaimRow(
    NodeId Id, int Number, ActionNode Node, ClaimText Text, ClaimMark Mark, string MarkText, string MarkLong,
    ImmutableArray<CausalEdge> Incoming, ImmutableArray<CausalEdge> Outgoing, ImmutableArray<Verdict> Verdicts)
{
    /// <summary>How it stands when other claims are assumed false.</summary>
    public ClaimStanding Standing { get; init; }

    public string CategoryClass => PrimitiveCategories.CssClass(Node);

    /// <summary>The claims that this card stands for, itself the first; empty for a card of one claim.</summary>
    public ImmutableArray<NodeId> Holds { get; init; } = [];

    /// <summary>The reason of the most telling verdict, or null.</summary>
    public string? Reason { get; init; }
}

/// <summary>
/// A graph made ready to be read: the one source of graph, outline, table and details, so that these cannot differ in what they hold.
/// Context first, then topological order; an id that an invalid graph uses twice is shown once.
/// </summary>
public sealed record ClaimSheet(
    ActionGraph Graph, ImmutableArray<ClaimRow> Rows, ImmutableDictionary<CausalEdge, ClaimMark> EdgeMarks,
    ImmutableArray<Verdict> Verdicts)
{
    private readonly ImmutableDictionary<NodeId, ClaimRow> _byId = Rows.ToImmutableDictionary(r => r.Id);

    /// <summary>The judgements of all claims, with conditions resolved.</summary>
    public GraphJudgements Judgements { get; init; } = GraphJudgements.From(Verdicts);

    /// <summary>Edges that a reader assumes to be false.</summary>
    public ImmutableHashSet<CausalEdge> FalseEdges { get; init; } = [];

    /// <summary>The same claims under assumptions; those without an entry stand as before.</summary>
    public ClaimSheet Under(IReadOnlyDictionary<NodeId, ClaimStanding> standings, ImmutableHashSet<CausalEdge> falseEdges) =>
        standings.Count == 0 && falseEdges.IsEmpty ? this :
        new(Graph, [.. Rows.Select(row => row.Node.IsContext ? row : row with { Standing = standings.GetValueOrDefault(row.Id) })],
            EdgeMarks, Verdicts)
        { FalseEdges = falseEdges, Judgements = Judgements };

    /// <summary>The edge is false, or carries nothing because its source does not stand.</summary>
    public bool IsGone(CausalEdge edge) => FalseEdges.Contains(edge) || Find(edge.Source)?.Standing.IsGone() == true;

    public ClaimRow? Find(NodeId id) => _byId.GetValueOrDefault(id);

    public ClaimRow? Context => Rows is [{ Node.IsContext: true } first, ..] ? first : null;

    /// <summary>Claims by verdict, each card once; while the job goes on, what waits is in no count.</summary>
    public VerdictCounts VerdictCountsOf(bool isFinal) =>
        CountVerdicts.OfActions(Graph, Verdicts) is var all && isFinal ? all
            : all with { NotTestable = Actions.Count(r => r.Mark == ClaimMark.NotTestable) };

    public bool HasRefuted => Rows.Any(r => r.Mark == ClaimMark.Refuted);

    public IEnumerable<ClaimRow> Actions => Rows.Where(r => !r.Node.IsContext);

    /// <param name="isFinal">No more verdicts will come: a claim without any is then not testable rather than waiting.</param>
    public static ClaimSheet From(ActionGraph graph, ImmutableArray<Verdict> verdicts, bool isFinal)
    {
        var ofAction = verdicts.Where(v => v.Claim.EdgeTarget is null).ToLookup(v => v.Claim.Action);
        var judgements = GraphJudgements.From(verdicts);
        var incoming = graph.Edges.ToLookup(e => e.Target);
        var outgoing = graph.Edges.ToLookup(e => e.Source);
        var nodes = graph.Context is null ? graph.TopologicalOrder() : [graph.Context, .. graph.TopologicalOrder()];
        var rows = nodes.DistinctBy(IdOf).Select((node, at) =>
        {
            var id = IdOf(node);
            ImmutableArray<Verdict> own = [.. ofAction[id], .. node.IsContext && id != Claim.ContextId ? ofAction[Claim.ContextId] : []];
            var judgement = judgements.Judge(own);
            var mark = Settled(ClaimMarks.From(judgement), isFinal);
            if (node.IsContext && IsOpen(mark)) return Background(node, id, at + 1, [.. incoming[id]], [.. outgoing[id]], own);
            var part = PartOf(mark, own, judgements);
            return new ClaimRow(
                id, at + 1, node, ClaimWording.For(node), mark, VerdictText.Card(mark, judgement) + part,
                VerdictText.Long(mark, judgement) + part, [.. incoming[id]], [.. outgoing[id]], own)
            { Reason = judgement.Telling?.Reason };
        });
        var edges = graph.Edges.Distinct()
            .ToImmutableDictionary(e => e, e => Settled(ClaimMarks.From(judgements[new Claim(e.Source, EdgeTarget: e.Target)]), isFinal));
        return new(graph, [.. rows], edges, verdicts) { Judgements = judgements };
    }

    private static bool IsOpen(ClaimMark mark) => mark is ClaimMark.Undetermined or ClaimMark.SameSource or ClaimMark.NotTestable;

    /// <summary>The cell before the drug: nobody claims it, so what no independent check decides is no gap.</summary>
    private static ClaimRow Background(
        ActionNode node, NodeId id, int number, ImmutableArray<CausalEdge> incoming, ImmutableArray<CausalEdge> outgoing,
        ImmutableArray<Verdict> verdicts) =>
        new(id, number, node, ClaimWording.For(node), ClaimMark.NotTestable, "not a claim", "Not a claim: the cell before the drug",
            incoming, outgoing, verdicts);

    /// <summary>The name an action goes by in links and marks.</summary>
    public static NodeId IdOf(ActionNode node) => node.Id ?? Claim.ContextId;

    private static ClaimMark Settled(ClaimMark mark, bool isFinal) => mark == ClaimMark.Pending && isFinal ? ClaimMark.NotTestable : mark;

    /// <summary>": 1 of 4" where the members of a list do not all have the mark; else nothing.</summary>
    private static string PartOf(ClaimMark mark, ImmutableArray<Verdict> verdicts, GraphJudgements judgements)
    {
        var members = verdicts.Where(v => v.Claim.Member is not null).GroupBy(v => v.Claim.Member)
            .Select(g => ClaimMarks.From(judgements.Judge(g))).ToList();
        var ofMark = members.Count(m => m == mark);
        return members.Count > 1 && ofMark > 0 && ofMark < members.Count ? $": {ofMark} of {members.Count}" : "";
    }
}
