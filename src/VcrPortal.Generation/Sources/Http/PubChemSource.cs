using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Http.Asking;

namespace VcrPortal.Generation.Sources.Http;

/// <summary>
/// What PubChem's PUG REST calls a compound: number, title, InChIKey, ChEMBL id and other names. Asked by structure where the record has
/// one, else by name; both are posted as a field of a form, because a structure has slashes and backslashes.
/// </summary>
public sealed class PubChemSource(SourceClient client) : IKnowledgeSource, INetworkUser
{
    public const string SourceName = "PubChem";

    /// <summary>PubChem takes five requests in a second and 400 in a minute.</summary>
    public static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(200);

    private const int MostCompounds = 3, MostNames = 20, LongestName = 80;

    public string Name => SourceName;
    public bool UsesNetwork => true;

    public async Task<ImmutableArray<EvidenceItem>> RetrieveAsync(RetrievalRequest request, CancellationToken ct)
    {
        var items = ImmutableArray.CreateBuilder<EvidenceItem>();
        foreach (var cause in request.Question.Causes.Where(c => !c.IsGeneEdit).DistinctBy(c => c.Actor).Take(MostCompounds))
            if (await FindAsync(cause.Perturbation, cause.Actor, ct) is { } found) items.Add(await ItemAsync(found, cause.Actor, ct));
        return items.ToImmutable();
    }

    private sealed record Found(string Number, string? Title, string? InChIKey);

    private async Task<SourceAnswer<Found>?> FindAsync(Perturbation perturbation, string actor, CancellationToken ct)
    {
        if (perturbation.Smiles is { Length: > 0 } smiles && await AskAsync("smiles", smiles, ct) is { } byStructure) return byStructure;
        return actor.Length == 0 ? null : await AskAsync("name", actor, ct);
    }

    private async Task<SourceAnswer<Found>?> AskAsync(string by, string value, CancellationToken ct)
    {
        var question = SourceQuestion.Post($"compound/{by}/property/Title,InChIKey/JSON", (by, value)) with { MayBeAbsent = true };
        return await client.AskAsync(question, First, ct) is { Value: { } found } answer ? new(found, answer.At, answer.Age) : null;
    }

    /// <summary>A structure that PubChem does not hold comes back without a number, or with 0.</summary>
    private static Found? First(string text)
    {
        var table = JsonReading.Document(text).Get("PropertyTable") ?? throw new FormatException("No table of properties.");
        return table.Items("Properties").Select(p => new Found(p.Text("CID") ?? "", p.Text("Title"), p.Text("InChIKey")))
            .FirstOrDefault(f => f.Number.Length is > 0 and < 12 && f.Number != "0" && f.Number.All(char.IsAsciiDigit));
    }

    private async Task<EvidenceItem> ItemAsync(SourceAnswer<Found> found, string actor, CancellationToken ct)
    {
        var (number, title, key) = found.Value;
        var names = (await client.AskAsync(
            SourceQuestion.Get($"compound/cid/{number}/synonyms/JSON") with { MayBeAbsent = true }, Synonyms, ct))?.Value ?? [];
        var passage = $"PubChem compound {number}: {title ?? actor}{(key is null ? "" : $", InChIKey {key}")}"
            + $"{(names.FirstOrDefault(IsChembl) is { } chembl ? $", {chembl}" : "")}."
            + (names.IsEmpty ? "" : $" Other names: {string.Join("; ", names.Where(n => !IsChembl(n)).Take(MostNames))}.");
        return new(0, Name, found.Day, $"PUBCHEM.COMPOUND:{number}", $"{title ?? actor} in PubChem", passage,
            $"https://pubchem.ncbi.nlm.nih.gov/compound/{number}", "public domain; depositors may have rights", TrustTier.Reference);
    }

    private static ImmutableArray<string> Synonyms(string text) =>
        JsonReading.Document(text).Get("InformationList")?.Items("Information").FirstOrDefault() is { } first
            ? [.. first.Items("Synonym").Select(s => s.ToString()).Where(s => s.Length is > 0 and <= LongestName)] : [];

    private static bool IsChembl(string name) => name.StartsWith("CHEMBL", StringComparison.Ordinal);
}
