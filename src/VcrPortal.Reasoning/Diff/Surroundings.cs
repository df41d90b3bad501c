using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Diff;

/// <summary>For each action of a graph what an edge or a <c>via</c> joins it to, and how, the kinds as small numbers.</summary>
internal sealed class Surroundings
{
    private static readonly string[] Kinds =
        ["via", .. Enum.GetValues<CausalRelation>().SelectMany(relation => new[] { ">" + relation, "<" + relation })];

    private readonly (int Kind, int Action)[][] _around;

    private Surroundings((int Kind, int Action)[][] around) => _around = around;

    public static Surroundings Of(ActionGraph graph) =>
        new([.. GraphFingerprint.Neighbours(graph).Select(set => set.Select(n => (Array.IndexOf(Kinds, n.Kind), n.Action)).Order().ToArray())]);

    public ReadOnlySpan<(int Kind, int Action)> this[int action] => _around[action];

    public bool Has(int action, (int Kind, int Action) neighbour) => Array.BinarySearch(_around[action], neighbour) >= 0;
}
