using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources.Http.Asking;

namespace VcrPortal.Generation.Sources.Http;

/// <summary>
/// Abstracts from a search service of one's own that has the shape of pubmedFastRAG: <c>POST find_matches {"query","k"}</c> answers with a
/// list of <c>{"pmid","title","abstract","authors","publication_year"}</c>, the nearest first. Their numbers stay with them.
/// </summary>
public sealed class PubMedSearchSource(SourceClient client) : IKnowledgeSource, INetworkUser
{
    public const string SourceName = "PubMed search";

    /// <summary>Asked for beyond those that are kept: some have no abstract.</summary>
    private const int Spare = 10;

    private const string NoAbstract = "Abstract not found";

    public string Name => SourceName;
    public bool UsesNetwork => true;

    public async Task<ImmutableArray<EvidenceItem>> RetrieveAsync(RetrievalRequest request, CancellationToken ct)
    {
        var causes = request.Question.Causes;
        string[] names =
        [
            .. causes.Select(c => c.Actor).Concat(causes.SelectMany(c => c.Targets).Select(t => t.Entity))
                .Append(request.Question.Line?.Name ?? "").Concat(request.Entities.Select(e => e.Text))
                .Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(20),
        ];
        if (names.Length == 0) return [];
        var question = new { query = string.Join(", ", names), k = PubMedSource.MostArticles + Spare };
        var answer = await client.AskAsync(SourceQuestion.PostJson("find_matches", question), Matches, ct);
        return answer is null ? []
            : [.. answer.Value.Take(PubMedSource.MostArticles).Select(a => a with { SourceVersion = answer.Day })];
    }

    private static ImmutableArray<EvidenceItem> Matches(string text) =>
    [
        .. JsonReading.Document(text).EnumerateArray().Select(match =>
            match.Text("pmid") is not { Length: > 0 and <= 9 } number || !number.All(char.IsAsciiDigit)
            || match.Text("abstract") is not { Length: > 0 } said || said == NoAbstract ? null
            : new EvidenceItem(0, SourceName, "", $"PMID:{number}", match.Text("title") is { Length: > 0 } title ? title : $"PMID {number}",
                JsonReading.Shortened(said, PubMedSource.MaxPassage), $"https://pubmed.ncbi.nlm.nih.gov/{number}/",
                "abstract; rights as its publisher states", TrustTier.Reference))
            .OfType<EvidenceItem>().DistinctBy(i => i.Identifier),
    ];
}
