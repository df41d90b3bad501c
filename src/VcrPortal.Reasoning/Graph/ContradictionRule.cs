using System.Text;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Graph;

/// <summary>Two actions with the same parents, the same primitive and the same required arguments, one up and one down.</summary>
internal static class ContradictionRule
{
    public static IEnumerable<Finding> Check(ActionGraph graph)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < graph.Actions.Length; at++)
        {
            var action = graph.Actions[at];
            if (action.Primitive is null || action.Direction is not { } direction || graph.Index.Parents[at].IsEmpty) continue;
            var key = KeyWithoutDirection(graph, at);
            if (!seen.TryAdd(key, at) && graph.Actions[seen[key]].Direction != direction)
                yield return new Finding(DiagnosticRules.ContradictorySiblings.Report(
                    $"{GraphRules.Name(action)} and {GraphRules.Name(graph.Actions[seen[key]])} follow from the same actions and say opposite things of the same target.",
                    action: action.Id), at);
        }
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
