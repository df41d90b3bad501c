using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline.Refinement;

/// <summary>Something that verification, or a look at the form, found wrong with a claim, and where it is put right.</summary>
/// <param name="Reason">One sentence for people.</param>
/// <param name="Verdict">What the checks say together; null for a fault of form.</param>
/// <param name="Sources">The resources whose evidence says so: they drive the edit, so they never score the claim that it changes.</param>
/// <param name="Argument">The argument of the action that is at fault, where it is one argument.</param>
/// <param name="Text">What is at fault in the argument.</param>
public sealed record Discrepancy(
    EditAddress Address, Claim Claim, string Reason, VerdictKind? Verdict, ImmutableArray<string> Sources, string? Argument = null,
    string? Text = null)
{
    public bool Equals(Discrepancy? other) => other is not null
        && (Address, Claim, Reason, Verdict, Argument, Text)
            == (other.Address, other.Claim, other.Reason, other.Verdict, other.Argument, other.Text)
        && Sources.AsSpan().SequenceEqual(other.Sources.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Address, Claim, Reason);
}

/// <summary>An explanation as it stands in the middle of its refinement.</summary>
/// <param name="Verdicts">The verdicts by all evidence, including that which drove earlier edits.</param>
internal sealed record RefinedCase(
    ActionGraph Graph, ImmutableArray<Verdict> Verdicts, ImmutableDictionary<NodeId, ImmutableArray<int>> Citations)
{
    public static RefinedCase From(GenerationRun run) => new(run.Graph!, [.. run.Verdicts], run.Citations.ToImmutableDictionary());
}
