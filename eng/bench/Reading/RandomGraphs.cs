using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Bench.Reading;

/// <summary>Random DAGs with the shape of explanations: most edges lead to a near successor, some skip ahead. The same seed gives the same
/// graph.</summary>
internal static class RandomGraphs
{
    /// <summary>An edge reaches at most so many places ahead in the order of the nodes.</summary>
    private const int Reach = 12;

    public static ActionGraph Build(int nodes, int edges, int seed)
    {
        var random = new Random(seed);
        var pairs = new HashSet<(int From, int To)>();
        for (var node = 1; node < nodes; node++) pairs.Add((random.Next(Math.Max(0, node - Reach), node), node));
        while (pairs.Count < edges)
        {
            var from = random.Next(nodes - 1);
            pairs.Add((from, random.Next(from + 1, Math.Min(nodes, from + Reach + 1))));
        }
        return new(PrimitiveVocabulary.Vcr20, null,
            [.. Enumerable.Range(0, nodes).Select(Action)],
            [.. pairs.Order().Select(pair => new CausalEdge(Id(pair.From), Id(pair.To)))]);
    }

    private static NodeId Id(int node) => new("n" + (node + 1).ToString(CultureInfo.InvariantCulture));

    private static ActionNode Action(int node)
    {
        const string name = "modulates_molecule_activity";
        ImmutableArray<Argument> arguments =
            [new("target", new ArgumentValue.Text($"P{node}")), new("direction", new ArgumentValue.Text("up"))];
        return new(Id(node), name, PrimitiveVocabulary.Vcr20.Find(name), arguments);
    }
}
