using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Web.Features.Traces;

/// <summary>A trace in one line: "apoptosis, through MAP2K1 → MAPK signalling down → MYC down".</summary>
public static class TracePath
{
    private const int Steps = 4;

    // The argument that says what an action is about, the first that it has.
    private static readonly string[] s_subjects =
        ["phenotype", "target", "pathway", "complex", "gene_list", "rna_id", "protein", "product", "locus", "outcome", "entity", "entity_b"];

    /// <summary>Empty for a graph without actions.</summary>
    public static string Describe(ActionGraph graph)
    {
        if (EndOf(graph) is not { Id: { } id } end) return "";
        var steps = graph.PathFromRoot(id).Select(graph.Find).OfType<ActionNode>().Where(n => !n.IsContext && n.Id != id).Select(Label).Where(l => l.Length > 0).ToList();
        if (steps.Count > Steps) steps = [.. steps.Take(Steps - 1), "…", steps[^1]];
        return steps.Count == 0 ? Label(end) : $"{Label(end)}, through {string.Join(" → ", steps)}";
    }

    /// <summary>The deepest phenotype, else the deepest measurable end, else the last action.</summary>
    private static ActionNode? EndOf(ActionGraph graph) =>
        graph.Actions.Where(a => a.Id is not null)
            .OrderByDescending(a => a["phenotype"] is not null).ThenByDescending(a => a.Primitive?.IsTerminal == true).ThenByDescending(a => graph.Depth(a.Id!.Value))
            .FirstOrDefault();

    private static string Label(ActionNode action)
    {
        var value = s_subjects.Select(s => action[s]).FirstOrDefault(v => v is { Texts.IsEmpty: false });
        if (value is null) return action.Name.Replace('_', ' ');
        var texts = value.Texts;
        var subject = texts.Length > 1 ? $"{texts[0]} and {texts.Length - 1} more" : texts[0];
        var less = action.Name == "alleviates_phenotype" ? "less " : "";
        return less + subject + action.Direction switch { Direction.Up => " up", Direction.Down => " down", _ => "" };
    }
}
