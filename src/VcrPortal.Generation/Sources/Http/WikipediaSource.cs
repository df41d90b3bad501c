using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Sources.Http;

/// <summary>
/// The summary of the first article found for each perturbation: a search (<c>/w/api.php?action=query&amp;list=search</c>) and the REST
/// summary (<c>/api/rest_v1/page/summary/{title}</c>). The client carries base address, time limit and a User-Agent that says who asks.
/// </summary>
public sealed class WikipediaSource(HttpClient http, TimeProvider clock) : IKnowledgeSource, INetworkUser
{
    /// <summary>Characters of a summary that are kept.</summary>
    public const int MaxPassage = 2_000;

    public string Name => "Wikipedia";
    public bool UsesNetwork => true;

    public async Task<ImmutableArray<EvidenceItem>> RetrieveAsync(RetrievalRequest request, CancellationToken ct)
    {
        var items = ImmutableArray.CreateBuilder<EvidenceItem>();
        foreach (var name in request.Question.Causes.Select(c => c.Actor).Where(n => n.Length > 0).Distinct().Take(3))
            if (await SummaryOf(name, ct) is { } item) items.Add(item);
        return items.ToImmutable();
    }

    private async Task<EvidenceItem?> SummaryOf(string name, CancellationToken ct)
    {
        try
        {
            var search = await http.GetFromJsonAsync<JsonElement>(
                $"w/api.php?action=query&list=search&srlimit=1&format=json&srsearch={Uri.EscapeDataString(name)}", ct);
            if (FirstTitle(search) is not { } title) return null;
            var summary =
                await http.GetFromJsonAsync<JsonElement>($"api/rest_v1/page/summary/{Uri.EscapeDataString(title.Replace(' ', '_'))}", ct);
            if (!summary.TryGetProperty("extract", out var extract) || extract.GetString() is not { Length: > 0 } text) return null;
            var passage = text.Length > MaxPassage ? text[..MaxPassage] + "\u2026" : text;
            return new(0, Name, clock.GetUtcNow().ToString("yyyy-MM-dd", null), null, title, passage,
                $"https://en.wikipedia.org/wiki/{Uri.EscapeDataString(title.Replace(' ', '_'))}", "CC BY-SA 4.0", TrustTier.Open);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SourceUnavailableException($"No answer in {http.Timeout.TotalSeconds:0} s.");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            throw new SourceUnavailableException("The answer could not be read.", failure);
        }
    }

    private static string? FirstTitle(JsonElement search) =>
        search.TryGetProperty("query", out var query) && query.TryGetProperty("search", out var hits)
            && hits.ValueKind == JsonValueKind.Array && hits.GetArrayLength() > 0
        && hits[0].TryGetProperty("title", out var title) ? title.GetString() : null;
}
