using System.Globalization;
using System.Text;

namespace VcrPortal.Generation.Evaluation;

/// <summary>Scores of engines as one Markdown table: a row an engine, and for each check that judged anything a column with the share that
/// it supports of what it judged.</summary>
public static class EngineTable
{
    private static readonly string[] Columns =
        ["engine", "records", "failed", "valid", "claims", "verifiable", "coverage", "supported", "contradicted"];

    public static string Print(IReadOnlyCollection<EngineScore> scores)
    {
        List<string> checks = [.. scores.SelectMany(s => s.Verifiers.Keys).Distinct().Order(StringComparer.Ordinal)];
        var table = new StringBuilder();
        Append(table, [.. Columns, .. checks]);
        table.Append('|').Insert(table.Length, "---|", Columns.Length + checks.Count).Append('\n');
        foreach (var score in scores) Append(table, [.. Cells(score), .. checks.Select(c => Share(score, c))]);
        return table.ToString();
    }

    private static void Append(StringBuilder table, IEnumerable<string> cells) =>
        table.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string[] Cells(EngineScore s) =>
    [
        s.Engine, Number(s.Records), Number(s.Failed), Number(s.Valid), Number(s.Claims), Share(s.Verifiability), Share(s.Coverage),
        Share(s.Score), Number(s.Refuted),
    ];

    private static string Share(EngineScore score, string check) => score.Verifiers.TryGetValue(check, out var counts)
        ? string.Create(CultureInfo.InvariantCulture, $"{counts.Supported} of {counts.Judged}") : "-";

    private static string Share(double? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
