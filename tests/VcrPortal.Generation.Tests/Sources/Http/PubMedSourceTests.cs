using System.Net;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Http;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Tests.Sources.Http;

/// <summary>PubMed in the shape of the E-utilities' answers; the articles are made up.</summary>
public class PubMedSourceTests
{
    private const string Articles = """
        <?xml version="1.0" ?>
        <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/x.dtd">
        <PubmedArticleSet>
          <PubmedArticle><MedlineCitation><PMID Version="1">222</PMID><Article><ArticleTitle>Second <i>title</i></ArticleTitle>
            <Abstract><AbstractText Label="AIM">To see.</AbstractText><AbstractText>It falls.</AbstractText></Abstract></Article>
            </MedlineCitation></PubmedArticle>
          <PubmedArticle><MedlineCitation><PMID>111</PMID><Article><ArticleTitle>First</ArticleTitle>
            <Abstract><AbstractText>MEK falls.</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>
          <PubmedArticle><MedlineCitation><PMID>333</PMID><Article><ArticleTitle>No abstract</ArticleTitle></Article></MedlineCitation>
          </PubmedArticle>
        </PubmedArticleSet>
        """;

    [Fact]
    public async Task Articles_KeepTheirNumbersInTheOrderOfRelevance()
    {
        var answers = new Answers(path => path.Contains("esearch", StringComparison.Ordinal) ? Found("111", "222", "333") : Articles);
        var items = await Source(answers).RetrieveAsync(About("Binimetinib", "MAP2K1"), default);
        Assert.Equal(["PMID:111", "PMID:222"], items.Select(i => i.Identifier));
        Assert.Equal(("Second title", "To see. It falls."), (items[1].Title, items[1].Passage));
        Assert.Equal("https://pubmed.ncbi.nlm.nih.gov/111/", items[0].Url);
        Assert.Equal(TrustTier.Reference, items[0].Tier);
        Assert.Contains("tool=VcrPortal&email=me%40example.org", answers.Asked[0], StringComparison.Ordinal);
        Assert.EndsWith("&id=111,222,333", answers.Asked[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_IsAskedWithItsTargets_ThenWithout()
    {
        var answers = new Answers(path => path.Contains("MAP2K1", StringComparison.Ordinal) ? Found() : Found("111"));
        await Assert.ThrowsAsync<SourceUnavailableException>(() => Source(answers).RetrieveAsync(About("Binimetinib", "MAP2K1"), default));
        Assert.Equal(3, answers.Asked.Count); // two searches, and the article, which is no XML here
        var both = Uri.EscapeDataString("\"Binimetinib\"[Title/Abstract] AND (\"MAP2K1\"[Title/Abstract])");
        Assert.EndsWith(both, answers.Asked[0], StringComparison.Ordinal);
        Assert.EndsWith(Uri.EscapeDataString("\"Binimetinib\"[Title/Abstract]"), answers.Asked[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_CannotChangeTheQuery()
    {
        var answers = new Answers(_ => Found());
        Assert.Empty(await Source(answers).RetrieveAsync(About("x\" OR 1=1 [All] &db=gene", null), default));
        var one = Uri.EscapeDataString("\"x OR 11 All dbgene\"[Title/Abstract]");
        Assert.EndsWith(one, Assert.Single(answers.Asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entity_OfTheDocument_IsNotLoaded()
    {
        const string bomb = """<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><PubmedArticleSet>&x;</PubmedArticleSet>""";
        var answers = new Answers(path => path.Contains("esearch", StringComparison.Ordinal) ? Found("1") : bomb);
        await Assert.ThrowsAsync<SourceUnavailableException>(() => Source(answers).RetrieveAsync(About("x", null), default));
    }

    [Theory]
    [InlineData("<html>busy</html>")]
    [InlineData("{\"error\":\"API rate limit exceeded\"}")]
    public async Task OddAnswer_IsNoEvidence(string body)
    {
        var answers = new Answers(_ => body);
        var asking = Source(answers).RetrieveAsync(About("x", null), default);
        if (body[0] == '<') await Assert.ThrowsAsync<SourceUnavailableException>(() => asking);
        else Assert.Empty(await asking);
    }

    private static string Found(params string[] numbers) =>
        "{\"esearchresult\":{\"idlist\":[" + string.Join(',', numbers.Select(n => $"\"{n}\"")) + "]}}";

    private static RetrievalRequest About(string name, string? target)
    {
        var perturbation = new Perturbation(PerturbationKind.Chemical, name);
        var record = new PerturbationRecord([], [perturbation]);
        DirectTarget[] targets = target is null ? [] : [new(target, FactEvidence.FromRecord("t", "p"), CarriesEffect: true)];
        return new(record, [], new Question(record, [new(name, perturbation, null, Polarity.Inhibits, [.. targets])], null, [], []));
    }

    private static PubMedSource Source(Answers answers) => new(
        new(new(answers) { BaseAddress = new("http://127.0.0.1:9/entrez/eutils/") }, PubMedSource.SourceName, TimeProvider.System),
        "me@example.org");

    private sealed class Answers(Func<string, string> answer) : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            Asked.Add(request.RequestUri!.PathAndQuery);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(answer(Uri.UnescapeDataString(request.RequestUri.PathAndQuery))),
            });
        }
    }
}
