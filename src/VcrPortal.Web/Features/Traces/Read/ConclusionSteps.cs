using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>The way to a conclusion in words: "it binds MAP2K1, MAP2K1 activity falls and MYC expression falls".</summary>
internal static class ConclusionSteps
{
    private const int Most = 3;

    public static string In(IReadOnlyList<ActionNode> path)
    {
        var said = path.Select(StepOf).Distinct().ToList();
        // A long way is told by its beginning and its last step.
        if (said.Count > Most) said = [.. said.Take(Most - 1), said[^1]];
        return said.Count < 2 ? string.Concat(said) : $"{string.Join(", ", said.Take(said.Count - 1))} and {said[^1]}";
    }

    private static string StepOf(ActionNode step)
    {
        var words = ClaimWording.For(step);
        var what = TracePath.SubjectOf(step) ?? words.Main;
        return (step.Kind, step.Direction) switch
        {
            (ClaimKind.Binding, _) => $"it binds {what}",
            (ClaimKind.Stability, Direction.Up) => $"{what} is no longer degraded",
            (ClaimKind.Stability, Direction.Down) => $"{what} is degraded",
            (ClaimKind.Complex, Direction.Up) => $"the {what} is stabilised",
            (ClaimKind.Complex, Direction.Down) => $"{what} comes apart",
            (_, Direction.Up) => $"{what}{For(step)} rises",
            (_, Direction.Down) => $"{what}{For(step)} falls",
            _ => $"{what}: {words.Verb}",
        };
    }

    private static string For(ActionNode step) => step.Kind switch
    {
        ClaimKind.Expression => " expression",
        ClaimKind.MoleculeActivity => " activity",
        _ => "",
    };
}
