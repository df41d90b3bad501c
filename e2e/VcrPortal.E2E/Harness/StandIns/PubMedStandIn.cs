using Microsoft.AspNetCore.Http;

namespace VcrPortal.E2E.Harness.StandIns;

/// <summary>PubMed's E-utilities in the shape of their answers: two made-up articles, whatever is asked.</summary>
public static class PubMedStandIn
{
    /// <summary>The first publication, as a report cites it.</summary>
    public const string First = "PMID:90000001";

    private const string Articles = """
        <?xml version="1.0" ?>
        <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/x.dtd">
        <PubmedArticleSet>
          <PubmedArticle><MedlineCitation><PMID Version="1">90000001</PMID><Article>
            <ArticleTitle>Binimetinib and MAP2K1, an article of a stand-in</ArticleTitle>
            <Abstract><AbstractText>For a test: binimetinib inhibits MAP2K1, and MAPK1 is phosphorylated less.</AbstractText></Abstract>
            </Article></MedlineCitation></PubmedArticle>
          <PubmedArticle><MedlineCitation><PMID Version="1">90000002</PMID><Article>
            <ArticleTitle>DUSP6 after MEK inhibition, an article of a stand-in</ArticleTitle>
            <Abstract><AbstractText>Written for a test: DUSP6 falls when MAPK1 is held.</AbstractText></Abstract>
            </Article></MedlineCitation></PubmedArticle>
        </PubmedArticleSet>
        """;

    public static Task<IResult> AnswerAsync(HttpRequest request) => Task.FromResult(request.Path.Value switch
    {
        "/esearch.fcgi" => Results.Text("""{"esearchresult":{"count":"2","idlist":["90000001","90000002"]}}""", "application/json"),
        "/efetch.fcgi" => Results.Text(Articles, "text/xml"),
        _ => Results.NotFound(),
    });
}
