using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Collections;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Pages.Reading;

/// <summary>Collections over HTTP: a person makes one by forms, and readers and programs take it away.</summary>
public class CollectionPagesTests
{
    [Fact]
    public async Task ByFormsAlone_SomebodyMakesACollection_AndOthersReadIt()
    {
        await using var portal = new WebPortal();
        var (ana, _) = await portal.PersonAsync("ana");
        await portal.PublishAsync(Caller.Visitor("someone"));
        using var added = await WebPortal.PostAsync(
            ana, "/collections/add?t=VCT1@1&claim=n2", "add", ("Into", "new"), ("Title", "MEK <inhibitors>"), ("Note", "Look <here>."));
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        using var whole = await WebPortal.PostAsync(ana, "/collections/add?t=VCT1", "add", ("Into", "1"));
        Assert.Equal("/collections/1", whole.Headers.Location?.AbsolutePath ?? whole.Headers.Location?.OriginalString);
        using var moved = await WebPortal.PostAsync(ana, "/collections/1", "item", ("Do", "up 1"));
        Assert.Equal(HttpStatusCode.SeeOther, moved.StatusCode);
        var page = await portal.Visitor().GetStringAsync("/collections/1");
        Assert.Contains("MEK &lt;inhibitors&gt;", page);
        Assert.Contains("Look &lt;here&gt;.", page);
        Assert.Contains("href=\"/t/VCT1@1#n2\"", page);
        Assert.True(page.IndexOf("href=\"/t/VCT1@2\"", StringComparison.Ordinal) < page.IndexOf("/t/VCT1@1#n2", StringComparison.Ordinal));
        Assert.DoesNotContain("Save the note", page);
        Assert.DoesNotContain("blazor.web", page);
    }

