using System.Collections.Immutable;

namespace VcrPortal.Generation.Verifiers;

/// <summary>How one verifier decides, in words: the product shows these, and docs/knowledge.md has the same. Code is set in
/// backticks.</summary>
/// <param name="Judges">Which claims; null where the name says it.</param>
public sealed record DecisionTable(string Verifier, string? Judges, string Supported, string Refuted, string Undetermined)
{
    /// <summary>The tables of every verifier of this program, in the order in which they judge.</summary>
    public static ImmutableArray<DecisionTable> All { get; } = [.. VerifierRegistry.All.SelectMany(verifier => verifier.Tables)];
}
