using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Http.Asking;

namespace VcrPortal.Generation.Sources.Http;

/// <summary>
/// Abstracts from PubMed by NCBI's E-utilities: a search for what acts together with what it acts on (<c>esearch.fcgi</c>), then the
/// articles (<c>efetch.fcgi</c>). Their numbers stay with them, so that a report can cite them.
/// </summary>
/// <param name="email">NCBI asks who asks; null where the operator gave none.</param>
public sealed class PubMedSource(SourceClient client, string? email = null) : IKnowledgeSource, INetworkUser
{
    public const string SourceName = "PubMed";

    /// <summary>Abstracts that are kept.</summary>
    public const int MostArticles = 30;

    /// <summary>Characters of an abstract that are kept.</summary>
    public const int MaxPassage = 2_000;

    /// <summary>NCBI takes three requests in a second from whoever has no key.</summary>
    public static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(340);

    public string Name => SourceName;
    public bool UsesNetwork => true;

    public async Task<ImmutableArray<EvidenceItem>> RetrieveAsync(RetrievalRequest request, CancellationToken ct)
    {
        foreach (var query in Queries(request.Question))
            if (await SearchAsync(query, ct) is { IsEmpty: false } numbers) return await FetchAsync(numbers, ct);
        return [];
    }

    /// <summary>What acts with what it acts on; where that finds nothing, what acts alone.</summary>
    private static IEnumerable<string> Queries(Question question)
    {
        var actors = question.Causes.Select(c => c.Actor).Where(a => a.Length > 0).Distinct().Take(3).ToList();
        if (actors.Count == 0) yield break;
        var acting = string.Join(" AND ", actors.Select(Term));
        var targets = question.Causes.SelectMany(c => c.Targets).Select(t => t.Entity).Except(actors).Distinct().Take(5).ToList();
        if (targets.Count > 0) yield return $"{acting} AND ({string.Join(" OR ", targets.Select(Term))})";
        yield return acting;
    }

    /// <summary>A name as one phrase: what a query's own signs would do is taken from it.</summary>
    private static string Term(string name) =>
        $"\"{new string([.. name.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '.')])}\"[Title/Abstract]";

    private async Task<ImmutableArray<string>> SearchAsync(string query, CancellationToken ct) =>
        (await client.AskAsync(SourceQuestion.Get(string.Create(CultureInfo.InvariantCulture,
            $"esearch.fcgi?db=pubmed&retmode=json&sort=relevance&retmax={MostArticles}&{Who}&term={Uri.EscapeDataString(query)}")),
            Numbers, ct))?.Value ?? [];

    private static ImmutableArray<string> Numbers(string text) => JsonReading.Document(text).Get("esearchresult") is not { } result ? []
        : [.. result.Items("idlist").Select(i => i.ToString()).Where(i => i.Length is > 0 and <= 9 && i.All(char.IsAsciiDigit))];

    private async Task<ImmutableArray<EvidenceItem>> FetchAsync(ImmutableArray<string> numbers, CancellationToken ct)
    {
        var answer = await client.AskAsync(
            SourceQuestion.Get($"efetch.fcgi?db=pubmed&retmode=xml&{Who}&id={string.Join(',', numbers)}"), Articles, ct);
        // In the order of relevance, whatever the answer's order is.
        return answer is null ? [] : [.. answer.Value.Select(a => Item(a, answer.Day)).OfType<EvidenceItem>()
            .OrderBy(i => numbers.IndexOf(i.Identifier!["PMID:".Length..]))];
    }

    private static List<XElement> Articles(string text)
    {
        // The document names a DTD: neither it nor any entity is loaded.
        using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        var document = XDocument.Load(reader);
        return document.Root?.Name.LocalName == "PubmedArticleSet" ? [.. document.Descendants("PubmedArticle")]
            : throw new FormatException("No set of articles.");
    }

    private static EvidenceItem? Item(XElement article, string day)
    {
        var number = article.Element("MedlineCitation")?.Element("PMID")?.Value.Trim();
        var written = article.Descendants("Article").FirstOrDefault();
        var passage = string.Join(' ', written?.Descendants("AbstractText").Select(t => t.Value.Trim()) ?? []);
        if (string.IsNullOrEmpty(number) || !number.All(char.IsAsciiDigit) || passage.Length == 0) return null;
        var title = written!.Element("ArticleTitle")?.Value.Trim() ?? "";
        return new(0, SourceName, day, $"PMID:{number}",
            title.Length == 0 ? $"PMID {number}" : title, JsonReading.Shortened(passage, MaxPassage),
            $"https://pubmed.ncbi.nlm.nih.gov/{number}/", "abstract; rights as its publisher states", TrustTier.Reference);
    }

    private string Who => "tool=VcrPortal" + (email is null ? "" : $"&email={Uri.EscapeDataString(email)}");
}
