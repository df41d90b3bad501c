using System.Globalization;

namespace VcrPortal.Bench;

/// <summary>One line of the table.</summary>
/// <param name="Baseline">What it is compared with and how that did; null where there is none.</param>
/// <param name="Target">What we want, from docs.</param>
/// <param name="Remark">What is and what is not in the numbers; printed below the table.</param>
internal sealed record Row(string What, string Ours, string? Baseline, string? Ratio, string Target, string? Remark = null)
{
    /// <summary>A measurement that could not be made here, and why.</summary>
    public static Row Missing(string what, string why, string target) => new(what, "not measured: " + why, null, null, target);

    public static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.###} ms");

    public static string Microseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:0.#} µs");

    public static string Times(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}x");
}

/// <summary>Prints rows as a Markdown table, and what has to be said about them.</summary>
internal static class Table
{
    private static readonly string[] Head = ["what", "ours", "baseline", "ratio", "target"];

    public static void Print(IReadOnlyList<Row> rows)
    {
        var lines = rows.Select(r => new[] { r.What, r.Ours, r.Baseline ?? "-", r.Ratio ?? "-", r.Target }).Prepend(Head).ToList();
        var widths = Enumerable.Range(0, Head.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        for (var at = 0; at < lines.Count; at++)
        {
            Console.WriteLine("| " + string.Join(" | ", lines[at].Select((cell, column) => cell.PadRight(widths[column]))) + " |");
            if (at == 0) Console.WriteLine("|" + string.Join("|", widths.Select(width => new string('-', width + 2))) + "|");
        }
        foreach (var remark in rows.Select(r => r.Remark).OfType<string>().Distinct()) Console.WriteLine($"{Environment.NewLine}{remark}");
    }
}
