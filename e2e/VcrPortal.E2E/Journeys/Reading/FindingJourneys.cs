using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Reading;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reading;

/// <summary>Every way to a trace that somebody may take who knows a part of its name.</summary>
[Collection(ReadersCollection.Name)]
public class FindingJourneys(PortalFixture portal)
{
    private static readonly (string Compound, string Line)[] Asked =
        [("Binimetinib", "C32"), ("Venetoclax", "HOP62"), ("Trametinib", "NCI-H460")];

    /// <summary>What is typed, and which of the three it asks for; {0} is its accession.</summary>
    private static readonly (string Typed, int Wanted)[] Ways =
    [
        ("{0}", 0), ("binimetinib c32", 0), ("MEK162 in C-32", 0), ("CID 10288191 CVCL_1097", 0), ("10288191", 0),
        ("MEK inhibitor melanoma", 0), ("BRAF V600E", 0), ("what does binimetinib do to C32 melanoma cells", 0),
        ("compound:\"MEK 162\" tissue:skin", 0), ("skin -venetoclax MAP2K1", 0),
        ("{0}", 1), ("venetoclax in HOP62", 1), ("hop-62", 1), ("CID 49846579", 1), ("BCL2 inhibitor lung", 1), ("target:BCL2 NSCLC", 1),
        ("actor:venetoclax binds_to target:BCL2", 1), ("KRAS G12C venetoc*", 1),
        ("{0}", 2), ("trametinib H460", 2), ("PUBCHEM.COMPOUND:11707110 PIK3CA E545K", 2), ("CDKN2A deletion MEK inhibitors", 2),
        ("STK11 loses function MEK1", 2), ("\"Trametinib in NCI-H460\"", 2),
    ];

