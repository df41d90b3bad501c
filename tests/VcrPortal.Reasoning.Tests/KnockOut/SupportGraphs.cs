using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.KnockOut;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Tests.KnockOut;

/// <summary>Random DAGs in which every clause of the rule of support matters, and the rule itself, read aloud: slow and plain.</summary>
internal static class SupportGraphs
{
    public static ActionGraph Random(int seed, int most = 12)
    {
        var random = new Random(seed);
        var count = random.Next(1, most + 1);
        var edges = from source in Enumerable.Range(1, count)
                    from target in Enumerable.Range(source + 1, count - source)
                    where random.Next(100) < 35
                    select new CausalEdge(
                        new($"n{source}"), new($"n{target}"), random.Next(5) == 0 ? CausalRelation.Correlative : CausalRelation.Causal);
        return new(PrimitiveVocabulary.Vcr20, null, [.. Enumerable.Range(1, count).Select(i => Action(i, random))], [.. edges]);
    }

    public static ActionNode Complex(int number, string direction, params string[] members) =>
        new(new($"n{number}"), "modulates_complex", PrimitiveVocabulary.Vcr20.Find("modulates_complex"),
            [new("members", new ArgumentValue.List([.. members])), Graphs.Text("complex", "a complex"),
                Graphs.Text("direction", direction)]);

    public static AssumedFalse Part(ActionGraph graph, Random random) => new(
        [.. graph.Actions.Where(_ => random.Next(6) == 0).Select(a => a.Id!.Value)], [.. graph.Edges.Where(_ => random.Next(6) == 0)]);

    /// <summary>Decides by recursion over the definition; for acyclic graphs with distinct ids.</summary>
    public static bool Stands(ActionGraph graph, ActionNode action, AssumedFalse assumed)
    {
        if (assumed.Actions.Contains(action.Id!.Value)) return false;
        var incoming = graph.Edges.Where(e => e.Target == action.Id).ToList();
        if (incoming.Count == 0) return true;
        var causal = incoming.Where(e => e.Relation == CausalRelation.Causal).ToList();
        var parts = action.Name == "modulates_complex" && action.Text("direction") == "up"
            ? causal.Where(e => Brings(graph.Find(e.Source)!, action)).ToList() : [];
        return parts.Count > 0 ? parts.All(Holds) : causal.Any(Holds);

        bool Holds(CausalEdge edge) => !assumed.Edges.Contains(edge) && Stands(graph, graph.Find(edge.Source)!, assumed);
    }

    private static bool Brings(ActionNode parent, ActionNode complex) =>
        complex["members"]!.Texts.Any(member => parent.Text("target") == member || (parent["members"]?.Texts.Contains(member) ?? false));

    private static ActionNode Action(int number, Random random) => random.Next(5) switch
    {
        0 => Graphs.Phenotype(number),
        1 => Complex(number, "up", $"GENE{random.Next(3)}", $"GENE{random.Next(3)}"),
        2 => Complex(number, "down", $"GENE{random.Next(3)}"),
        _ => Graphs.Activity(number, $"GENE{random.Next(4)}", "up"),
    };
}
