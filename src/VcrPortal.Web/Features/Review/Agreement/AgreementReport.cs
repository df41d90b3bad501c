using System.Collections.Immutable;
using VcrPortal.Reasoning.Metrics;

namespace VcrPortal.Web.Features.Review.Agreement;

/// <summary>How far reviewers agree on some claims.</summary>
/// <param name="Of">A primitive, or the names of two reviewers.</param>
/// <param name="Claims">Judged blind by two or more.</param>
/// <param name="Traces">Revisions that these claims are of.</param>
public sealed record AgreementLine(
    string Of, Reasoning.Metrics.Agreement Alpha, BootstrapInterval Interval, int Claims,
    ImmutableArray<(int Trace, int Revision)> Traces);

/// <summary>Agreement of reviewers on public traces, from blind judgements of reviews that all have judged.</summary>
public sealed record AgreementReport(
    AgreementLine All, CoincidenceMatrix Matrix, ImmutableArray<AgreementLine> Primitives, ImmutableArray<AgreementLine> Pairs)
{
    /// <summary>The seed of the intervals: the same judgements give the same ones.</summary>
    private const int Seed = 20111;

    /// <summary>Ratings that are drawn for one interval in all, so that a large corpus takes no longer than a small one.</summary>
    private const int MostDraws = 2_000_000;

    /// <param name="judgements">Blind ones; pure.</param>
    /// <param name="names">The names of reviewers, by account key.</param>
    public static AgreementReport From(IReadOnlyList<BlindJudgement> judgements, IReadOnlyDictionary<string, string> names)
    {
        var claims = judgements.GroupBy(j => (j.Trace, j.Revision, j.Claim)).Select(g => g.ToList()).Where(g => g.Count > 1).ToList();
        var pairs = from claim in claims
                    from one in claim
                    from other in claim
                    where string.CompareOrdinal(one.Person, other.Person) < 0
                    group (ImmutableArray<BlindJudgement>)[one, other] by (one.Person, Other: other.Person);
        return new(
            LineOf("all", claims), CoincidenceMatrix.From([.. claims.Select(Rated)]),
            [.. claims.GroupBy(c => c[0].Primitive).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => LineOf(g.Key, g))],
            [.. pairs.Select(g => LineOf($"{Name(g.Key.Person)} and {Name(g.Key.Other)}", g.Select(p => p.ToList())))
                .OrderBy(l => l.Of, StringComparer.Ordinal)]);

        string Name(string key) => names.GetValueOrDefault(key, "deleted user");
    }

    private static AgreementLine LineOf(string of, IEnumerable<List<BlindJudgement>> claims)
    {
        var all = claims.ToList();
        ImmutableArray<RatedItem> items = [.. all.Select(Rated)];
        var samples = Math.Clamp(MostDraws / Math.Max(1, items.Length), 100, TraceBootstrap.UsualSamples);
        return new(
            of, KrippendorffAlpha.Compute(items, RatingScale.Nominal),
            TraceBootstrap.Interval(items, i => KrippendorffAlpha.Compute(i, RatingScale.Nominal), Seed, samples), items.Length,
            [.. all.Select(c => (c[0].Trace, c[0].Revision)).Distinct().Order()]);
    }

    // Alpha asks which ratings an item has, and not whose they are.
    private static RatedItem Rated(List<BlindJudgement> claim) =>
        new($"{claim[0].Trace}", [.. claim.Select(j => (int?)j.Answer)]);
}

/// <summary>One blind judgement, as agreement counts it.</summary>
/// <param name="Person">An account key.</param>
public sealed record BlindJudgement(int Trace, int Revision, string Person, string Claim, string Primitive, Answer Answer);
