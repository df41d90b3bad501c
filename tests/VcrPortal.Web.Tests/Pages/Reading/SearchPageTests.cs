using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Data;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Pages.Reading;

/// <summary>Three traces among others, over the starter pack and through the page.</summary>
public class SearchPageTests
{
    /// <summary>Ways of asking for VCT1, Binimetinib in C32; VCT2, Venetoclax in HOP62; VCT3, Trametinib in NCI-H460.</summary>
    private static readonly (string Typed, int Trace)[] Ways =
    [
        ("VCT1", 1), ("binimetinib c32", 1), ("MEK162 in C-32", 1), ("CID 10288191 CVCL_1097", 1), ("10288191", 1),
        ("MEK inhibitor melanoma", 1), ("BRAF V600E", 1), ("what does binimetinib do to C32 melanoma cells", 1),
        ("compound:\"MEK 162\" tissue:skin", 1), ("skin -apoptosis MAP2K1", 1),
        ("vct2", 2), ("venetoclax in HOP62", 2), ("hop-62", 2), ("KRAS G12C", 2),
        ("BCL2 inhibitor lung", 2), ("target:BCL2 NSCLC", 2), ("actor:venetoclax binds_to target:BCL2", 2),
        ("mitochondrial outer membrane*", 2),
        ("VCT3", 3), ("trametinib H460", 3), ("PUBCHEM.COMPOUND:11707110 PIK3CA E545K", 3), ("CDKN2A deletion MEK inhibitors", 3),
        ("STK11 loses function MEK1", 3), ("\"resists the drug\"", 3),
    ];

    [Fact]
    public async Task EachOf24Ways_FindsItsTraceOnPageOne()
    {
        await using var portal = await StartAsync();
        var reader = portal.Visitor();
        Assert.Equal(24, Ways.Length);
        foreach (var (typed, trace) in Ways)
        {
            var html = await reader.GetStringAsync(QueryHelpers.AddQueryString("/traces", "q", typed));
            Assert.True(html.Contains($"href=\"/t/VCT{trace}\"", StringComparison.Ordinal), $"'{typed}' does not find VCT{trace}");
            Assert.False(html.Contains("href=\"/t/VCT4\"", StringComparison.Ordinal), $"'{typed}' finds what was not meant");
        }
    }

