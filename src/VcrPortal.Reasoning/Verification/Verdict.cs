using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Verification;

/// <summary>What can be true or false: an action, one member of a list argument (one gene), or an edge.</summary>
/// <param name="Member">One member of the action's list argument; null for the whole action.</param>
/// <param name="EdgeTarget">With it, the claim is the edge from <paramref name="Action"/>.</param>
public sealed record Claim(NodeId Action, string? Member = null, NodeId? EdgeTarget = null)
{
    /// <summary>The claim about the context, which has no id.</summary>
    public static Claim ForContext(string? member = null) => new(ContextId, member);

    /// <summary>The name that a context without an id goes by in claims and links.</summary>
    public static readonly NodeId ContextId = new("context");
}

/// <summary>What one check says. Refuted: a measurement says otherwise. Disputed: independent curated knowledge does. Undetermined: a check
/// exists but its data is silent, never a mark against the claim. NotTestable: what a claim without any check is called.</summary>
public enum VerdictKind { Supported, Refuted, Disputed, Undetermined, NotTestable }

/// <summary>One verifier's judgement of one claim.</summary>
/// <param name="Reason">One plain sentence for a reader.</param>
/// <param name="Rows">The evidence rows it rests on, as shown to a reader: "Tahoe-100M drug_metadata, Binimetinib: targets MAP2K1,
/// MAP2K2".</param>
/// <param name="SameSource">All rows come from a source that the engine used to write this claim: left out of every score, facet and
/// publication rule, whatever its strength would have been.</param>
/// <param name="DataVersion">The version of the reference data.</param>
/// <param name="InputHash">The hash of claim, data and verifier version, so that the verdict can be cached and run again.</param>
/// <param name="Strength">What it weighs, where it is not of the same source.</param>
/// <param name="RestsOn">The claim of the same graph that it takes for granted: it counts only while that claim holds.</param>
public sealed record Verdict(
    Claim Claim, VerdictKind Kind, string Verifier, string VerifierVersion, string Reason, ImmutableArray<EvidenceRow> Rows,
    bool SameSource, string DataVersion, string InputHash, double? Score = null, string? Thresholds = null,
    Strength Strength = Strength.Curated, NodeId? RestsOn = null)
{
    /// <summary>It was reached, and on evidence that the engine did not use itself. Where it rests on another claim, that one must hold
    /// besides.</summary>
    public bool IsIndependent =>
        !SameSource && Kind is (VerdictKind.Supported or VerdictKind.Refuted or VerdictKind.Disputed);
}

/// <summary>A row of reference data that a verdict rests on.</summary>
/// <param name="Source">The resource, as named in the independence rule: <c>Tahoe-100M</c>, <c>WikiPathways</c>. Where a resource has the
/// row from another one, that other one: two hands that pass on one opinion are one source.</param>
public sealed record EvidenceRow(string Source, string Text, string? Identifier = null);
