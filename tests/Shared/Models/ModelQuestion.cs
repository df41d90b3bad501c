using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VcrPortal.Tests.Models;

/// <summary>One request as it reached the stand-in.</summary>
/// <param name="Number">Counted from 1.</param>
internal sealed partial record ModelQuestion(int Number, JsonNode Body, string? Key)
{
    public string Model => (string?)Body["model"] ?? "";

    /// <summary>The names of the tools that may be called; empty where calling is switched off.</summary>
    public IReadOnlyList<string> Tools => IsSwitchedOff(Body["tool_choice"])
        ? [] : [.. (Body["tools"]?.AsArray() ?? []).Select(t => (string?)(t!["function"]?["name"] ?? t["name"]) ?? "")];

    /// <summary>All that was said, as JSON.</summary>
    public string Said => Body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Results of tools that the conversation holds.</summary>
    public int Results => Said.Split("\"role\":\"tool\"").Length - 1 + Said.Split("\"type\":\"tool_result\"").Length - 1;

    /// <summary>The agent that structures reports has no tools.</summary>
    public bool IsAboutClaims => Body["tools"] is null;

    public bool IsRepair => Said.Contains("cannot be used as it is", StringComparison.Ordinal);

    /// <summary>The compound that the question names; null for a gene edit.</summary>
    public string? Compound => CompoundPattern().Match(Said) is { Success: true } match ? match.Groups["name"].Value : null;

    // The question begins a line; the instructions speak of it too.
    [GeneratedRegex(@"<question>\\ncompound: (?<name>.+?)\\n", RegexOptions.CultureInvariant)]
    private static partial Regex CompoundPattern();

    private static bool IsSwitchedOff(JsonNode? choice) => choice switch
    {
        JsonValue value => (string?)value == "none",
        JsonObject asObject => (string?)asObject["type"] == "none",
        _ => false,
    };
}
