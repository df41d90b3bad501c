using System.Text.Json;
using System.Text.RegularExpressions;

namespace VcrPortal.Bench;

/// <summary>When a job's events were written to its log, from the hub.</summary>
/// <param name="Claims">When each claim was written, in order.</param>
/// <param name="Verdicts">The first verdict on each action, in order.</param>
internal sealed partial record Written(int Events, Dictionary<string, DateTime> Claims, Dictionary<string, DateTime> Verdicts)
{
    public static async Task<Written> FromAsync(IAsyncEnumerable<JsonElement> events)
    {
        var written = new Written(0, [], []);
        await foreach (var entry in events) written = written.With(entry);
        return written;
    }

    private Written With(JsonElement entry)
    {
        var at = entry.GetProperty("at").GetDateTime().ToUniversalTime();
        var data = entry.GetProperty("data");
        var kind = entry.GetProperty("kind").GetString();
        if (kind == "action-added" && ClaimId().Match(data.GetProperty("line").GetString()!) is { Success: true } claim) Claims[
            claim.Groups[1].Value] = at;
        if (kind == "verdict-reached") Verdicts.TryAdd(
            data.GetProperty("verdict").GetProperty("claim").GetProperty("action").GetString()!, at);
        return this with { Events = Events + 1 };
    }

    [GeneratedRegex("""\bid="([^"]+)""")]
    private static partial Regex ClaimId();
}
