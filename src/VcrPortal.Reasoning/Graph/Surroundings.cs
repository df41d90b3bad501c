using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Graph;

/// <summary>What an action is joined to, and how.</summary>
/// <param name="Kind">0 for a <c>via</c>; odd for an edge that leads to the other action, even for one that comes from it, by
/// relation.</param>
internal readonly record struct Neighbour(int Kind, int Action) : IComparable<Neighbour>
{
    public bool IsLedTo => (Kind & 1) == 1;

    public static int To(CausalRelation relation) => 2 * (int)relation + 1;

    public static int From(CausalRelation relation) => 2 * (int)relation + 2;

    public int CompareTo(Neighbour other) => Kind == other.Kind ? Action.CompareTo(other.Action) : Kind.CompareTo(other.Kind);
}

/// <summary>For each action of a graph what an edge or a <c>via</c> joins it to, in order and without repeats.</summary>
internal sealed class Surroundings
{
    private readonly int[] _starts;
    private readonly Neighbour[] _all;

    private Surroundings(int[] starts, Neighbour[] all) => (_starts, _all) = (starts, all);

    public ReadOnlySpan<Neighbour> this[int action] => _all.AsSpan(_starts[action].._starts[action + 1]);

    public bool Has(int action, Neighbour neighbour) => this[action].BinarySearch(neighbour) >= 0;

    public static Surroundings From(ActionGraph graph)
    {
        // Action, kind and neighbour in one number, so that they sort fast.
        var keys = new List<ulong>(2 * graph.Edges.Length);
        for (var edge = 0; edge < graph.Edges.Length; edge++)
        {
            var ((source, target), relation) = (graph.Index.Ends[edge], graph.Edges[edge].Relation);
            if (source < 0 || target < 0) continue;
            keys.Add(Key(source, Neighbour.To(relation), target));
            keys.Add(Key(target, Neighbour.From(relation), source));
        }
        AddNamed(graph, keys);
        keys.Sort();
        return FromSorted(graph.Actions.Length, keys);
    }

    private static void AddNamed(ActionGraph graph, List<ulong> keys)
    {
        for (var at = 0; at < graph.Actions.Length; at++)
            foreach (var argument in graph.Actions[at].Arguments)
            {
                if (!IsMechanism(graph.Actions[at], argument)) continue;
                foreach (var text in argument.Value.Texts)
                    foreach (var reference in ActionReferences.In(text, graph.Index))
                        if (graph.Index.Position(new NodeId(text.Substring(reference.Start, reference.Length))) is var named
                            and >= 0) keys.Add(Key(at, 0, named));
            }
    }

    private static ulong Key(int action, int kind, int neighbour) => ((ulong)action << 35) | ((ulong)kind << 32) | (uint)neighbour;

    private static Surroundings FromSorted(int actions, List<ulong> keys)
    {
        var (starts, all, count) = (new int[actions + 1], new Neighbour[keys.Count], 0);
        for (var at = 0; at < keys.Count; at++)
        {
            if (at > 0 && keys[at] == keys[at - 1]) continue;
            all[count++] = new((int)(keys[at] >> 32) & 7, (int)(uint)keys[at]);
            starts[(int)(keys[at] >> 35) + 1] = count;
        }
        for (var action = 1; action <= actions; action++) starts[action] = Math.Max(starts[action], starts[action - 1]);
        return new(starts, all);
    }

    internal static bool IsMechanism(ActionNode action, Argument argument) =>
        action.Primitive?.Argument(argument.Name)?.Kind == ArgumentKind.Mechanism;
}