    [Theory]
    [InlineData("q=%27%3B%20DROP%20TABLE%20Traces%3B--")]
    [InlineData("q=%22")]
    [InlineData("q=%22%22%22")]
    [InlineData("q=*")]
    [InlineData("q=NEAR(a%20b)")]
    [InlineData("q=a%20AND%20OR%20NOT")]
    [InlineData("q=Body%3Ax")]
    [InlineData("q=-")]
    [InlineData("q=--%20-%22")]
    [InlineData("q=%00%01")]
    [InlineData("q=%FF%FE")]
    [InlineData("q=%ED%A0%80")]
    [InlineData("q=%25%5F%5B")]
    [InlineData("q=line%3A")]
    [InlineData("q=line%3A%22")]
    [InlineData("q=state%3A99")]
    [InlineData("q=state%3Adiscarded")]
    [InlineData("q=verdict%3Anone")]
    [InlineData("q=direction%3Asideways")]
    [InlineData("q=trace%3A99999999999999")]
    [InlineData("q=VCT99999999999999999999")]
    [InlineData("q=nosuch%3Afield%3Ax")]
    [InlineData("q=%5E%7B%7D%28%29%5B%5D")]
    [InlineData("q=%F0%9F%A7%AA%F0%9F%A7%AA")]
    [InlineData("q=%E2%80%AEabc")]
    [InlineData("page=-1")]
    [InlineData("page=1000000000")]
    [InlineData("page=x&sort=7&all=maybe")]
    [InlineData("sort=nosuch")]
    [InlineData("q=a&q=b&page=1&page=2")]
    [InlineData("compound=%22&line=%27")]
    [InlineData("q=C1%3DCC%3DCC%3DC1%28%5BN%2B%5D%29%23N")]
    public async Task AnOddQuery_GetsAPage(string query)
    {
        await using var portal = new WebPortal();
        await SaveAsync(portal, "Binimetinib", "C32", Text("Binimetinib", "MAP2K1"));
        using var answer = await portal.Visitor().GetAsync("/traces?" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<h1>Traces</h1>", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AVeryLongQuery_GetsAPage()
    {
        await using var portal = new WebPortal();
        var words = string.Join("%20", Enumerable.Repeat("a", 300));
        using var answer = await portal.Visitor().GetAsync("/traces?q=" + new string('x', 7000) + "%20" + words);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task AMisspeltName_IsOfferedAsItIsWritten_AndWhatWasReadCanBeTakenOut()
    {
        await using var portal = await StartAsync();
        var none = await portal.Visitor().GetStringAsync("/traces?q=binimetnib");
        Assert.Contains("Did you mean <a href=\"/traces?q=Binimetinib\">Binimetinib</a>?", none);
        var found = await portal.Visitor().GetStringAsync("/traces?q=MEK162+skin");
        Assert.Contains("href=\"/traces?q=skin\"", found);
        Assert.Contains("aria-label=\"Take out tissue Skin\"", found);
    }

    [Theory]
    [InlineData("direction:sideways", "direction is up or down")]
    [InlineData("verdict:banana", "verdict is supported, elsewhere,")]
    [InlineData("kind:x", "No kind of claim is called “x”")]
    [InlineData("sort:x", "the order is chosen above the list")]
    [InlineData("foo:bar", "a search has no field foo")]
    [InlineData("-foo:bar", "a search has no field foo")]
    public async Task AFieldOrValueThatIsNone_IsSaid_AndFindsNothingInsteadOfAll(string typed, string says)
    {
        await using var portal = await StartAsync();
        var html = WebUtility.HtmlDecode(await portal.Visitor().GetStringAsync(QueryHelpers.AddQueryString("/traces", "q", typed)));
        Assert.Contains(says, html);
        Assert.Contains("No trace has this", html);
        var feed = await portal.Visitor().GetStringAsync(QueryHelpers.AddQueryString("/traces/feed.atom", "q", typed));
        Assert.DoesNotContain("<entry>", feed);
    }

    [Theory]
    [InlineData("page=-1", "There is no page “-1”: this is page 1.")]
    [InlineData("page=x", "There is no page “x”: this is page 1.")]
    [InlineData("sort=x", "No list has the order “x”: the best match comes first. The orders are best, newest,")]
    [InlineData("q=a+375", "Did you mean VCT375?")]
    [InlineData("q=binds_tu", "Did you mean binds_to?")]
    public async Task WhatAnAddressCannotMean_IsSaid(string query, string says)
    {
        await using var portal = await StartAsync();
        Assert.Contains(says, Words(await portal.Visitor().GetStringAsync("/traces?" + query)));
    }

    [Fact]
    public async Task Or_FindsWhatHasEither_AndNot_WhatHasNot()
    {
        await using var portal = await StartAsync();
        Assert.Equal(["VCT1", "VCT3"], await FoundAsync(portal, "binimetinib OR line:H460"));
        Assert.Equal(["VCT1", "VCT2"], await FoundAsync(portal, "binimetinib or permeab*"));
        Assert.Equal(["VCT2", "VCT4"], await FoundAsync(portal, "lung NOT MEK inhibitor"));
        Assert.Equal(["VCT3"], await FoundAsync(portal, "binimetinib OR trametinib lung"));
        Assert.Equal(["VCT1", "VCT3", "VCT4"], await FoundAsync(portal, "-actor:venetoclax"));
    }

    [Fact]
    public async Task AGeneByItsEnsemblId_AndADrawingByItsNumber_FindTheTracesThatUseThem()
    {
        await using var portal = await StartAsync();
        Assert.Equal(["VCT1", "VCT3"], await FoundAsync(portal, "ENSG00000169032"));
        Assert.Equal(["VCT2"], await FoundAsync(portal, "WP734"));
        Assert.Equal(["VCT2"], await FoundAsync(portal, "wp382")); // a pathway with a name too
    }

    [Fact]
    public async Task WhatIsAboutAGene_ComesBeforeWhatMentionsIt()
    {
        await using var portal = new WebPortal();
        await SaveAsync(portal, "Trametinib", "C32", Text("Trametinib", "MAP2K1"));
        await SaveAsync(portal, "Olaparib", "A549", Text("Olaparib", "MAP2K1")); // the newer one comes first where nothing else does
        Assert.Equal(["VCT1", "VCT2"], await FoundAsync(portal, "MEK1", isSorted: false));
        Assert.Equal(["VCT1", "VCT2"], await FoundAsync(portal, "MEK", isSorted: false));
    }

    private static async Task<string[]> FoundAsync(WebPortal portal, string typed, bool isSorted = true)
    {
        var html = await portal.Visitor().GetStringAsync(QueryHelpers.AddQueryString("/traces", "q", typed));
        var found = Regex.Matches(html, "class=\"t\" href=\"/t/(VCT\\d+)\"").Select(m => m.Groups[1].Value);
        return [.. isSorted ? found.Order(StringComparer.Ordinal) : found];
    }

    /// <summary>Without marks, as it is read.</summary>
    private static string Words(string html) => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]+>", "")), @"\s+", " ");

    [Fact]
    public async Task AFamily_FindsTheTracesThatNameItsGenes()
    {
        await using var portal = await StartAsync();
        var found = await portal.Visitor().GetStringAsync("/traces?q=MEK");
        Assert.Equal((true, false, true), (found.Contains("/t/VCT1\""), found.Contains("/t/VCT2\""), found.Contains("/t/VCT3\"")));
        var others = await portal.Visitor().GetStringAsync("/traces?q=-MEK");
        Assert.Equal((false, true, false), (others.Contains("/t/VCT1\""), others.Contains("/t/VCT2\""), others.Contains("/t/VCT3\"")));
    }

    [Fact]
    public async Task ARevision_IsFoundByItsAddress_AndALinkLeadsToIt()
    {
        await using var portal = await StartAsync();
        var reader = portal.Visitor();
        Assert.Contains("href=\"/t/VCT1@1\"", await reader.GetStringAsync("/traces?q=VCT1@1"));
        Assert.Contains("No trace has this", await reader.GetStringAsync("/traces?q=VCT1@9"));
        Assert.Contains("\"href\":\"/t/VCT1@1\"", await reader.GetStringAsync("/api/search?q=vct1@1"));
    }

    [Fact]
    public async Task EachFacet_CountsWhatItsLinkFinds()
    {
        await using var portal = await StartAsync();
        var reader = portal.Visitor();
        var all = await reader.GetStringAsync("/traces");
        (string Query, int Count)[] facets =
        [
            ("line:C32", 1), ("target:MAP2K1", 2), ("mechanism:%22MEK inhibitor%22", 2), ("tissue:Lung", 3), ("kind:binds_to", 4),
            ("end:senescence", 4), ("judged:none", 4), ("review:unreviewed", 4),
            ("votes:none", 4), ("comments:none", 4),
        ];
        foreach (var (query, count) in facets)
        {
            Assert.Contains($"href=\"/traces?q={query.Replace(" ", "%20")}\"", all);
            Assert.Contains($"data-testid=\"total\">{count}<", await reader.GetStringAsync("/traces?q=" + query));
        }
    }

    private static async Task<WebPortal> StartAsync()
    {
        var portal = new WebPortal();
        await SaveAsync(portal, "Binimetinib", "C32", Text("Binimetinib", "MAP2K1"));
        await SaveAsync(portal, "Venetoclax", "HOP62", Text("Venetoclax", "BCL2"), "It permeabilises the mitochondrial outer membranes.",
            evidence:
            [
                Evidence(1, "PMID:7731720", "BRAF raises MAP2K1 (WP734)"), Evidence(2, "WP382", "MAPK signalling"),
                Evidence(3, "WP4685", "Nobody cites this"),
            ]);
        await SaveAsync(portal, "Trametinib", "NCI-H460", Text("Trametinib", "MAP2K1"), "The line resists the drug.");
        await SaveAsync(portal, "Olaparib", "A549", Text("Olaparib", "PARP1"));
        return portal;
    }

    private static string Text(string compound, string target) => $"""
        set_context(cell_type="x")
        binds_to(id="n1", actor="{compound}", target="{target}")
        modulates_molecule_activity(id="n2", target="{target}", direction="down")
        induces_phenotype(id="n3", source="{target}", phenotype="senescence")
        edge("n1", "n2", relation="causal")
        edge("n2", "n3", relation="causal")
        """;

    private static EvidenceItem Evidence(int number, string id, string title) =>
        new(number, "WikiPathways", "2026-08-22", id, title, title, null, "CC0-1.0", TrustTier.Curated);

    private static async Task SaveAsync(WebPortal portal, string compound, string line, string text, string report = "A report.",
        ImmutableArray<EvidenceItem> evidence = default)
    {
        var owner = Caller.Visitor(Guid.NewGuid().ToString("N"));
        var record = Samples.Record(compound, line);
        var job = Assert.IsType<LaunchOutcome.Launched>(await portal.Get<LaunchJob>().RunAsync(record, false, owner, default)).JobNumber;
        await using var db = portal.Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await portal.Get<SaveTrace>().RunAsync(
            db, new NewTrace(
                job, record, PortalJson.Write(record), "script 1", TraceState.Published, null,
                [new GenerationEvent.RevisionWritten(1, text, "as written", false)],
                report, evidence.IsDefault ? [] : evidence,
                evidence.IsDefault ? Samples.NoCitations : Samples.NoCitations.Add(new("n2"), [1, 2]), []),
            new TraceOwner(owner.Key, false), new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), default);
        await transaction.CommitAsync();
    }
}
