using System.Collections.Immutable;
using VcrPortal.Reasoning.Metrics;

namespace VcrPortal.Web.Features.Batches.Corpus;

/// <summary>What one verifier says of a corpus. Its score rests on independent verdicts alone.</summary>
/// <param name="Asked">Claims and edges that it can judge by their kind: it looked at each, whether its data had anything or not.</param>
/// <param name="SameSource">Verdicts whose rows come from the engine's own source: they score nothing.</param>
public sealed record VerifierLine(
    string Verifier, int Asked, int Supported, int Refuted, int Undetermined, int SameSource, int Disputed, int Direct)
{
    /// <summary>Supported of those that independent data supports, disputes or refutes; its whole is n. Without any there is no score,
    /// never
    /// 100%.</summary>
    public Share Score => new(Supported, Judged);

    /// <summary>The share of what it was asked that independent data could judge.</summary>
    public Share Coverage => new(Judged, Asked);

    /// <summary>The share of the verdicts that it reached that are independent.</summary>
    public Share Independent => new(Judged, Judged + SameSource);

    /// <summary>The share of what it supports that is supported for this compound or in this cell.</summary>
    public Share Directly => new(Direct, Supported);

    private int Judged => Supported + Refuted + Disputed;
}

/// <summary>How one primitive is used, and what became of the claims that it makes.</summary>
/// <param name="Uses">Actions.</param>
/// <param name="Traces">That use it at least once.</param>
public sealed record PrimitiveLine(
    string Primitive, int Uses, int Traces, int Supported, int Refuted, int Undetermined, int NotTestable, int SameSource, int Disputed,
        int Dependent);

/// <summary>A rule of validity that traces break.</summary>
/// <param name="Meaning">What it says to an author.</param>
public sealed record RuleLine(string Code, string Meaning, int Traces);

/// <summary>
/// The scores of a set of traces as they were generated, before anything was pruned; every share is shown with what it is a share of.
/// </summary>
/// <param name="Traces">Published and discarded ones; a job that failed has none that counts.</param>
/// <param name="Valid">Traces without an error.</param>
/// <param name="Grounded">Mentions of entities that have an id of an ontology.</param>
/// <param name="Judged">Claims that an independent verdict supports, disputes or refutes.</param>
/// <param name="Rules">Why the others are not valid, the commonest first.</param>
public sealed record CorpusReport(
    int Traces, int Discarded, int Claims, Share Valid, Share Grounded, Share Judged, ImmutableArray<RuleLine> Rules,
        ImmutableArray<VerifierLine> Verifiers, ImmutableArray<PrimitiveLine> Primitives);
