using System.Globalization;

namespace VcrPortal.Web.Features.Batches.Corpus;

/// <summary>A corpus report as Markdown, for a console or a file.</summary>
internal static class CorpusText
{
    public static IEnumerable<string> Lines(CorpusReport report)
    {
        yield return Say($"Traces: {report.Traces:N0}, of which withheld {report.Discarded:N0}; claims: {report.Claims:N0}.");
        if (report.Traces == 0) yield break;
        yield return $"Valid: {ShareText.Percent(report.Valid)} ({ShareText.For(report.Valid)} traces). Grounded: "
            + $"{ShareText.Percent(report.Grounded)} ({ShareText.For(report.Grounded)} mentions). Judged on independent data: "
            + $"{ShareText.Percent(report.Judged)} ({ShareText.For(report.Judged)} claims).";
        foreach (var rule in report.Rules) yield return Say($"Not valid by {rule.Code} ({rule.Meaning}): {rule.Traces:N0} traces.");
        yield return "";
        yield return "| check | score | n | supported | directly | contradicted | disputed | coverage | of asked | independent "
            + "| of verdicts |";
        yield return "|---|---|---|---|---|---|---|---|---|---|---|";
        foreach (var v in report.Verifiers)
            yield return Row(
                v.Verifier, ShareText.Score(v), v.Score.Whole, v.Supported, v.Direct, v.Refuted, v.Disputed, ShareText.Percent(v.Coverage),
                v.Asked, ShareText.Percent(v.Independent), v.Independent.Whole);
        yield return "";
        yield return "| primitive | actions | traces | supported | contradicted | disputed | depends on another | not decided "
            + "| same database | no test |";
        yield return "|---|---|---|---|---|---|---|---|---|---|";
        foreach (var p in report.Primitives)
            yield return Row(
                p.Primitive, p.Uses, p.Traces, p.Supported, p.Refuted, p.Disputed, p.Dependent, p.Undetermined, p.SameSource,
                p.NotTestable);
    }

    private static string Row(params object[] cells) =>
        $"| {string.Join(" | ", cells.Select(c => c is int n ? n.ToString("N0", CultureInfo.InvariantCulture) : c.ToString()))} |";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
