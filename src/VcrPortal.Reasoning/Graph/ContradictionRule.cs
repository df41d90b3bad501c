using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Graph;

/// <summary>Two actions with the same parents, the same primitive and the same required arguments, one up and one down.</summary>
internal static class ContradictionRule
{
    public static void Check(ActionGraph graph, List<Finding> findings)
    {
        // Few actions share verb and parents and differ in direction: only of those the words are compared.
        var all = new List<uint>(graph.Actions.Length);
        for (var at = 0; at < graph.Actions.Length; at++)
            if (IsDirected(graph, at)) all.Add(VerbParentsDirection(graph, at));
        all.Sort();
        Dictionary<string, int>? seen = null;
        for (var at = 0; at < graph.Actions.Length; at++)
            if (IsDirected(graph, at) && all.BinarySearch(VerbParentsDirection(graph, at) ^ 1) >= 0) Check(
                graph, at, seen ??= new(StringComparer.Ordinal), findings);
    }

    private static void Check(ActionGraph graph, int at, Dictionary<string, int> seen, List<Finding> findings)
    {
        var (action, key) = (graph.Actions[at], KeyWithoutDirection(graph, at));
        if (!seen.TryAdd(key, at) && graph.Actions[seen[key]].Direction != action.Direction)
            findings.Add(new Finding(DiagnosticRules.ContradictorySiblings.Report(
                $"{GraphRules.Name(action)} and {GraphRules.Name(graph.Actions[seen[key]])} follow from the same actions and say "
                + "opposite things of the same target.",
                action: action.Id), at));
    }

    private static bool IsDirected(ActionGraph graph, int at) =>
        graph.Actions[at] is { Primitive: not null, Direction: not null } && !graph.Index.Parents[at].IsEmpty;

    // The last bit is the direction.
    private static uint VerbParentsDirection(ActionGraph graph, int at)
    {
        var hash = (uint)RuntimeHelpers.GetHashCode(graph.Actions[at].Primitive);
        foreach (var parent in graph.Index.Parents[at]) hash = (BitOperations.RotateLeft(hash, 5) ^ (uint)parent) * 0x9E3779B1;
        return (hash & ~1u) | (graph.Actions[at].Direction == Direction.Up ? 1u : 0u);
    }

    private static string KeyWithoutDirection(ActionGraph graph, int at)
    {
        var action = graph.Actions[at];
        var key = new StringBuilder(action.Name);
        foreach (var parent in graph.Index.Parents[at]) key.Append(' ').Append(parent);
        foreach (var argument in action.Primitive!.Arguments)
            if (argument.Required && argument.Kind is not (ArgumentKind.ActionId or ArgumentKind.Direction))
                key.Append('\0').Append(action.Text(argument.Name)?.Trim().ToLowerInvariant());
        return key.ToString();
    }
}