    [Fact]
    public async Task ARefusal_IsSaidOnThePage_AndWhatWasTypedStays()
    {
        await using var portal = new WebPortal();
        var (ana, _) = await portal.PersonAsync("ana");
        using var answer = await WebPortal.PostAsync(
            ana, "/collections/add?t=VCT9", "add", ("Into", "new"), ("Title", "A set"), ("Note", "my reason"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("There is no VCT9", page);
        Assert.Contains("my reason", page);
        Assert.Matches("value=\"1\"[^>]*checked", page); // the one that was begun, not another one
    }

    [Theory]
    [InlineData("VCT1@1#n2", "claim n2 of VCT1@1")]
    [InlineData("http://localhost/t/VCT1@1#n2", "claim n2 of VCT1@1")]
    [InlineData("http://localhost/t/VCT1@1?view=table#claim-n2", "claim n2 of VCT1@1")]
    [InlineData("http://localhost/t/VCT1@1#e%3An1%3En2", "VCT1@1")]
    [InlineData("http://localhost/embed/t/VCT1@1", "VCT1@1")]
    [InlineData("http://localhost/t/VCT1/history", "VCT1")]
    [InlineData("VCT1\r\n/t/VCT1@1#n3, vct1@1#n4", "VCT1, claim n3 of VCT1@1, claim n4 of vct1@1")]
    public async Task AnyLinkOfATraceOrClaim_IsTaken(string pasted, string picked)
    {
        await using var portal = new WebPortal();
        var (ana, caller) = await portal.PersonAsync("ana");
        await portal.PublishAsync(Caller.Visitor("someone"));
        var address = "/collections/add?t=" + Uri.EscapeDataString(pasted);
        Assert.Contains($"data-testid=\"picked\">{picked}</p>", await ana.GetStringAsync(address));
        using var added = await WebPortal.PostAsync(ana, address, "add", ("Into", "new"), ("Title", "A set"));
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        var items = (await portal.Get<ReadCollection>().RunAsync(1, caller, default))!.Items;
        Assert.Equal(picked.Split(", ").Length, items.Length);
        Assert.Equal(picked.Contains("n2"), items.Any(i => i.Key.Action == "n2"));
    }

    [Fact]
    public async Task WhatNamesNoTraceOfOurs_IsNamed_AndStandsTypedAgain()
    {
        await using var portal = new WebPortal();
        var (ana, _) = await portal.PersonAsync("ana");
        var page = await ana.GetStringAsync(
            "/collections/add?into=7&t=" + Uri.EscapeDataString("http://other.example/t/VCT1 <b>x</b>"));
        Assert.Contains("These name no trace here: http://other.example/t/VCT1, &lt;b&gt;x&lt;/b&gt;.", page);
        Assert.Contains("&lt;b&gt;x&lt;/b&gt;</textarea>", page);
        Assert.Contains("name=\"into\" value=\"7\"", page);
    }

    [Fact]
    public async Task OneOfManyThatIsNotThere_IsPutRight_WithoutTypingTheOthersAgain()
    {
        await using var portal = new WebPortal();
        var (ana, caller) = await portal.PersonAsync("ana");
        await portal.PublishAsync(Caller.Visitor("someone"));
        await MakeAsync(portal, caller, isPrivate: false);
        var address = "/collections/add?into=1&t=" + Uri.EscapeDataString("VCT1\nVCT1@9");
        Assert.DoesNotContain("id=\"by-link\"", await ana.GetStringAsync(address));
        using var answer = await WebPortal.PostAsync(ana, address, "add", ("Into", "1"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("There is no VCT1@9", page);
        Assert.Contains(">VCT1\nVCT1@9</textarea>", WebUtility.HtmlDecode(page));
        Assert.Contains(">VCT1\nx:y</textarea>", WebUtility.HtmlDecode(
            await ana.GetStringAsync("/collections/add?t=" + Uri.EscapeDataString("VCT1\nx:y"))));
    }

    [Fact]
    public async Task NotesTypedInSeveralThings_AreAllSaved_WhateverIsPressed_AndStandTypedWhereTheyCannotBe()
    {
        await using var portal = new WebPortal();
        var (ana, caller) = await portal.PersonAsync("ana");
        await portal.PublishAsync(Caller.Visitor("someone"));
        await MakeAsync(portal, caller, isPrivate: false);
        await portal.Get<FillCollection>().RunAsync(1, [new("VCT1@1")], "whole", caller, default);
        using var moved = await WebPortal.PostAsync(
            ana, "/collections/1", "item", ("Do", "up 1"), ("note 1:n2", "why"), ("note 1:n2", "the <step>"), ("note 1", "whole"),
            ("note 1", "all\r\nof it"));
        Assert.Equal(HttpStatusCode.SeeOther, moved.StatusCode);
        var view = await portal.Get<ReadCollection>().RunAsync(1, caller, default);
        Assert.Equal(["all\nof it", "the <step>"], view!.Items.Select(i => i.Note));

        using var stale = await WebPortal.PostAsync(
            ana, "/collections/1", "item", ("Do", "out 1"), ("note 1:n2", "why"), ("note 1:n2", "mine"), ("note 1", "x"), ("note 1", "y"));
        var page = await stale.Content.ReadAsStringAsync();
        Assert.Contains("changed the note on VCT1 meanwhile", page);
        Assert.Contains(">mine</textarea>", page);
        Assert.Contains("value=\"the &lt;step&gt;\"", page); // seen now: saved again, it may be written over
        Assert.Equal(2, (await portal.Get<ReadCollection>().RunAsync(1, caller, default))!.Items.Length);
    }

    [Fact]
    public async Task Programs_GetTheFeedTheCitationTheFileAndTheTraces()
    {
        await using var portal = new WebPortal();
        var (_, caller) = await portal.PersonAsync("ana");
        await portal.PublishAsync(Caller.Visitor("someone"));
        await MakeAsync(portal, caller, isPrivate: false);
        var reader = portal.Visitor();
        var feed = XDocument.Parse(await reader.GetStringAsync("/collections/1/feed.atom")).Root!;
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal("http://localhost/t/VCT1@1#n2", feed.Elements(atom + "entry").First().Element(atom + "id")!.Value);
        Assert.Contains("@misc{collection1v2,", await reader.GetStringAsync("/collections/1/cite.bib"));
        using var file = JsonDocument.Parse(await reader.GetStringAsync("/collections/1.json"));
        var item = Assert.Single(file.RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal(("VCT1", 1, "n2"), (
            item.GetProperty("trace").GetString(), item.GetProperty("revision").GetInt32(), item.GetProperty("claim").GetString()));
        var lines = (await reader.GetStringAsync("/collections/1.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("VCT1", JsonDocument.Parse(Assert.Single(lines)).RootElement.GetProperty("trace").GetString());
        Assert.StartsWith("trace,hash,", await reader.GetStringAsync("/collections/1.csv"));
    }

    [Fact]
    public async Task APrivateCollection_IsNowhere()
    {
        await using var portal = new WebPortal();
        var (owner, caller) = await portal.PersonAsync("ana");
        var (other, _) = await portal.PersonAsync("bob", PortalRole.Admin);
        await portal.PublishAsync(Caller.Visitor("someone"));
        await MakeAsync(portal, caller, isPrivate: true);
        string[] addresses =
        [
            "/collections/1", "/collections/1/feed.atom", "/collections/1/cite.bib", "/collections/1.json", "/collections/1.jsonl",
            "/collections/1.csv", "/collections/1.parquet",
        ];
        foreach (var client in (HttpClient[])[portal.Visitor(), other])
        {
            foreach (var address in addresses)
                using (var answer = await client.GetAsync(address))
                    Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
            Assert.DoesNotContain("Secret set", await client.GetStringAsync("/collections"));
        }
        foreach (var address in addresses)
            using (var answer = await owner.GetAsync(address))
                Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
    }

    [Fact]
    public async Task WhoIsNotSignedIn_IsLedToTheSignIn_AndBackToWhatWasChosen()
    {
        await using var portal = new WebPortal();
        using var answer = await portal.Visitor().GetAsync("/collections/add?t=VCT1&t=VCT2");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains(Uri.EscapeDataString("/collections/add?t=VCT1&t=VCT2"), answer.Headers.Location!.OriginalString);
    }

    private static async Task MakeAsync(WebPortal portal, Caller owner, bool isPrivate)
    {
        await portal.Get<MakeCollection>().RunAsync(new("Secret set", null, isPrivate), null, owner, default);
        Assert.IsType<CollectionOutcome.Kept>(
            await portal.Get<FillCollection>().RunAsync(1, [new("VCT1@1", "n2")], "why", owner, default));
    }
}
