using System.Text.Json;
using VcrPortal.Tests;

namespace VcrPortal.Reasoning.Tests;

/// <summary>The traces of two real files: eight of VCR-Agent's curation runs, and one row of VC-TRACES.</summary>
internal static class RealTraces
{
    public static string Sample(string run, int index)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(ReferenceData.File("vcr-agent/traces_sample.json")));
        return TextOf(
            file.RootElement.EnumerateArray()
            .Single(row => row.GetProperty("run").GetString() == run && row.GetProperty("index").GetInt32() == index));
    }

    public static string VcTracesRow()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(ReferenceData.File("vcr-agent/vc_traces_row_12563.json")));
        return TextOf(file.RootElement[0]);
    }

    public static IEnumerable<string> All()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(ReferenceData.File("vcr-agent/traces_sample.json")));
        return [.. file.RootElement.EnumerateArray().Select(TextOf), VcTracesRow()];
    }

    private static string TextOf(JsonElement row) => row.GetProperty("explain").GetString() + "\n" + row.GetProperty("dag").GetString();
}
