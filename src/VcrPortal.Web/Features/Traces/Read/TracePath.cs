using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>A trace in one line: "apoptosis, through MAP2K1 down → MAPK signalling down → MYC down", or "BRAF bound, no measurable
/// end".</summary>
public static class TracePath
{
    private const int Steps = 4;

    // The argument that says what an action is about, the first that it has.
    private static readonly string[] Subjects =
        ["phenotype", "target", "pathway", "complex", "gene_list", "rna_id", "protein", "product", "locus", "outcome", "entity",
            "entity_b"];

    /// <summary>Empty for a graph without actions.</summary>
    public static string Describe(ActionGraph graph)
    {
        if (Conclusion.Find(graph, _ => 0) is not { End: var end, Path: var path }) return "";
        // "MAP2K1 → MAP2K1 down" says it twice: a step about the same subject as the next is left out.
        var steps = path.Zip(path.Skip(1)).Where(s => SubjectOf(s.First) != SubjectOf(s.Second)).Select(s => Label(s.First)).ToList();
        if (steps.Count > Steps) steps = [.. steps.Take(Steps - 1), "…", steps[^1]];
        if (end.Primitive?.IsTerminal != true) return string.Join(" → ", [.. steps, Label(end)]) + ", no measurable end";
        return steps.Count == 0 ? Label(end) : $"{Label(end)}, through {string.Join(" → ", steps)}";
    }

    private static string Label(ActionNode action)
    {
        if (SubjectOf(action) is not { } subject) return action.Name.Replace('_', ' ');
        var less = action is { Kind: ClaimKind.Phenotype, OutputSign: < 0 } ? "less " : "";
        var way = action.Direction switch { Direction.Up => " up", Direction.Down => " down", _ => "" };
        return less + subject + (way.Length == 0 && action.Kind == ClaimKind.Binding ? " bound" : way);
    }

    internal static string? SubjectOf(ActionNode action) =>
        Subjects.Select(s => action[s]?.Texts ?? []).FirstOrDefault(texts => !texts.IsEmpty) switch
        {
            { IsDefault: true } => null,
            [var one] => one,
            var several => $"{several[0]} and {several.Length - 1} more",
        };
}
