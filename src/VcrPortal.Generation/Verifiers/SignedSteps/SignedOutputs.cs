using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Verifiers.SignedSteps;

/// <summary>What an action says rises (+1) or falls (-1), as far as it is grounded.</summary>
internal static class SignedOutputs
{
    public static ImmutableArray<(string Entity, int Sign)> Of(ActionNode action, EntityRecognizer recognizer)
    {
        var sign = action.Direction switch { Direction.Up => 1, Direction.Down => -1, _ => 0 };
        return action.Name switch
        {
            "modulates_molecule_activity" or "degrades_or_stabilises" when sign != 0 => Grounded(sign, action.Text("target")),
            "modulates_pathway_activity" when sign != 0 => Grounded(sign, action.Text("pathway")),
            "regulates_expression" when sign != 0 => Grounded(sign, [.. action["gene_list"]?.Texts ?? []]),
            "gain_of_function" => Grounded(1, action.Text("protein")),
            "loss_of_function" => Grounded(-1, action.Text("protein")),
            "induces_phenotype" => Grounded(1, action.Text("phenotype")),
            "alleviates_phenotype" => Grounded(-1, action.Text("phenotype")),
            _ => [],
        };

        ImmutableArray<(string, int)> Grounded(int direction, params ReadOnlySpan<string?> texts)
        {
            var found = ImmutableArray.CreateBuilder<(string, int)>();
            foreach (var text in texts)
                if (text is not null && recognizer.Match(text) is { } entity) found.Add((entity.Name, direction));
            return found.ToImmutable();
        }
    }

    /// <summary>
    /// Which way these entities go by the graph's other actions, its own parents before all else; 0 when it says nothing, or both.
    /// </summary>
    public static int DirectionOf(IReadOnlyCollection<string> entities, ActionNode asked, ActionGraph graph, EntityRecognizer recognizer)
    {
        var parents = asked.Id is { } id ? graph.Edges.Where(e => e.Target == id).Select(e => e.Source).ToHashSet() : [];
        foreach (var near in (ReadOnlySpan<bool>)[true, false])
        {
            var signs = new HashSet<int>();
            foreach (var action in graph.Actions)
                if (action.Id is { } other && other != asked.Id && parents.Contains(other) == near)
                    foreach (var (entity, sign) in Of(action, recognizer))
                        if (entities.Contains(entity)) signs.Add(sign);
            if (signs.Count > 0) return signs.Count == 1 ? signs.Single() : 0;
        }
        return 0;
    }
}
