namespace VcrPortal.Reasoning.Verification;

/// <summary>Claims by verdict, in the one fixed order. A claim counts once, by its <see cref="ClaimJudgement"/>.</summary>
/// <param name="SameSource">Claims of which only the source spoke that they were written from.</param>
/// <param name="Disputed">Claims that independent curated knowledge contradicts; nothing was measured.</param>
/// <param name="Dependent">Claims with data that takes for granted another claim which does not hold.</param>
/// <param name="Direct">Those of <paramref name="Supported"/> that are supported for this compound or in this cell.</param>
public sealed record VerdictCounts(
    int Supported, int Refuted, int Undetermined, int NotTestable, int SameSource, int Disputed = 0, int Dependent = 0, int Direct = 0)
{
    public int Claims => Supported + Refuted + Disputed + Dependent + Undetermined + NotTestable + SameSource;

    /// <summary>Claims that independent data could judge.</summary>
    public int Judged => Supported + Refuted + Disputed;

    /// <summary>Supported by data about other cells or compounds.</summary>
    public int Elsewhere => Supported - Direct;

    public static VerdictCounts None { get; } = new(0, 0, 0, 0, 0);

    public static VerdictCounts Count(IEnumerable<ClaimJudgement> judgements)
    {
        Span<int> counts = stackalloc int[(int)JudgementKind.Refuted + 1];
        var direct = 0;
        foreach (var judgement in judgements)
        {
            counts[(int)judgement.Kind]++;
            if (judgement.IsDirect) direct++;
        }
        return new(
            counts[(int)JudgementKind.Supported], counts[(int)JudgementKind.Refuted], counts[(int)JudgementKind.Undetermined],
            counts[(int)JudgementKind.NotTestable], counts[(int)JudgementKind.SameSource], counts[(int)JudgementKind.Disputed],
            counts[(int)JudgementKind.Dependent], direct);
    }
}
