using System.Net;
using System.Text.Json;
using SkiaSharp;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Pages.Reading;

/// <summary>Pages about the whole corpus, over one trace, VCT1: Binimetinib in C32.</summary>
public class CorpusPagesTests
{
    /// <summary>Addresses that others keep, and what must stand there for ever.</summary>
    public static TheoryData<string, HttpStatusCode, string> Golden => new()
    {
        { "/traces", HttpStatusCode.OK, "data-testid=\"total\">1<" },
        { "/traces?q=binimetinib", HttpStatusCode.OK, "href=\"/t/VCT1\"" },
        { "/traces?compound=Binimetinib&line=C32", HttpStatusCode.OK, "href=\"/t/VCT1\"" },
        { "/traces?q=binds_to%20actor:Binimetinib%20target:MAP2K1", HttpStatusCode.OK, "href=\"/t/VCT1\"" },
        { "/t/VCT1", HttpStatusCode.OK, "application/json+oembed" },
        { "/t/VCT1@1", HttpStatusCode.OK, "id=\"n1\"" },
        { "/t/VCT1@1/cite", HttpStatusCode.OK, "@misc{VCT1r1," },
        { "/t/VCT1@1/cite.bib", HttpStatusCode.OK, "url = {http://localhost/t/VCT1@1}" },
        { "/t/VCT1@1/cite.csl.json", HttpStatusCode.OK, "\"type\": \"dataset\"" },
        { "/t/VCT1@1/cite.ris", HttpStatusCode.OK, "TY  - DATA" },
        { "/t/VCT1@1/cite.txt", HttpStatusCode.OK, "http://localhost/t/VCT1@1" },
        { "/t/VCT1@1/cite.exe", HttpStatusCode.NotFound, "" },
        { "/t/VCT9/cite", HttpStatusCode.NotFound, "" },
        { "/t/VCT1@1", HttpStatusCode.OK, "property=\"og:image\" content=\"http://localhost/t/VCT1@1/graph.png\"" },
        { "/t/VCT1@1", HttpStatusCode.OK, "name=\"twitter:card\" content=\"summary_large_image\"" },
        { "/t/VCT1@1/graph.png", HttpStatusCode.OK, "PNG" },
        { "/t/VCT9/graph.png", HttpStatusCode.NotFound, "" },
        { "/embed/t/VCT1@1", HttpStatusCode.OK, "<img src=\"/t/VCT1@1.svg\"" },
        { "/embed/t/VCT9", HttpStatusCode.NotFound, "" },
        { "/oembed?url=http://localhost/t/VCT1@1", HttpStatusCode.OK, "embed/t/VCT1@1" },
        { "/oembed?url=http://elsewhere.example/t/VCT1", HttpStatusCode.NotFound, "" },
        { "/oembed?url=http://localhost/t/VCT1&format=xml", HttpStatusCode.NotImplemented, "leave format out" },
        { "/oembed?url=http://localhost/t/VCT1@1", HttpStatusCode.OK, "\"thumbnail_url\":\"http://localhost/t/VCT1@1/graph.png\"" },
        { "/oembed?url=http://localhost/t/VCT1@1&maxwidth=700", HttpStatusCode.OK, "/graph.png?width=600\"" },
        { "/oembed?url=http://localhost/t/VCT1&maxwidth=400&maxheight=200", HttpStatusCode.OK, "\"width\":400,\"height\":200" },
        { "/oembed?url=http://localhost/t/VCT1&maxwidth=wide", HttpStatusCode.BadRequest, "maxwidth and maxheight are pixels" },
        { "/t/VCT1@1/graph.png?width=300", HttpStatusCode.OK, "PNG" },
        { "/t/VCT1@1/graph.png?width=301", HttpStatusCode.BadRequest, "1200, 600, 300 pixels" },
        { "/t/VCT1@99", HttpStatusCode.NotFound, "There is no revision 99 of VCT1" },
        { "/t/VCT1@99", HttpStatusCode.NotFound, "href=\"/t/VCT1@1\"" },
        { "/t/VCT9@99", HttpStatusCode.NotFound, "" },
        { "/t/VCT1@1", HttpStatusCode.OK, "id=\"e:n1>n2\" aria-label=\"Details of the link n1 to n2\"" },
        { "/t/VCT1@1", HttpStatusCode.OK, "href=\"/t/VCT1@1?about=e%3An1%3En2#discussion\"" },
        { "/compounds/PUBCHEM.COMPOUND:10288191", HttpStatusCode.OK, "MEK inhibitor" },
        { "/compounds/MEK162", HttpStatusCode.OK, "<h1>Binimetinib</h1>" },
        { "/compounds/nothing", HttpStatusCode.NotFound, "" },
        { "/cell-lines/CVCL_1097", HttpStatusCode.OK, "BRAF V600E" },
        { "/genes/MEK1", HttpStatusCode.OK, "MAP2K1 activity falls" },
        { "/pathways/WP382", HttpStatusCode.OK, "<h1>MAPK signalling</h1>" },
        { "/phenotypes/apoptosis", HttpStatusCode.OK, "apoptosis rises, by MAP2K1" },
        { "/compounds/Binimetinib", HttpStatusCode.OK, "claims in 1 trace of Binimetinib" },
        { "/compounds/Binimetinib", HttpStatusCode.OK, "href=\"https://pubchem.ncbi.nlm.nih.gov/compound/10288191\"" },
        { "/cell-lines/C32", HttpStatusCode.OK, "claims in 1 trace of C32" },
        { "/genes/MAP2K1", HttpStatusCode.OK, "claims in 1 trace about or by MAP2K1" },
        { "/genes/MAP2K1", HttpStatusCode.OK, "What is claimed, and what holds" },
        { "/genes/MAP2K1?about=x&by=1000000000", HttpStatusCode.OK, "MAP2K1 activity falls" },
        { "/genes/MAP2K1?verdict=untested", HttpStatusCode.OK, "href=\"/genes/MAP2K1?verdict=untested#verdicts\" aria-current=\"true\"" },
        { "/genes/MAP2K1?verdict=disputed", HttpStatusCode.OK, "None of these claims is judged so." },
        { "/genes/MAP2K1?verdict=banana", HttpStatusCode.OK, "“banana” is no verdict: verdict is supported, " },
        { "/genes/MEK1/claims.csv", HttpStatusCode.OK, "trace,revision,claim,kind,actor,target,direction,verdict,compound,cell_line\r\n" },
        { "/genes/MEK1/claims.csv", HttpStatusCode.OK, "VCT1,1,n2,modulates_molecule_activity,,MAP2K1,down," },
        { "/compounds/Binimetinib/claims.csv", HttpStatusCode.OK, "VCT1,1,n1,binds_to,Binimetinib,MAP2K1,," },
        { "/genes/nothing/claims.csv", HttpStatusCode.NotFound, "" },
        { "/genes/MAP2K1", HttpStatusCode.OK, "href=\"/genes/MAP2K1/claims.csv\" download" },
        { "/genes/%27%22%FF", HttpStatusCode.NotFound, "" },
        { "/claims", HttpStatusCode.OK, "Search claims" },
        { "/claims?kind=binds_to&actor=MEK162&target=MEK1", HttpStatusCode.OK, "Binimetinib binds MAP2K1" },
        { "/claims?target=%27%22%3B--", HttpStatusCode.OK, "No trace makes such a claim." },
        { "/claims?direction=sideways", HttpStatusCode.OK, "direction is up or down" },
        { "/claims?kind=x", HttpStatusCode.OK, "is no kind of claim: choose one of the list" },
        { "/claims?of=VCT1&claim=n1", HttpStatusCode.OK, "Who else claims this" },
        { "/claims?of=VCT1&claim=n99", HttpStatusCode.OK, "No trace makes such a claim." },
        { "/compounds/Binimetinib", HttpStatusCode.OK, "aria-label=\"Structure of Binimetinib. SMILES: CN1C=NC2=C1C=C(C(=C2F)" },
        { "/traces?page=2", HttpStatusCode.OK, "There is no page 2." },
        { "/traces?q=MEK162", HttpStatusCode.OK, "data-testid=\"about\">About <a href=\"/compounds/" },
        { "/traces?q=VCT1%402", HttpStatusCode.OK, "Did you mean <a href=\"/traces?q=VCT1\">VCT1</a>?" },
        { "/traces?q=VCT9%402", HttpStatusCode.OK, "<b>No trace has this.</b>" },
        { "/traces?q=binimetinib%20vs%20trametinib", HttpStatusCode.OK, ">Binimetinib or Trametinib</a>?" },
        { "/t/VCT1@1/cite", HttpStatusCode.OK, "href=\"#text-csl-json\" data-copy=\"CSL-JSON\" data-text" },
        { "/t/VCT1@1/cite", HttpStatusCode.OK, "<pre tabindex=\"0\" id=\"snippet\"" },
        { "/t/VCT1", HttpStatusCode.OK, "<a href=\"/cell-lines/C32\">C32</a>" },
        { "/compare", HttpStatusCode.OK, "<h1>Compare</h1>" },
        { "/compare?t=VCT1", HttpStatusCode.OK, "Name a second trace" },
        { "/compare?t=VCT1&t=VCT99", HttpStatusCode.OK, "no trace VCT99" },
        { "/compare?t=VCT1&t=VCT1@1", HttpStatusCode.OK, "4 of 4</b> claims" },
        { "/compare?t=1&t=2&t=3&t=4&t=5", HttpStatusCode.OK, "At most 4 traces" },
        { "/api/search?q=bini", HttpStatusCode.OK, "\"Binimetinib\"" },
        { "/api/search?q=%22%27%00", HttpStatusCode.OK, "[]" },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public async Task AnAddress_KeepsItsWord(string address, HttpStatusCode status, string holds)
    {
        await using var portal = new WebPortal();
        await portal.PublishAsync(Caller.Visitor("someone"));
        using var answer = await portal.Visitor().GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(holds, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task AnEmbeddedTrace_MayBeFramedByAnybody_AndHoldsNoScript()
    {
        await using var portal = new WebPortal();
        await portal.PublishAsync(Caller.Visitor("someone"));
        using var answer = await portal.Visitor().GetAsync("/embed/t/VCT1@1");
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors *", policy);
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync());
        using var page = await portal.Visitor().GetAsync("/t/VCT1@1");
        Assert.Contains("frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/embed/t/VCT1@1");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var known = await portal.Visitor().SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Theory]
    [InlineData("/compounds/Binimetinib")]
    [InlineData("/genes/MAP2K1")]
    [InlineData("/cell-lines/C32")]
    [InlineData("/pathways/WP382")]
    [InlineData("/phenotypes/apoptosis")]
    public async Task APageOfAThing_IsASmallDocument_WithoutACircuit(string address)
    {
        await using var portal = new WebPortal();
        await portal.PublishAsync(Caller.Visitor("someone"));
        var page = await portal.Visitor().GetByteArrayAsync(address);
        Assert.True(page.Length < 150_000, $"{address} has {page.Length} bytes");
        Assert.Equal(-1, page.AsSpan().IndexOf("blazor.web"u8));
    }

    [Fact]
    public async Task AThing_IsWatchedFromItsPage_AsTheSearchForIt()
    {
        await using var portal = new WebPortal();
        var (ana, _) = await portal.PersonAsync("ana");
        await portal.PublishAsync(Caller.Visitor("someone"));
        Assert.DoesNotContain("aria-pressed", await portal.Visitor().GetStringAsync("/genes/MAP2K1"));
        using var watched = await WebPortal.PostAsync(ana, "/genes/MAP2K1", "watch", ("Begin", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, watched.StatusCode);
        Assert.Contains("aria-pressed=\"true\">Watching</button>", await ana.GetStringAsync("/genes/MEK1"));
        Assert.Contains("Watching this search", await ana.GetStringAsync("/traces?q=gene:MAP2K1"));
    }

    [Fact]
    public async Task WhatAnotherSiteEmbeds_IsNoLargerThanItHasRoomFor()
    {
        await using var portal = new WebPortal();
        await portal.PublishAsync(Caller.Visitor("someone"));
        using var answer = JsonDocument.Parse(
            await portal.Visitor().GetStringAsync("/oembed?url=http://localhost/t/VCT1@1&maxwidth=320&maxheight=240"));
        var said = answer.RootElement;
        Assert.Equal((320, 240), (said.GetProperty("width").GetInt32(), said.GetProperty("height").GetInt32()));
        Assert.Contains("width=\"320\" height=\"240\"", said.GetProperty("html").GetString());
        Assert.Equal((300, 157), (said.GetProperty("thumbnail_width").GetInt32(), said.GetProperty("thumbnail_height").GetInt32()));
        using var picture = SKBitmap.Decode(await portal.Visitor().GetByteArrayAsync(said.GetProperty("thumbnail_url").GetString()));
        Assert.Equal((300, 157), (picture.Width, picture.Height));
        using var tiny = JsonDocument.Parse(await portal.Visitor().GetStringAsync("/oembed?url=http://localhost/t/VCT1@1&maxwidth=100"));
        Assert.False(tiny.RootElement.TryGetProperty("thumbnail_url", out _));
    }

    [Fact]
    public async Task APrivateTrace_IsNowhere_NotEvenInACount()
    {
        await using var portal = new WebPortal();
        var (owner, ana) = await portal.PersonAsync("ana");
        await portal.PublishAsync(ana);
        Assert.IsType<AudienceOutcome.Changed>(
            await portal.Get<ChangeAudience>().RunAsync(1, new AudienceChange.MakePrivate(), ana, default));
        var stranger = portal.Visitor();
        foreach (var address in (string[])["/traces", "/genes/MAP2K1", "/claims?target=MAP2K1", "/compounds/MEK162"])
            Assert.DoesNotContain("/t/VCT1\"", await stranger.GetStringAsync(address));
        Assert.DoesNotContain("MAP2K1 activity falls", await stranger.GetStringAsync("/genes/MAP2K1"));
        Assert.Contains("no trace VCT1", await stranger.GetStringAsync("/compare?t=VCT1&t=VCT1@1"));
        Assert.Contains("/t/VCT1\"", await owner.GetStringAsync("/genes/MAP2K1"));
        foreach (
            var address in (string[])
            ["/t/VCT1@99", "/embed/t/VCT1", "/t/VCT1/graph.png", "/t/VCT1/cite.bib", "/oembed?url=http://localhost/t/VCT1"])
        {
            using var answer = await stranger.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        foreach (var shown in (string[])["/embed/t/VCT1", "/t/VCT1/graph.png"]) // who frames it is not known
        {
            using var framed = await owner.GetAsync(shown);
            Assert.Equal(HttpStatusCode.NotFound, framed.StatusCode);
        }
        Assert.DoesNotContain("og:image", await owner.GetStringAsync("/t/VCT1"));
    }
}
