using System.Collections.Immutable;
using VcrPortal.Generation.Verifiers.Expressed;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline;

/// <summary>
/// What an explanation takes for granted of the cell: that a target is there which most lines lack, where nobody has measured it in this
/// one. Where another target of the compound is known to be there, nothing is taken for granted.
/// </summary>
public static class Suppositions
{
    /// <summary>The targets that have to be expressed for the explanation to hold, by name; empty where it supposes nothing.</summary>
    public static ImmutableArray<string> For(ActionGraph graph, ImmutableArray<Verdict> verdicts)
    {
        var supposed = verdicts.Where(ExpressedVerifier.IsSupposition).Select(v => v.Claim.Action).ToHashSet();
        if (supposed.Count == 0) return [];
        var acts = graph.Actions.Where(a => a.Id is { } id && PublicationRule.IsDrugEffect(graph, a, id)).ToList();
        return acts.Count > 0 && acts.TrueForAll(a => supposed.Contains(a.Id!.Value))
            ? [.. acts.Select(a => a.Text("target")).OfType<string>().Distinct()] : [];
    }

    /// <summary>The same graph, whose context says what is supposed.</summary>
    internal static ActionGraph WriteInto(ActionGraph graph, ImmutableArray<string> targets)
    {
        if (targets.IsEmpty || graph.Context is not { } context) return graph;
        var text = $"supposed: {string.Join(", ", targets)} expressed";
        var extras = context.Text(Extras) is { Length: > 0 } told ? $"{told}; {text}" : text;
        return new(graph.Vocabulary, context with
        {
            Arguments = [.. context.Arguments.Where(a => a.Name != Extras), new(Extras, new ArgumentValue.Text(extras))],
        }, graph.Actions, graph.Edges);
    }

    private const string Extras = "extras"; // the last argument of a context
}
