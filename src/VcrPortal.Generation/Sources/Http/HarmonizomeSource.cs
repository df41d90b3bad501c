using System.Collections.Immutable;
using System.Text.Json;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources.Http.Asking;

namespace VcrPortal.Generation.Sources.Http;

/// <summary>
/// What Harmonizome says of the genes that are acted on (<c>api/1.0/gene/{symbol}</c>), and which genes it lists for compound and line: an
/// attribute (<c>api/1.0/attribute/{name}</c>), its first gene set, and the first genes of that.
/// </summary>
public sealed class HarmonizomeSource(SourceClient client) : IKnowledgeSource, INetworkUser
{
    public const string SourceName = "Harmonizome";

    /// <summary>Its operators state no limit; this is what one reader would do.</summary>
    public static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(200);

    private const int MostGenes = 5, MostAttributes = 3, MostListed = 20, LongestName = 60, MaxPassage = 2_000;
    private const string Page = "https://maayanlab.cloud/Harmonizome/", Licence = "as its datasets state", Sets = "/api/1.0/gene_set/";

    public string Name => SourceName;
    public bool UsesNetwork => true;

    public async Task<ImmutableArray<EvidenceItem>> RetrieveAsync(RetrievalRequest request, CancellationToken ct)
    {
        var items = ImmutableArray.CreateBuilder<EvidenceItem>();
        var causes = request.Question.Causes;
        var genes = causes.Where(c => c.IsGeneEdit).Select(c => c.Actor).Concat(causes.SelectMany(c => c.Targets).Select(t => t.Entity));
        foreach (var gene in genes.Where(IsSymbol).Distinct().Take(MostGenes))
            if (await GeneAsync(gene, ct) is { } item) items.Add(item);
        var attributes = causes.Where(c => !c.IsGeneEdit).Select(c => c.Actor).Append(request.Question.Line?.Name ?? "");
        foreach (var attribute in attributes.Where(a => a.Length > 0).Distinct().Take(MostAttributes))
            if (await SetAsync(attribute, ct) is { } item) items.Add(item);
        return items.ToImmutable();
    }

    /// <summary>Families and complexes have ids with a colon, which it does not know.</summary>
    private static bool IsSymbol(string name) => name.Length is > 0 and <= 20 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private async Task<EvidenceItem?> GeneAsync(string symbol, CancellationToken ct)
    {
        var answer = await client.AskAsync(
            SourceQuestion.Get($"api/1.0/gene/{Uri.EscapeDataString(symbol)}") with { MayBeAbsent = true }, JsonReading.Document, ct);
        if (answer?.Value.Text("symbol") is not { } found) return null;
        var (named, said) = (answer.Value.Text("name") ?? found, answer.Value.Text("description"));
        var synonyms = answer.Value.Items("synonyms").Select(s => s.ToString()).Where(s => s.Length is > 0 and <= LongestName).Take(10);
        return new(0, Name, answer.Day, null, $"{found}: {named}", JsonReading.Shortened(
            $"{said ?? named} Other symbols: {string.Join(", ", synonyms)}.", MaxPassage),
            $"{Page}gene/{Uri.EscapeDataString(found)}", Licence, TrustTier.Reference);
    }

    private async Task<EvidenceItem?> SetAsync(string attribute, CancellationToken ct)
    {
        var answer = await client.AskAsync(
            SourceQuestion.Get($"api/1.0/attribute/{Uri.EscapeDataString(attribute)}") with { MayBeAbsent = true }, FirstSet, ct);
        if (answer?.Value is not { } path) return null;
        var set = await client.AskAsync(SourceQuestion.Get(path) with { MayBeAbsent = true }, JsonReading.Document, ct);
        if (set is null || Genes(set.Value) is not { Count: > 0 } genes) return null;
        var dataset = set.Value.Get("dataset")?.Text("name") ?? "one of its datasets";
        var first = genes.Count > MostListed ? $"The first {MostListed} of {genes.Count}" : "All";
        return new(0, Name, set.Day, null, $"Genes of {attribute} in {JsonReading.Shortened(dataset, LongestName)}",
            $"{first} genes that {dataset} lists for {attribute}: {string.Join(", ", genes.Take(MostListed))}.",
            Page + path["api/1.0/".Length..], Licence, TrustTier.Reference);
    }

    /// <summary>Its own path to the first gene set: an address elsewhere is none.</summary>
    private static string? FirstSet(string text) => JsonReading.Document(text).Items("geneSets").Select(s => s.Text("href"))
        .FirstOrDefault(h => h is not null && h.StartsWith(Sets, StringComparison.Ordinal)
            && !h.Contains("..", StringComparison.Ordinal))?.TrimStart('/');

    private static List<string> Genes(JsonElement set) =>
        [.. set.Items("associations").Select(a => a.Get("gene")?.Text("symbol")).OfType<string>().Where(IsSymbol).Distinct()];
}
