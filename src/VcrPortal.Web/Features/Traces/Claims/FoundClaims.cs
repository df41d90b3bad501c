using System.Collections.Immutable;
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

    /// <summary>As it is typed into the search box.</summary>
    public string Query => ClaimSentence.Query(this);
}

/// <summary>A claim and the traces that make it.</summary>
/// <param name="Supported">In how many of them it is supported, directly or elsewhere.</param>
/// <param name="Against">In how many it is contradicted or disputed.</param>
public sealed record ClaimGroup(ClaimContent Content, int Traces, int Supported, int Against);

/// <summary>Claims that cannot both hold as they stand: the opposite direction, or opposite verdicts.</summary>
public sealed record Contradiction(ClaimGroup One, ClaimGroup? Other);

/// <summary>A claim in one trace.</summary>
public sealed record ClaimInTrace(int Trace, string Action, string Compound, string? CellLine, ClaimMark Mark);

/// <summary>Claims about one thing, and claims in which it acts.</summary>
public sealed record ClaimsAround(
    ImmutableArray<ClaimGroup> About, ImmutableArray<ClaimGroup> By, ImmutableArray<Contradiction> Contradictions)
{
    /// <summary>Where the same claim goes both ways, or is both supported and contradicted.</summary>
    internal static ImmutableArray<Contradiction> ContradictionsIn(IEnumerable<ClaimGroup> groups)
    {
        var all = groups.Distinct().ToList();
        var falling = all.Where(g => g.Content.Sign < 0).ToLookup(Statement);
        var opposed = from rising in all
                      where rising.Content.Sign > 0
                      from other in falling[Statement(rising)]
                      select new Contradiction(rising, other);
        var judgedBothWays = from one in all where one is { Supported: > 0, Against: > 0 } select new Contradiction(one, null);
        return [.. opposed.Concat(judgedBothWays).OrderByDescending(c => c.One.Traces + (c.Other?.Traces ?? 0))];
    }

    private static (ClaimKind, string, string) Statement(ClaimGroup g) => (g.Content.Kind, g.Content.Actor, g.Content.Target);
}
