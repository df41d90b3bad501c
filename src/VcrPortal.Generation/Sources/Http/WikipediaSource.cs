using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources.Http.Asking;

namespace VcrPortal.Generation.Sources.Http;

/// <summary>
/// The summary of the first article found for each perturbation: a search (<c>/w/api.php?action=query&amp;list=search</c>) and the REST
/// summary (<c>/api/rest_v1/page/summary/{title}</c>).
/// </summary>
public sealed class WikipediaSource(SourceClient client) : IKnowledgeSource, INetworkUser
{
    public const string SourceName = "Wikipedia";

    /// <summary>Characters of a summary that are kept.</summary>
    public const int MaxPassage = 2_000;

    public string Name => SourceName;
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
        var search = await client.AskAsync(SourceQuestion.Get(
            $"w/api.php?action=query&list=search&srlimit=1&format=json&srsearch={Uri.EscapeDataString(name)}"), FirstTitle, ct);
        if (search?.Value is not { } title) return null;
        var path = Uri.EscapeDataString(title.Replace(' ', '_'));
        var summary = await client.AskAsync(
            SourceQuestion.Get($"api/rest_v1/page/summary/{path}") with { MayBeAbsent = true }, Extract, ct);
        return summary?.Value is not { Length: > 0 } text ? null
            : new(0, Name, summary.Day, null, title, JsonReading.Shortened(text, MaxPassage),
                $"https://en.wikipedia.org/wiki/{path}", "CC BY-SA 4.0", TrustTier.Open);
    }

    private static string? FirstTitle(string text) =>
        JsonReading.Document(text).Get("query")?.Items("search").Select(hit => hit.Text("title")).FirstOrDefault();

    private static string? Extract(string text) => JsonReading.Document(text).Text("extract");
}
