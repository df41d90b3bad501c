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

/// <summary>Undetermined: a check exists but its data is silent, never a mark against the claim. NotTestable: no verifier judges this
/// kind.</summary>
public enum VerdictKind { Supported, Refuted, Undetermined, NotTestable }

/// <summary>One verifier's judgement of one claim.</summary>
/// <param name="Reason">One plain sentence for a reader.</param>
/// <param name="Rows">The evidence rows it rests on, as shown to a reader: "Tahoe-100M drug_metadata, Binimetinib: targets MAP2K1,
/// MAP2K2".</param>
/// <param name="SameSource">All rows come from a source that the engine used to write this claim: left out of every score, facet and
/// publication rule.</param>
/// <param name="DataVersion">The version of the reference data.</param>
/// <param name="InputHash">A hash over claim, data and verifier version: a verdict can be cached by it, and run again when it
/// changes.</param>
public sealed record Verdict(
    Claim Claim, VerdictKind Kind, string Verifier, string VerifierVersion, string Reason, ImmutableArray<EvidenceRow> Rows,
    bool SameSource, string DataVersion, string InputHash, double? Score = null, string? Thresholds = null)
{
    /// <summary>It counts: reached, and on evidence that the engine did not use itself.</summary>
    public bool IsIndependent => !SameSource && Kind is (VerdictKind.Supported or VerdictKind.Refuted);
}

/// <summary>A row of reference data that a verdict rests on.</summary>
/// <param name="Source">The resource, as named in the independence rule: <c>Tahoe-100M</c>, <c>WikiPathways</c>.</param>
public sealed record EvidenceRow(string Source, string Text, string? Identifier = null);
