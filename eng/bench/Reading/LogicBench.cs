using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.KnockOut;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Bench.Reading;

/// <summary>Knock-out, cut sets and diff of a large explanation. No baseline: nothing else computes them.</summary>
internal static class LogicBench
{
    private const string Target = "under 20 ms";
    private const int Nodes = 300, Edges = 465;

    public static IReadOnlyList<Row> Run()
    {
        var graph = WithConclusions(RandomGraphs.Build(Nodes, Edges, seed: Nodes));
        var other = Changed(graph);
        var last = graph.Actions[^1].Id!.Value;
        var slowest = graph.Actions.Where(a => a.Primitive is { IsTerminal: true }).Select(a => a.Id!.Value)
            .MaxBy(id => Stopwatches.Shortest(() => CutSets.Find(graph, id)));
        var middle = AssumedFalse.From(graph.Actions[Nodes / 2].Id!.Value);
        return
        [
            RowOf("knock-out", () => Consequences.From(Fresh(graph), middle)),
            RowOf($"cut sets ({CutSets.Find(graph, last).Sets.Length} found)", () => CutSets.Find(Fresh(graph), last)),
            RowOf("cut sets of the conclusion that takes longest", () => CutSets.Find(Fresh(graph), slowest)),
            RowOf($"diff ({GraphDiff.Between(graph, other).Hunks.Length} hunks)", () => GraphDiff.Between(Fresh(graph), Fresh(other))),
        ];
    }

    private static Row RowOf(string what, Action measured) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what} of {Nodes} nodes, {Edges} edges"),
            Row.Milliseconds(Stopwatches.Median(measured)), null, null, Target);

    // Graphs keep their index and hashes: each round must begin without them.
    private static ActionGraph Fresh(ActionGraph graph) => new(graph.Vocabulary, graph.Context, graph.Actions, graph.Edges);

    private static ActionGraph WithConclusions(ActionGraph graph) =>
        new(graph.Vocabulary, graph.Context,
            [.. graph.Actions.Select(action => graph.Children(action.Id!.Value).IsEmpty ? Phenotype(action) : action)], graph.Edges);

    private static ActionNode Phenotype(ActionNode action)
    {
        const string name = "induces_phenotype";
        ImmutableArray<Argument> arguments =
            [new("source", new ArgumentValue.Text("a compound")), new("phenotype", new ArgumentValue.Text($"state {action.Id}"))];
        return new(action.Id, name, PrimitiveVocabulary.Vcr20.Find(name), arguments);
    }

    // Every tenth action flips, every tenth goes, all are renamed, and a tenth of the edges go.
    private static ActionGraph Changed(ActionGraph graph)
    {
        var actions = graph.Actions.Where((_, at) => at % 10 != 5).Select((action, at) => at % 10 == 0 && action.Direction is not null
            ? action with { Arguments = [action.Arguments[0], new("direction", new ArgumentValue.Text("down"))] } : action).ToList();
        var kept = actions.Select(action => action.Id!.Value).ToHashSet();
        var edges = graph.Edges.Where((edge, at) => at % 10 != 0 && kept.Contains(edge.Source) && kept.Contains(edge.Target));
        return new(graph.Vocabulary, graph.Context, [.. actions.Select(a => a with { Id = Renamed(a.Id!.Value) })],
            [.. edges.Select(e => e with { Source = Renamed(e.Source), Target = Renamed(e.Target) })]);
    }

    private static NodeId Renamed(NodeId id) => new("n9" + id.Value[1..]);
}
