using System.Collections.Immutable;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Features.Traces.Claims;

/// <summary>A thing whose claims are asked for: of a compound or a cell line, those of its traces.</summary>
/// <param name="Key">The key by which claims are compared.</param>
/// <param name="Compound">The name that traces give it; null for what is no compound.</param>
/// <param name="CellLine">Likewise.</param>
public sealed record ClaimSubject(string Key, string? Compound = null, string? CellLine = null);

/// <summary>Which claims around a thing are listed.</summary>
/// <param name="About">The page of claims about it.</param>
/// <param name="By">The page of claims in which it acts.</param>
/// <param name="Mark">Those alone of which a trace makes one that is judged so; null for all.</param>
public sealed record ClaimsShown(int About = 1, int By = 1, ClaimMark? Mark = null);

/// <summary>One page of different claims, those that most traces make first.</summary>
/// <param name="Total">Different claims on all pages.</param>
public sealed record ClaimGroupPage(ImmutableArray<ClaimGroup> Items, int Total, int Page)
{
    public const int Size = 20;
}

/// <summary>Claims of one kind and what becomes of them. A claim about several genes counts once.</summary>
/// <param name="IsBy">The thing acts in them.</param>
/// <param name="Rising">Those that say that something rises.</param>
public sealed record ClaimsOfKind(ClaimKind Kind, bool IsBy, VerdictCounts Counts, int Rising, int Falling);

/// <summary>Claims that cannot both hold as they stand: the opposite direction, or opposite verdicts on one.</summary>
/// <param name="Other">Null where one claim is judged both ways.</param>
public sealed record Contradiction(ClaimGroup One, ClaimGroup? Other);

/// <summary>Claims about one thing, and claims in which it acts.</summary>
/// <param name="Traces">That make any of them.</param>
/// <param name="Contradictions">Those that most traces make; <paramref name="Contradicted"/> counts all.</param>
public sealed record ClaimsAround(
    ClaimGroupPage About, ClaimGroupPage By, ImmutableArray<ClaimsOfKind> Kinds, int Traces,
    ImmutableArray<Contradiction> Contradictions, int Contradicted)
{
    /// <summary>The counts of all claims around the thing: every figure of its page comes from here.</summary>
    public VerdictCounts Counts { get; } = Kinds.Aggregate(VerdictCounts.None, (sum, kind) => Sum(sum, kind.Counts));

    private static VerdictCounts Sum(VerdictCounts a, VerdictCounts b) => new(
        a.Supported + b.Supported, a.Refuted + b.Refuted, a.Undetermined + b.Undetermined, a.NotTestable + b.NotTestable,
        a.SameSource + b.SameSource, a.Disputed + b.Disputed, a.Dependent + b.Dependent, a.Direct + b.Direct);
}
