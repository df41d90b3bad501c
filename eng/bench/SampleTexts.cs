using System.Text.Json;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Tests;

namespace VcrPortal.Bench;

/// <summary>Explanations that models wrote, from the reference data; not part of this repository.</summary>
internal static class SampleTexts
{
    /// <summary>Explain and dag lines together, one text a trace; null where the data is absent.</summary>
    public static List<string>? Read() => ReadBlocks()?.ConvertAll(blocks => $"{blocks.Explain}\n{blocks.Dag}");

    /// <summary>The two blocks of each.</summary>
    public static List<WrittenTrace>? ReadBlocks()
    {
        var file = ReferenceData.File(Path.Combine("vcr-agent", "traces_sample.json"));
        if (!File.Exists(file)) return null;
        using var samples = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. samples.RootElement.EnumerateArray().Select(BlocksOf)];
    }

    private static WrittenTrace BlocksOf(JsonElement sample) =>
        new(sample.GetProperty("explain").GetString()!, sample.GetProperty("dag").GetString()!);
}
