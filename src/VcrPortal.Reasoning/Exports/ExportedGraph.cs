using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Reasoning.Exports;

/// <summary>What is known of a node or edge of an export, in a word, with the reason of the most telling verdict.</summary>
/// <param name="Strength">Empty where nothing independent decided.</param>
internal sealed record ExportedJudgement(string Word, string Reason, string Strength)
{
    /// <summary>Null where nobody judged.</summary>
    public static ExportedJudgement? From(ClaimJudgement judgement) =>
        judgement.Telling is { } telling ? new(WordOf(judgement), telling.Reason, StrengthOf(judgement)) : null;

    private static string WordOf(ClaimJudgement judgement) => judgement.Kind switch
    {
        JudgementKind.Refuted => "refuted",
        JudgementKind.Disputed => "disputed",
        JudgementKind.Supported => "supported",
        JudgementKind.Dependent => "dependent",
        JudgementKind.SameSource => "same source",
        JudgementKind.Undetermined => "undetermined",
        _ => "not testable",
    };

    private static string StrengthOf(ClaimJudgement judgement) =>
        judgement.Strength is { } strength ? JsonWords.WordOf(JsonWords.Strengths, strength) : "";
}

/// <param name="Number">Unique in the export, from 0. Ids are not: authors repeat and forget them.</param>
/// <param name="Id">The id as written; empty where there is none.</param>
/// <param name="Action">Null for an id that an edge names and no action has.</param>
internal sealed record ExportedNode(int Number, string Id, ActionNode? Action, ExportedJudgement? Judgement)
{
    public string Primitive => Action?.Name ?? "undeclared";
    public string Category => Action?.Primitive?.Category.ToString() ?? "";

    /// <summary>The primitive and its required arguments: <c>binds_to: binimetinib, MAP2K1</c>. A direction that the primitive does not
    /// have is shown too: without it the label would say the opposite.</summary>
    public string Label
    {
        get
        {
            if (Action is null) return $"undeclared: {Id}";
            var shown = Action.Arguments.Where(
                a => Action.Primitive is null || Action.IsContext || Action.Primitive.Argument(a.Name) is { Required: true }
                    || a.Name == DirectionName);
            return string.Join(": ", new[] { Action.Name, string.Join(", ", shown.Select(Shown)) }.Where(part => part.Length > 0));
        }
    }

    private const string DirectionName = "direction";

    private string Shown(Argument argument) =>
        argument.Name == DirectionName && Action!.Primitive is { } primitive && primitive.Argument(DirectionName) is null
            ? $"direction {argument.Value}" : argument.Value.ToString();
}

/// <param name="Relation"><c>causal</c> or <c>correlative</c>.</param>
internal sealed record ExportedEdge(ExportedNode Source, ExportedNode Target, string Relation, ExportedJudgement? Judgement);

/// <summary>A graph as other programs want it: every node has its own number, and both ends of every edge exist.</summary>
internal sealed class ExportedGraph
{
    private readonly ImmutableArray<ExportedNode>.Builder _nodes = ImmutableArray.CreateBuilder<ExportedNode>();
    private readonly Dictionary<NodeId, ExportedNode> _byId = [];
    private readonly GraphJudgements _judgements;

    private ExportedGraph(ActionGraph graph, ImmutableArray<Verdict> verdicts)
    {
        _judgements = GraphJudgements.From(verdicts);
        if (graph.Context is { Id: null } context) _nodes.Add(
            new ExportedNode(0, "", context, ExportedJudgement.From(_judgements.OfAction(Claim.ContextId))));
        else if (graph.Context is { } named) Add(named.Id, named);
        // An id that the context shares with an action belongs to the action.
        if (graph.Context?.Id is { } shared && graph.Index.Position(shared) >= 0) _byId.Remove(shared);
        foreach (var action in graph.Actions) Add(action.Id, action);
        Edges = [
            .. graph.EdgesInOrder()
            .Select(e => new ExportedEdge(End(e.Source), End(e.Target), RelationOf(e), OfEdge(e)))];
        Nodes = _nodes.ToImmutable();
    }

    public ImmutableArray<ExportedNode> Nodes { get; }
    public ImmutableArray<ExportedEdge> Edges { get; }

    public static ExportedGraph From(ActionGraph graph, ImmutableArray<Verdict> verdicts) => new(graph, verdicts.IsDefault ? [] : verdicts);

    /// <summary>Every argument name in use, in the order of first use, and whether any value of it is a list.</summary>
    public ImmutableArray<(string Name, bool IsList)> Arguments =>
    [
        .. Nodes.SelectMany(n => n.Action?.Arguments ?? []).GroupBy(a => a.Name)
            .Select(uses => (uses.Key, uses.Any(a => a.Value is ArgumentValue.List))),
    ];

    private ExportedNode Add(NodeId? id, ActionNode? action)
    {
        var node = new ExportedNode(
            _nodes.Count, id?.Value ?? "", action, id is null ? null : ExportedJudgement.From(_judgements.OfAction(id.Value)));
        _nodes.Add(node);
        if (id is not null) _byId.TryAdd(id.Value, node);
        return node;
    }

    private ExportedJudgement? OfEdge(CausalEdge edge) =>
        ExportedJudgement.From(_judgements[new Claim(edge.Source, EdgeTarget: edge.Target)]);

    private ExportedNode End(NodeId id) => _byId.TryGetValue(id, out var node) ? node : Add(id, null);

    private static string RelationOf(CausalEdge edge) => edge.Relation == CausalRelation.Causal ? "causal" : "correlative";
}
