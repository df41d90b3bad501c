using System.Globalization;

namespace VcrPortal.Web.Features.Batches.Corpus;

/// <summary>A corpus report as Markdown, for a console or a file.</summary>
internal static class CorpusText
{
    public static IEnumerable<string> Lines(CorpusReport report)
    {
        yield return Say($"Traces: {report.Traces:N0}, of which withdrawn {report.Discarded:N0}; claims: {report.Claims:N0}.");
        if (report.Traces == 0) yield break;
        yield return $"Valid: {ShareText.Percent(report.Valid)} ({ShareText.For(report.Valid)} traces). Grounded: "
            + $"{ShareText.Percent(report.Grounded)} ({ShareText.For(report.Grounded)} mentions). Judged on independent data: "
            + $"{ShareText.Percent(report.Judged)} ({ShareText.For(report.Judged)} claims).";
        foreach (var rule in report.Rules) yield return Say($"Not valid by {rule.Code} ({rule.Meaning}): {rule.Traces:N0} traces.");
        yield return "";
        yield return "| check | score | n | supported | directly | contradicted | disputed | coverage | of asked | independent | of verdicts |";
        yield return "|---|---|---|---|---|---|---|---|---|---|---|";
        foreach (var v in report.Verifiers)
            yield return Say(
                $"| {v.Verifier} | {ShareText.Score(v)} | {v.Score.Whole:N0} | {v.Supported:N0} | {v.Direct:N0} | {v.Refuted:N0} | {v.Disputed:N0} | {ShareText.Percent(v.Coverage)} | {v.Asked:N0} | {ShareText.Percent(v.Independent)} | {v.Independent.Whole:N0} |");
        yield return "";
        yield return "| primitive | actions | traces | supported | contradicted | disputed | depends on another | not decided | same database | no test |";
        yield return "|---|---|---|---|---|---|---|---|---|---|";
        foreach (var p in report.Primitives)
            yield return Say(
                $"| {p.Primitive} | {p.Uses:N0} | {p.Traces:N0} | {p.Supported:N0} | {p.Refuted:N0} | {p.Disputed:N0} | {p.Dependent:N0} | {p.Undetermined:N0} | {p.SameSource:N0} | {p.NotTestable:N0} |");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
