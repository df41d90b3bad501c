using System.Text;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Pipeline.Refinement;

/// <summary>Claims of one explanation that say the opposite of each other: the same kind of claim, the same thing, wherever it stands, once
/// up and once down.</summary>
internal static class OpposedClaims
{
    /// <summary>How many claims have one that says the opposite; each member of a list counts.</summary>
    public static int In(ActionGraph graph) =>
        graph.Actions.SelectMany(Said).GroupBy(s => s.What, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Any(s => s.Sign > 0) && g.Any(s => s.Sign < 0)).Sum(g => g.Count());

    private static IEnumerable<(string What, int Sign)> Said(ActionNode action)
    {
        if (action.OutputSign is not (not 0 and var sign) || action.Primitive is not { Output: { } output } primitive
            || action[output.Argument] is not { } named) yield break;
        var more = new StringBuilder();
        // A phosphate on one site may come while that of another goes.
        foreach (var argument in primitive.Arguments)
            if (argument.Required && argument.Kind is not (ArgumentKind.ActionId or ArgumentKind.Direction or ArgumentKind.Entity
                or ArgumentKind.EntityList or ArgumentKind.Mechanism))
                more.Append('\0').Append(action.Text(argument.Name)?.Trim());
        foreach (var text in named.Texts) yield return ($"{action.Name}\0{text.Trim()}{more}", sign);
    }
}
