using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Web.Ui.Markdown;

namespace VcrPortal.Web.Tests.Ui.Markdown;

public class MarkdownTextTests
{
    private static readonly string[] HarmlessTags =
        ["p", "h3", "h4", "h5", "h6", "strong", "em", "code", "pre", "ul", "ol", "li", "a", "blockquote", "hr", "br", "table", "thead",
            "tbody", "tr", "th", "td"];
    private static readonly string[] HarmlessAttributes = ["href", "rel", "class", "aria-label", "start", "title"];

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<iframe src=//evil.example></iframe>")]
    [InlineData("<style>@import 'x'</style>")]
    [InlineData("<!-- --><details open ontoggle=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/jobs/1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](https://evil.example/pixel.png)")]
    [InlineData("![x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1) \"t\"")]
    [InlineData("[x](https://ok.example \"\\\" onmouseover=alert(1) x=\\\"\")")]
    [InlineData("`<script>`\n\n    <script>alert(1)</script>")]
    [InlineData("[3<script>]")]
    [InlineData("[\"onclick=alert(1)]")]
    public void ToHtml_HostileText_IsInert(string markdown) => AssertInert(MarkdownText.ToHtml(markdown));

    [Fact]
    public void ToHtml_AnyText_IsInert()
    {
        var pieces = Gen.Elements(
            "<", ">", "\"", "'", "[", "]", "(", ")", "!", "`", "*", "_", "\n", "|", "&", "#", ":", "javascript:", "<script>", "onerror=",
            "http://x.example", "n1", "3", " ", "- ", "\0", "data:");
        Prop.ForAll(Gen.ArrayOf(pieces).Select(string.Concat).ToArbitrary(), text => AssertInert(MarkdownText.ToHtml(text)))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ToHtml_WebLink_OpensWithoutEndorsement() => Assert.Equal(
        "<p><a href=\"https://example.org/a\" rel=\"nofollow ugc noopener\">x</a></p>\n",
            MarkdownText.ToHtml("[x](https://example.org/a)"));

    [Fact]
    public void ToHtml_MailLink_IsKept() => Assert.Contains("href=\"mailto:a@example.org\"", MarkdownText.ToHtml("<a@example.org>"));

    [Fact]
    public void ToHtml_Citation_LeadsToItsEvidence() => Assert.Equal(
        "<p>It binds <a class=\"cite\" href=\"/t/VCT1#ev-3\" aria-label=\"Evidence 3\">3</a>.</p>\n",
            MarkdownText.ToHtml("It binds [3].", "/t/VCT1"));

    [Fact]
    public void ToHtml_ClaimReference_LeadsToItsClaim() => Assert.Equal(
        "<p><a class=\"claimref\" href=\"/t/VCT1#n5\" aria-label=\"Claim n5\">n5</a></p>\n", MarkdownText.ToHtml("[n5]", "/t/VCT1"));

    [Theory]
    [InlineData("[3][4][n5]", 3)]
    [InlineData("[1, 2; 7]", 3)]
    [InlineData("[3](https://example.org)", 0)]
    [InlineData("[see 3]", 0)]
    [InlineData("[n]", 0)]
    [InlineData("[123456]", 0)]
    [InlineData("`[3]`", 0)]
    public void ToHtml_Brackets_AreReferencesOnlyAsNumbers(string markdown, int chips) =>
        Assert.Equal(chips, new HtmlParser().ParseDocument(MarkdownText.ToHtml(markdown)).QuerySelectorAll("a.cite, a.claimref").Length);

    [Theory]
    [InlineData("# A\n\n## B\n\n### C", "h3 h4 h5")]
    [InlineData("### A\n\n### B", "h3 h3")]
    [InlineData(
        "## A\n\n#### B\n\n#### C", "h3 h4 h5")] // a level that is skipped is taken out; what follows it goes deeper, never shallower
    [InlineData("#### A\n\n## B", "h3 h3")]
    [InlineData("# A\n\n## B\n\n### C\n\n#### D\n\n##### E", "h3 h4 h5 h6 h6")]
    public void ToHtml_Headings_StartBelowThoseOfThePageAndSkipNone(string markdown, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
            ' ', new HtmlParser().ParseDocument(MarkdownText.ToHtml(markdown)).QuerySelectorAll("h1,h2,h3,h4,h5,h6")
            .Select(h => h.LocalName)));

    [Fact]
    public void ToHtml_NestedWithoutEnd_IsShownAsText() => AssertInert(MarkdownText.ToHtml(new string('>', 20_000) + "<script>"));

    private static void AssertInert(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, HarmlessTags);
            Assert.All(element.Attributes, a => Assert.Contains(a.Name, HarmlessAttributes));
            if (element.GetAttribute("href") is { } href) Assert.Matches("^(https?:|mailto:|#)", href);
        }
    }

    [Theory]
    [InlineData("ETS1 **falls** [n11] [3].", "ETS1 falls n11.")]
    [InlineData("It follows [n4, n5] from two tables [1, 12].", "It follows n4, n5 from two tables.")]
    [InlineData("Nothing is cited.", "Nothing is cited.")]
    public void Quote_KeepsTheClaims_AndLeavesTheEvidenceOut(string sentence, string quote) =>
        Assert.Equal(quote, MarkdownText.QuoteOf(sentence));
}
