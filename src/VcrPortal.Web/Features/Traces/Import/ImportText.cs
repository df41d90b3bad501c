using System.Globalization;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>What people are told of an import.</summary>
internal static class ImportText
{
    /// <summary>"1,200 records read, 1,150 new, 40 here already, 10 not readable, edges repaired in 3".</summary>
    public static string Count(TraceImportCounts counts)
    {
        string?[] parts =
        [
            string.Create(CultureInfo.InvariantCulture, $"{counts.Read:N0} {(counts.Read == 1 ? "record" : "records")} read"),
            Say(counts.Added, "new"), Say(counts.Known, "here already"), Say(counts.Lost, "not readable"),
            counts.Repaired == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"edges repaired in {counts.Repaired:N0}"),
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string? Say(int count, string word) =>
        count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {word}");
}
