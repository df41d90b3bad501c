using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Features.Traces.Claims;

/// <summary>What a claim says, the same wherever it stands.</summary>
/// <param name="Actor">Empty where it names nobody.</param>
/// <param name="Sign">+1 rises, -1 falls, 0 neither.</param>
public sealed record ClaimContent(
    ClaimKind Kind, string Primitive, string Actor, string ActorLabel, string Target, string TargetLabel, int Sign)
{
    /// <summary>In a reader's words: "MAP2K1 activity falls".</summary>
    public string Sentence => ClaimSentence.For(this);

    /// <summary>The claim as it is typed into the search box.</summary>
    public string Query => ClaimSentence.Query(this);
}

/// <summary>A claim and the traces that make it.</summary>
/// <param name="Traces">How many.</param>
/// <param name="Counts">The counts of the claims in them, by verdict.</param>
/// <param name="Latest">The newest trace that makes it.</param>
public sealed record ClaimGroup(ClaimContent Content, int Traces, VerdictCounts Counts, int Latest)
{
    /// <summary>In how many of them it is contradicted or disputed.</summary>
    public int Against => Counts.Refuted + Counts.Disputed;

    /// <summary>The newest trace by name: "Binimetinib in C32"; null where nobody asked for it.</summary>
    public string? LatestName { get; init; }
}

/// <summary>A claim in one trace.</summary>
public sealed record ClaimInTrace(int Trace, string Action, string Compound, string? CellLine, ClaimMark Mark);
