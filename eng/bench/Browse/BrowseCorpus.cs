using System.Text.Json;
using System.Text.RegularExpressions;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Tests;

namespace VcrPortal.Bench.Browse;

/// <summary>A file of traces as VC-TRACES has them: explanations and a report that models wrote, about every compound in every cell line
/// that is known here.</summary>
internal static partial class BrowseCorpus
{
    /// <param name="shift">Another explanation for the same pair.</param>
    /// <returns>How many were written; fewer than wanted where less is known.</returns>
    public static int Write(string file, KnowledgeBase known, int count, int shift = 0)
    {
        var samples = SampleTexts.ReadBlocks()!;
        var report = ReportOfRow();
        using var lines = new StreamWriter(file);
        var pairs = known.CellLines.SelectMany(line => known.Compounds.Select(compound => (compound, line))).Take(count).ToList();
        foreach (var ((compound, line), at) in pairs.Select((pair, at) => (pair, at)))
        {
            var (explain, dag) = (samples[(at + shift) % samples.Count].Explain, samples[(at + shift) % samples.Count].Dag);
            var target = compound.Targets.FirstOrDefault() ?? "TP53";
            lines.WriteLine(JsonSerializer.Serialize(new
            {
                perturbation = new
                {
                    context = new[] { new { cell_type = line.Name } },
                    perturbations = new[] { new { name = compound.Name, perturbation_type = "chemical" } },
                },
                explain = About(explain, compound.Name, target, line.Name),
                dag,
                report_text = report.Replace("venetoclax", compound.Name, StringComparison.OrdinalIgnoreCase)
                    .Replace("BCL-2", target, StringComparison.OrdinalIgnoreCase).Replace("HOP62", line.Name, StringComparison.Ordinal),
            }, SpacedNames));
        }
        return pairs.Count;
    }

    /// <summary>Names are written as the original's columns are called.</summary>
    private static readonly JsonSerializerOptions SpacedNames = new() { PropertyNamingPolicy = new Spaced() };

    private sealed class Spaced : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name is "cell_type" or "perturbation_type" ? name.Replace('_', ' ') : name;
    }

    /// <summary>The same explanation with another actor, target and cell.</summary>
    private static string About(string explain, string compound, string target, string line)
    {
        if (FirstActor().Match(explain) is { Success: true } actor)
            explain = explain.Replace($"\"{actor.Groups[1].Value}\"", $"\"{compound}\"", StringComparison.Ordinal);
        if (FirstTarget().Match(explain) is { Success: true } hit)
            explain = explain.Replace($"\"{hit.Groups[1].Value}\"", $"\"{target}\"", StringComparison.Ordinal);
        return Cell().Replace(explain, $"cell_type=\"{line}\"", 1);
    }

    private static string ReportOfRow()
    {
        using var rows = JsonDocument.Parse(File.ReadAllBytes(ReferenceData.File(Path.Combine("vcr-agent", "vc_traces_row_12563.json"))));
        return rows.RootElement[0].GetProperty("report_text").GetString()!;
    }

    [GeneratedRegex("actor=\"([^\"]+)\"")]
    private static partial Regex FirstActor();

    [GeneratedRegex("target=\"([^\"]+)\"")]
    private static partial Regex FirstTarget();

    [GeneratedRegex("cell_type=\"[^\"]*\"")]
    private static partial Regex Cell();
}