    private static readonly string[] OddQueries =
    [
        "q=%27%3B%20DROP%20TABLE%20Traces%3B--", "q=%22", "q=%22%22%22", "q=*", "q=NEAR(a%20b)", "q=a%20AND%20OR%20NOT", "q=Body%3Ax",
        "q=-", "q=--%20-%22", "q=%00%01", "q=%FF%FE", "q=%ED%A0%80", "q=%25%5F%5B", "q=line%3A", "q=line%3A%22", "q=state%3A99",
        "q=state%3Adiscarded", "q=verdict%3Anone", "q=direction%3Asideways", "q=trace%3A99999999999999", "q=VCT99999999999999999999",
        "q=nosuch%3Afield%3Ax", "q=%5E%7B%7D%28%29%5B%5D", "q=%F0%9F%A7%AA%F0%9F%A7%AA", "q=%E2%80%AEabc", "page=-1", "page=1000000000",
        "page=x&sort=7&all=maybe", "sort=nosuch", "q=a&q=b&page=1&page=2", "compound=%22&line=%27",
        "q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    ];

    [E2EFact]
    public async Task EachOf24WaysOfAsking_FindsItsTraceOnTheFirstPage()
    {
        Assert.Equal(24, Ways.Length);
        await using var visitor = await portal.VisitAsync();
        var made = new List<string>();
        foreach (var (compound, line) in Asked) made.Add((await TracePage.OfNewJobAsync(visitor, compound, line)).Path);
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        List<string> lost = [];
        foreach (var (typed, wanted) in Ways)
        {
            var asked = typed.Replace("{0}", made[wanted].Split('/')[^1], StringComparison.Ordinal);
            if (!await (await TracesPage.OpenAsync(reader, TracesPage.Searching(asked))).ListsAsync(made[wanted])) lost.Add(asked);
        }
        Assert.Empty(lost);
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task VenetoclaxInHop62_IsReachedByTheBox_ByNarrowing_AndByWayOfTheCompound()
    {
        await using var visitor = await portal.VisitAsync();
        var trace = (await TracePage.OfNewJobAsync(visitor, "Venetoclax", "HOP62")).Path;
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });

        await reader.Page.GotoAsync("/");
        var found = await new SiteHeader(reader.Page).SearchAsync(reader, "what does venetoclax do to hop-62");
        await ReadAsync(reader, found, trace);

        found = await TracesPage.OpenAsync(reader);
        await found.NarrowAsync("Compound", "Venetoclax");
        await found.NarrowAsync("Cell line", "HOP62");
        await ReadAsync(reader, found, trace);

        var compound = await EntityPage.OpenAsync(reader, "/compounds/PUBCHEM.COMPOUND:49846579");
        await Expect(compound.Heading).ToHaveTextAsync("Venetoclax");
        await ReadAsync(reader, new(reader), trace);
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task WhatSomebodySaid_AndTheMeasurableEnd_LeadToATrace_AlsoInATable()
    {
        await using var talker = await portal.VisitAsync();
        await SignUpPage.SignUpAsync(talker, "finn-finds");
        var trace = await TracePage.OfNewJobToDiscussAsync(talker, "Binimetinib", "C32");
        await trace.Discussion.SayAsync("Is this measured in C32?");
        await Expect(trace.Discussion.Comments).ToHaveCountAsync(1);

        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        var found = await TracesPage.OpenAsync(reader, TracesPage.Searching("binimetinib c32"));
        await found.NarrowAsync("Comments", "Some");
        await Expect(found.Understood).ToHaveCountAsync(3);
        await found.OpenFacetAsync("Measurable end");
        await found.FacetValues("Measurable end").First.ClickAsync();
        await Expect(found.Understood).ToHaveCountAsync(4);
        await Expect(found.Row(trace.Path)).ToBeVisibleAsync();
        await found.AsTable.ClickAsync();
        await Expect(found.RowOfTable(trace.Path)).ToBeVisibleAsync();
        await found.SortTableAsync("Supported claims");
        await Expect(found.Column("Supported claims")).ToHaveAttributeAsync("aria-sort", "descending");
        Assert.Empty(reader.Sockets);
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task OddQueries_AreAnsweredByAPage_AndNeverByAnError()
    {
        Assert.Equal(32, OddQueries.Length);
        await using var reader = await portal.VisitAsync();
        foreach (var query in OddQueries)
        {
            var answer = await reader.Page.GotoAsync($"{TracesPage.Path}?{query}");
            Assert.True(answer!.Ok, $"{answer.Status} {query}");
            await Expect(new TracesPage(reader).Heading).ToHaveTextAsync("Traces");
        }
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task Suggestions_AreChosenByArrowsAndEnter_AndSearchedAtOnce()
    {
        await using var reader = await portal.VisitAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        foreach (var (typed, chosen, read) in ((string, string, string)[])[
            ("melan", "melanoma", "disease melanoma"), ("V600", "BRAF V600E", "alteration BRAF V600E"),
            ("skin verdict:con", "skin verdict:contradicted", "verdict contradicted"),
            ("trametinib dimethyl sulfoxide", "Trametinib", "compound Trametinib")])
        {
            var traces = await TracesPage.OpenAsync(reader);
            await traces.Box.PressSequentiallyAsync(typed);
            var first = traces.Offered.First;
            await Expect(first).ToBeVisibleAsync();
            await traces.Box.PressAsync("ArrowDown");
            await Expect(first).ToHaveAttributeAsync("aria-selected", "true");
            await Expect(traces.Box).ToHaveAttributeAsync("aria-activedescendant", (await first.GetAttributeAsync("id"))!);
            await traces.Box.PressAsync("Enter");
            await Expect(traces.Understood.Last).ToContainTextAsync(read);
            await Expect(traces.Box).ToHaveValueAsync(chosen);
        }
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task WhatCannotBeRead_IsSaid_AndWhatIsMeantIsALink()
    {
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        foreach (var (typed, says) in ((string, string)[])[
            ("direction:sideways", "direction is up or down"), ("verdict:banana", "verdict is supported"), ("foo:bar", "no field foo"),
            ("kind:x", "kind is "), ("sort:x", "the order is chosen above the list"), ("a 375", "Did you mean VCT375?")])
        {
            await reader.Page.GotoAsync(TracesPage.Path);
            var traces = new TracesPage(reader);
            await traces.Box.FillAsync(typed);
            await traces.Box.PressAsync("Enter");
            await Expect(traces.Notes).ToContainTextAsync(says);
            await Expect(traces.Total).ToHaveCountAsync(0);
        }
        await reader.Page.GotoAsync(TracesPage.Searching("kind:binds_tu"));
        await new TracesPage(reader).Notes.GetByRole(AriaRole.Link, new() { Name = "kind:binds_to" }).ClickAsync();
        await Expect(new TracesPage(reader).Understood).ToContainTextAsync("kind of claim binds_to");
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task Keyboard_Alone_SearchesNarrowsAndCompares()
    {
        await using var visitor = await portal.VisitAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        foreach (var line in (string[])["C32", "NCI-H2122"]) await TracePage.OfNewJobAsync(visitor, "Trametinib", line);
        var page = visitor.Page;
        await page.GotoAsync("/about");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("MEK inhibitor");
        await page.Keyboard.PressAsync("Enter");
        var traces = new TracesPage(visitor);
        await Expect(traces.Understood.First).ToContainTextAsync("MEK inhibitor");
        await Keyboard.EnterAsync(page, traces.FacetValue("Compound", "Trametinib"));
        await Expect(traces.Understood).ToHaveCountAsync(2);
        foreach (var at in (int[])[0, 1])
        {
            await Keyboard.TabToAsync(page, traces.Choices.Nth(at));
            await page.Keyboard.PressAsync("Space");
        }
        await Keyboard.EnterAsync(page, traces.Compare);
        await Expect(new ComparePage(visitor).Heading).ToContainTextAsync("Trametinib in");
        visitor.HasNoProblems();
    }

    private static async Task ReadAsync(Visitor reader, TracesPage found, string trace)
    {
        await found.Row(trace).First.ClickAsync();
        await Expect(new TracePage(reader).Heading).ToContainTextAsync("Venetoclax in HOP62");
        Assert.Equal(trace, new TracePage(reader).Path);
    }
}
