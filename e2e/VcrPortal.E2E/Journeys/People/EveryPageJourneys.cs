using System.Text.RegularExpressions;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Reviewing;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>axe finds nothing on any page of an administrator, nor in what can be opened on them, in both themes.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
public partial class EveryPageJourneys(PortalFixture shared)
{
    [Fact]
    public void EveryPageOfThePortal_IsLookedAt()
    {
        var templates = Directory.EnumerateFiles(Checkout.Path("src", "VcrPortal.Web"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).Select(line => Template().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value);
        Assert.Equal(templates.Order(), EveryPage.Addresses.Keys.Concat(EveryPage.LookedAtElsewhere).Order());
    }

    [E2EFact]
    public async Task EveryPage_InEveryTheme_HasNoFinding()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var ada = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(ada, "ada");
        await AccountPage.BecomeAdminAsync(ada, portal);
        var made = await MakeOneOfEachAsync(ada);
        List<string> findings = [];
        foreach (var address in EveryPage.Addresses.Values)
            findings.AddRange(await Accessibility.FindAtAsync(
                ada, made.Aggregate(address, (path, one) => path.Replace(one.Key, one.Value))));
        Assert.True(findings.Count == 0, string.Join("\n", findings));
    }

    [E2EFact]
    public async Task WhatCanBeOpened_InEveryTheme_HasNoFinding()
    {
        await using var visitor = await shared.VisitAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = visitor.Page;
        await SignUpPage.SignUpAsync(visitor, "olga-opens");
        var trace = await TracePage.OfNewJobToDiscussAsync(visitor, "Binimetinib", "C32");
        await Accessibility.AssertAsItStandsAsync(visitor, "discussion");
        await trace.Discussion.Say.FillAsync("@o");
        await Expect(trace.Discussion.People).ToBeVisibleAsync();
        await Accessibility.AssertAsItStandsAsync(visitor, "names after an @");
        await trace.Discussion.Say.FillAsync("");
        await trace.Discussion.ChooseAsync("n:n1");
        await trace.Discussion.Disagree.ClickAsync();
        await Expect(trace.Discussion.Reason).ToBeVisibleAsync();
        await Accessibility.AssertAsItStandsAsync(visitor, "a disagreement");
        await trace.OpenMenuAsync();
        await Accessibility.AssertAsItStandsAsync(visitor, "menu of a trace");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("bini");
        await Accessibility.AssertAsItStandsAsync(visitor, "palette");
        await page.Keyboard.PressAsync("Escape");
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.Launch.ClickAsync();
        await Expect(launch.Compound).ToHaveAttributeAsync("aria-invalid", "true");
        await Accessibility.AssertAsItStandsAsync(visitor, "a launch without names");
        await launch.UploadAsync("bad.json", """[{"context": {"cell type": "C32"}, "perturbations": 5}]""");
        await Expect(launch.Found).ToContainTextAsync("Record 1");
        await Accessibility.AssertAsItStandsAsync(visitor, "an upload with a bad record");
        visitor.HasNoProblems();
    }

    private static async Task<Dictionary<string, string>> MakeOneOfEachAsync(Visitor ada)
    {
        var job = await (await LaunchPage.OpenAsync(ada)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        var trace = (await job.OpenTraceAsync()).Path;
        var pairs = await LaunchPairsPage.OpenAsync(ada);
        await pairs.Compounds.FillAsync("Trametinib");
        await pairs.Lines.FillAsync("C32");
        await pairs.CheckAsync();
        var batch = await pairs.LaunchAsync();
        await batch.IsDoneAsync();
        await (await ReviewQueuePage.OpenAsync(ada)).EnqueueAsync("Trametinib");
        return new()
        {
            ["{trace}"] = trace,
            ["{job}"] = job.Path,
            ["{batch}"] = batch.Path,
            ["{name}"] = "ada",
            ["{proposal}"] = await new ProposalForm(ada).ProposeAsync("sequesters"),
            ["{suggestion}"] = await (await RevisePage.OpenAsync(ada, trace)).SuggestAsync(lines => lines[..^1], "It has no source."),
            ["{collection}"] = await CollectedAsync(ada, trace),
            ["{team}"] = (await TeamPage.BeginAsync(ada, "menders-of-ada")).Path,
            ["{accession}"] = trace[(trace.LastIndexOf('/') + 1)..],
        };
    }

    private static async Task<string> CollectedAsync(Visitor ada, string trace)
    {
        await ada.Page.GotoAsync(trace);
        await new TracePage(ada).OpenMoreAsync("Add to a collection");
        var made = await new AddToCollectionPage(ada).IntoNewAsync("MEK inhibitors");
        await Expect(made.Items).ToHaveCountAsync(1);
        return made.Path;
    }

    [GeneratedRegex("^@page \"([^\"]+)\"")]
    private static partial Regex Template();
}
