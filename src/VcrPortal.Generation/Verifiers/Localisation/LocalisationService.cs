using System.Collections.Immutable;
using VcrPortal.Generation.Sources.Http;
using VcrPortal.Generation.Sources.Http.Asking;

namespace VcrPortal.Generation.Verifiers.Localisation;

/// <summary>Where UniProt has seen a human protein: its REST search for the gene, and of the reviewed entry the subcellular
/// locations.</summary>
public sealed class LocalisationService(SourceClient client)
{
    public const string ServiceName = "UniProt";

    private const int MostPlaces = 50;

    /// <returns>Empty where it has no such protein, or no place of it.</returns>
    /// <exception cref="Generation.Sources.SourceUnavailableException">With a sentence.</exception>
    public async Task<ImmutableArray<string>> PlacesOfAsync(string gene, CancellationToken ct)
    {
        var query = Uri.EscapeDataString($"gene_exact:{gene} AND organism_id:9606 AND reviewed:true");
        return (await client.AskAsync(
            SourceQuestion.Get($"uniprotkb/search?query={query}&fields=accession,cc_subcellular_location&format=json&size=1"), Places, ct))
            ?.Value ?? [];
    }

    private static ImmutableArray<string> Places(string text)
    {
        var results = JsonReading.Document(text).Get("results") ?? throw new FormatException("No results.");
        return
        [
            .. results.EnumerateArray().Take(1).SelectMany(entry => entry.Items("comments"))
                .SelectMany(comment => comment.Items("subcellularLocations"))
                .Select(place => place.Get("location")?.Text("value")).OfType<string>().Distinct().Take(MostPlaces),
        ];
    }
}
