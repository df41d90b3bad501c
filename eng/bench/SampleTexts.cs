using System.Text.Json;
using VcrPortal.Tests;

namespace VcrPortal.Bench;

/// <summary>Explanations that models wrote, from the reference data; not part of this repository.</summary>
internal static class SampleTexts
{
    /// <summary>Explain and dag lines together, one text a trace; null where the data is absent.</summary>
    public static List<string>? Read()
    {
        var file = ReferenceData.File(Path.Combine("vcr-agent", "traces_sample.json"));
        if (!File.Exists(file)) return null;
        using var samples = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. samples.RootElement.EnumerateArray().Select(TextOf)];
    }

    private static string TextOf(JsonElement sample) => $"{sample.GetProperty("explain").GetString()}\n{sample.GetProperty("dag").GetString()}";
}
