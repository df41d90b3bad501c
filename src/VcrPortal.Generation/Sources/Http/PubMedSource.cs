using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Sources.Http;

/// <summary>
/// Abstracts from PubMed by NCBI's E-utilities: a search for what acts together with what it acts on (<c>esearch.fcgi</c>), then the
/// articles (<c>efetch.fcgi</c>). Their numbers stay with them, so that a report can cite them. The client carries base address and limits.
/// </summary>
/// <param name="email">NCBI asks who asks; null where the operator gave none.</param>
public sealed class PubMedSource(HttpClient http, TimeProvider clock, string? email = null) : IKnowledgeSource, INetworkUser, IDisposable
{
    /// <summary>Abstracts that are kept.</summary>
    public const int MostArticles = 20;

    /// <summary>Characters of an abstract that are kept.</summary>
    public const int MaxPassage = 2_000;

    /// <summary>NCBI takes three requests in a second from whoever has no key.</summary>
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(340);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _next;

    public string Name => "PubMed";
    public bool UsesNetwork => true;

    public async Task<ImmutableArray<EvidenceItem>> RetrieveAsync(RetrievalRequest request, CancellationToken ct)
    {
        try
        {
            foreach (var query in Queries(request.Question))
                if (await SearchAsync(query, ct) is { IsEmpty: false } numbers) return await FetchAsync(numbers, ct);
            return [];
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SourceUnavailableException($"No answer in {http.Timeout.TotalSeconds:0} s.");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or XmlException or FormatException)
        {
            throw new SourceUnavailableException("The answer could not be read.", failure);
        }
    }

    public void Dispose() => _turn.Dispose();

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

    private async Task<ImmutableArray<string>> SearchAsync(string query, CancellationToken ct)
    {
        await WaitAsync(ct);
        var answer = await http.GetFromJsonAsync<JsonElement>(string.Create(CultureInfo.InvariantCulture,
            $"esearch.fcgi?db=pubmed&retmode=json&sort=relevance&retmax={MostArticles}&{Who}&term={Uri.EscapeDataString(query)}"), ct);
        if (!answer.TryGetProperty("esearchresult", out var result) || !result.TryGetProperty("idlist", out var ids)
            || ids.ValueKind != JsonValueKind.Array) return [];
        return [.. ids.EnumerateArray().Select(i => i.ToString()).Where(i => i.Length is > 0 and <= 9 && i.All(char.IsAsciiDigit))];
    }

    private async Task<ImmutableArray<EvidenceItem>> FetchAsync(ImmutableArray<string> numbers, CancellationToken ct)
    {
        await WaitAsync(ct);
        await using var stream = await http.GetStreamAsync($"efetch.fcgi?db=pubmed&retmode=xml&{Who}&id={string.Join(',', numbers)}", ct);
        // The document names a DTD: neither it nor any entity is loaded.
        using var reader = XmlReader.Create(stream, new()
        {
            Async = true,
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = 8 << 20,
        });
        var articles = (await XDocument.LoadAsync(reader, LoadOptions.None, ct)).Descendants("PubmedArticle").ToList();
        // In the order of relevance, whatever the answer's order is.
        return [.. articles.Select(Item).OfType<EvidenceItem>().OrderBy(i => numbers.IndexOf(i.Identifier!["PMID:".Length..]))];
    }

    private EvidenceItem? Item(XElement article)
    {
        var number = article.Element("MedlineCitation")?.Element("PMID")?.Value.Trim();
        var written = article.Descendants("Article").FirstOrDefault();
        var passage = string.Join(' ', written?.Descendants("AbstractText").Select(t => t.Value.Trim()) ?? []);
        if (string.IsNullOrEmpty(number) || !number.All(char.IsAsciiDigit) || passage.Length == 0) return null;
        var title = written!.Element("ArticleTitle")?.Value.Trim() ?? "";
        return new(0, Name, clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"PMID:{number}",
            title.Length == 0 ? $"PMID {number}" : title, passage.Length > MaxPassage ? passage[..MaxPassage] + "\u2026" : passage,
            $"https://pubmed.ncbi.nlm.nih.gov/{number}/", "abstract; rights as its publisher states", TrustTier.Reference);
    }

    private string Who => "tool=VcrPortal" + (email is null ? "" : $"&email={Uri.EscapeDataString(email)}");

    /// <summary>Waits for this source's turn at the service: jobs that run side by side share it.</summary>
    private async Task WaitAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var wait = _next - clock.GetUtcNow();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, ct);
            _next = clock.GetUtcNow() + BetweenRequests;
        }
        finally
        {
            _turn.Release();
        }
    }
}
