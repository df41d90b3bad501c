using System.Globalization;
using VcrPortal.Reasoning.Metrics;

namespace VcrPortal.Web.CommandLine;

/// <summary>Scores as a table for people: one row a trace, one for all, and one for each verifier. A dash means that there was nothing to
/// score.</summary>
internal static class ScoreTable
{
    private static readonly string[] Head =
        ["trace", "valid", "errors", "warnings", "grounded", "judged", "primitives", "tags", "ids", "dag", "edge F1", "primitive F1"];
    private static readonly string[] VerifierHead = ["check", "supported", "directly", "refuted", "disputed", "of judged", "of all claims"];

    public static IEnumerable<string> Lines(ScoredCorpus corpus)
    {
        var rows = corpus.Traces.Select(
            t => Row(t.Source, t.Scores.Valid.Part == 1 ? "yes" : "no", t.Errors, t.Warnings, t.Scores, t.Reference)).ToList();
        if (rows.Count > 1)
            rows.Add(
                Row(FormattableString.Invariant($"all {rows.Count}"), Number(corpus.Scores.Valid.Value), corpus.Traces.Sum(t => t.Errors),
                corpus.Traces.Sum(t => t.Warnings), corpus.Scores, corpus.Reference));
        return corpus.Scores.Verifiers.IsEmpty ? Table(Head, rows)
            : [.. Table(Head, rows), "", .. Table(VerifierHead, corpus.Scores.Verifiers.Select(Row).ToList())];
    }

    private static string[] Row(string trace, string valid, int errors, int warnings, TraceScores scores, ReferenceScores? reference) =>
    [
        trace, valid, Count(errors), Count(warnings), Part(scores.Grounded), Part(scores.Judged),
        Number(reference?.PrimitiveValidity), Number(reference?.SchemaValidity), Number(reference?.IdCoherence),
            Number(reference?.DagWellFormed),
        reference?.EdgeF1?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-", Number(reference?.PrimitiveF1),
    ];

    private static string[] Row(VerifierScore score) =>
        [score.Verifier, Count(score.Supported), Count(score.Direct), Count(score.Refuted), Count(score.Disputed),
            Number(score.OfJudged.Value), Number(score.OfClaims.Value)];

    private static IEnumerable<string> Table(string[] head, IReadOnlyList<string[]> rows)
    {
        var widths = head.Select(
            (word, column) => rows.Max(row => row[column].Length) is var widest && widest > word.Length ? widest : word.Length).ToArray();
        return rows.Prepend(head)
            .Select(row =>
            string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
    }

    private static string Part(Share? share) => share is { } known ? FormattableString.Invariant($"{known.Part} of {known.Whole}") : "-";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";
}
