using System.Runtime.CompilerServices;
using System.Text.Json;

namespace VcrPortal.Bench;

/// <summary>Explanations that models wrote, from the reference data; not part of this repository.</summary>
internal static class SampleTexts
{
    /// <summary>Explain and dag lines together, one text a trace; null where the data is absent.</summary>
    public static List<string>? Read()
    {
        var folder = Environment.GetEnvironmentVariable("VCR_DATA") is { Length: > 0 } set ? set : Path.Combine(Repository(), "..", "shared", "data");
        var file = Path.Combine(folder, "vcr-agent", "traces_sample.json");
        if (!File.Exists(file)) return null;
        using var samples = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. samples.RootElement.EnumerateArray().Select(TextOf)];
    }

    public static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    private static string TextOf(JsonElement sample) => $"{sample.GetProperty("explain").GetString()}\n{sample.GetProperty("dag").GetString()}";
}
