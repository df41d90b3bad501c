using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Reasoning.Json;

/// <summary>The words of closed choices.</summary>
internal static class JsonWords
{
    public static IReadOnlyList<(string Word, CausalRelation Value)> Relations { get; } =
        [("causal", CausalRelation.Causal), ("correlative", CausalRelation.Correlative)];

    public static IReadOnlyList<(string Word, Severity Value)> Severities { get; } =
        [("error", Severity.Error), ("warning", Severity.Warning), ("note", Severity.Note)];

    public static IReadOnlyList<(string Word, VerdictKind Value)> Verdicts { get; } =
        [("supported", VerdictKind.Supported), ("refuted", VerdictKind.Refuted), ("disputed", VerdictKind.Disputed),
            ("undetermined", VerdictKind.Undetermined), ("not-testable", VerdictKind.NotTestable)];

    public static IReadOnlyList<(string Word, Strength Value)> Strengths { get; } =
        [("same-source", Strength.SameSource), ("predicted", Strength.Predicted), ("curated", Strength.Curated),
            ("measured-elsewhere", Strength.MeasuredElsewhere),
            ("same-compound-same-molecule", Strength.SameCompoundSameMolecule), ("measured-here", Strength.MeasuredHere)];

    public static string WordOf<T>(IReadOnlyList<(string Word, T Value)> words, T value) where T : struct, Enum =>
        words.First(w => w.Value.Equals(value)).Word;
}
