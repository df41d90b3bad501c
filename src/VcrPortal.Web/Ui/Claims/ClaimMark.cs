using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Web.Ui.Claims;

/// <summary>What a claim is shown as: its <see cref="ClaimJudgement"/>, with what is supported told apart by how near the data is, and one
/// mark more for claims that the checks have not come to.</summary>
public enum ClaimMark { Pending, NotTestable, Undetermined, SameSource, Dependent, Elsewhere, Supported, Disputed, Refuted }

/// <summary>Goes from a judgement to the one mark and its colours. The words stand in <see cref="VerdictText"/>.</summary>
public static class ClaimMarks
{
    /// <summary>The fixed order of every count and legend.</summary>
    public static IReadOnlyList<ClaimMark> InOrder { get; } =
    [
        ClaimMark.Supported, ClaimMark.Elsewhere, ClaimMark.Refuted, ClaimMark.Disputed, ClaimMark.Undetermined, ClaimMark.Dependent,
        ClaimMark.NotTestable, ClaimMark.SameSource,
    ];

    public static ClaimMark From(ClaimJudgement judgement) => judgement.Kind switch
    {
        JudgementKind.Refuted => ClaimMark.Refuted,
        JudgementKind.Disputed => ClaimMark.Disputed,
        JudgementKind.Supported => judgement.IsDirect ? ClaimMark.Supported : ClaimMark.Elsewhere,
        JudgementKind.Dependent => ClaimMark.Dependent,
        JudgementKind.SameSource => ClaimMark.SameSource,
        JudgementKind.Undetermined => ClaimMark.Undetermined,
        // No verdict has come, which is not the same as a verdict that says that there is no test.
        _ => judgement.Telling is null ? ClaimMark.Pending : ClaimMark.NotTestable,
    };

    /// <summary>How many claims of a trace have each mark.</summary>
    public static int For(this VerdictCounts counts, ClaimMark mark) => mark switch
    {
        ClaimMark.Supported => counts.Direct,
        ClaimMark.Elsewhere => counts.Elsewhere,
        ClaimMark.Refuted => counts.Refuted,
        ClaimMark.Disputed => counts.Disputed,
        ClaimMark.Undetermined => counts.Undetermined,
        ClaimMark.Dependent => counts.Dependent,
        ClaimMark.NotTestable => counts.NotTestable,
        ClaimMark.SameSource => counts.SameSource,
        _ => 0,
    };

    /// <summary>The counts in the one order, for bars and their keys.</summary>
    public static IReadOnlyList<(ClaimMark Mark, int Count)> ByMark(this VerdictCounts counts) =>
        [.. InOrder.Select(mark => (mark, counts.For(mark)))];

    /// <summary>The counts of claims that were counted by mark. What the checks have not come to has no test yet.</summary>
    public static VerdictCounts Counts(IReadOnlyCollection<(ClaimMark Mark, int Count)> marks)
    {
        int Count(ClaimMark mark) => marks.Where(m => m.Mark == mark).Sum(m => m.Count);
        return new(
            Count(ClaimMark.Supported) + Count(ClaimMark.Elsewhere), Count(ClaimMark.Refuted), Count(ClaimMark.Undetermined),
            Count(ClaimMark.NotTestable) + Count(ClaimMark.Pending), Count(ClaimMark.SameSource), Count(ClaimMark.Disputed),
            Count(ClaimMark.Dependent), Count(ClaimMark.Supported));
    }

    public static string CssClass(this ClaimMark mark) => mark switch
    {
        ClaimMark.Refuted => "v-refuted",
        ClaimMark.Disputed => "v-disputed",
        ClaimMark.Supported => "v-supported",
        ClaimMark.Elsewhere => "v-elsewhere",
        ClaimMark.Dependent => "v-dependent",
        ClaimMark.SameSource => "v-samesource",
        ClaimMark.Undetermined => "v-undetermined",
        ClaimMark.NotTestable => "v-nottestable",
        _ => "v-pending",
    };
}
