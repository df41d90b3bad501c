using System.Text.RegularExpressions;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>People put traces and claims together, alone and as a team, and others read them.</summary>
[Collection(PeopleCollection.Name)]
public class CollectionJourneys(PortalFixture portal)
{
    [E2EFact]
    public async Task Collection_MadeByKeyboardFromAListAndAClaim_IsReadOnAPhoneWithoutAScript()
    {
        await using var owner = await portal.VisitAsync();
        await SignUpPage.SignUpAsync(owner, "kit-collects");
        var trace = (await TracePage.OfNewJobAsync(owner, "Binimetinib", "C32")).Path;
        var list = await TracesPage.OpenAsync(owner, TracesPage.AddressOf("Binimetinib"));
        await Keyboard.TabToAsync(owner.Page, list.Choices.First);
        await owner.Page.Keyboard.PressAsync("Space");
        await owner.Page.Keyboard.PressAsync("c");
        var add = new AddToCollectionPage(owner);
        await Expect(add.Picked).ToHaveTextAsync(new Regex(@"^VCT\d+$"));
        await Keyboard.TypeAsync(owner.Page, add.Title, "MEK inhibitors");
        await Keyboard.EnterAsync(owner.Page, add.Add);
        var made = new CollectionPage(owner);
        await Expect(made.Heading).ToHaveTextAsync("MEK inhibitors");

        await owner.Page.GotoAsync(trace + "#n2");
        await Expect(new TracePage(owner).Details("n2")).ToBeVisibleAsync();
        await owner.Page.Keyboard.PressAsync("c");
        await Expect(add.Picked).ToContainTextAsync("claim n2 of VCT");
        await add.IntoAsync("MEK inhibitors", "The step that matters.");
        await Expect(made.Items).ToHaveCountAsync(2);
        await made.DoAsync(1, "Move up");
        await Expect(made.Items.First).ToContainTextAsync("The step that matters.");
        await made.TypeNoteAsync(0, "Here it begins.");
        await made.TypeNoteAsync(1, "All of it.");
        await made.SaveNoteAsync(1);
        await Expect(made.Items.First).ToContainTextAsync("Here it begins.");
        await Expect(made.Items.Last).ToContainTextAsync("All of it.");
        await Accessibility.AssertNoFindingAsync(owner, made.Path);

        await using var reader = await portal.VisitAsync(
            new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        var read = await CollectionPage.OpenAsync(reader, made.Path);
        await Expect(read.Items).ToHaveCountAsync(2);
        await Expect(read.Changes).ToHaveCountAsync(0);
        await Expect(read.Citation).ToContainTextAsync("kit-collects. MEK inhibitors (collection");
        await Screen.AssertNothingSticksOutAsync(reader, read.Path, resize: false);
        await read.Links.First.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/t/VCT\d+@\d+#n2$"));
        Assert.Empty(reader.Sockets);
        owner.HasNoProblems();
    }

    [E2EFact]
    public async Task Table_IsSortedByAColumn_AndItsChosenRowsGoIntoACollection()
    {
        await using var owner = await portal.VisitAsync();
        await SignUpPage.SignUpAsync(owner, "tab-sorts");
        foreach (var compound in (string[])["Trametinib", "Binimetinib"]) await TracePage.OfNewJobAsync(owner, compound, "COLO-205");
        var table = await TraceTable.OpenAsync(owner, "?line=COLO-205");
        await Expect(table.Rows).ToHaveCountAsync(2);
        Assert.StartsWith("Binimetinib", (await table.NamesAsync())[0], StringComparison.Ordinal); // the newest
        await table.SortByAsync("Trace");
        await table.SortByAsync("Trace"); // the other way round
        await Expect(table.FirstName).ToContainTextAsync("Trametinib");
        await Expect(table.Column("Engine")).ToHaveCountAsync(0);
        await table.ToggleColumnAsync("Engine");
        await Expect(table.Column("Engine")).ToBeVisibleAsync();
        await Expect(owner.Page).ToHaveURLAsync(new Regex("sort=name&view=table&order=down&columns=.*,engine,"));
        await owner.Page.ReloadAsync(); // the address says it all
        await Expect(table.FirstName).ToContainTextAsync("Trametinib");
        await Expect(table.Column("Engine")).ToBeVisibleAsync();
        await table.Rows.First.CheckAsync();
        await table.Rows.Last.CheckAsync();
        await Expect(table.Chosen).ToHaveTextAsync("2 chosen");
        await Accessibility.AssertAsItStandsAsync(owner, "a table of traces");
        await table.Add.ClickAsync();
        var made = await new AddToCollectionPage(owner).IntoNewAsync("Two of COLO-205");
        await Expect(made.Items).ToHaveCountAsync(2);
        owner.HasNoProblems();
    }

    [E2EFact]
    public async Task Team_ShowsItsMembersEachOthersPrivateTraces_AndNobodyElse()
    {
        await using var ada = await portal.VisitAsync();
        await using var ben = await portal.VisitAsync();
        await SignUpPage.SignUpAsync(ada, "ada-teams");
        await SignUpPage.SignUpAsync(ben, "ben-teams");
        var job = await (await LaunchPage.OpenAsync(ada)).LaunchAsync("Trametinib", "C32");
        await job.ShowsAsync("Completed");
        var trace = (await job.OpenTraceAsync()).Path;
        await job.OpenAsync(ada);
        await job.Audience.MakePrivateAsync();
        var team = await TeamPage.BeginAsync(ada, "menders");
        await team.InviteAsync("ben-teams");

        Assert.Equal(404, (await ben.Page.GotoAsync(trace))!.Status);
        var bens = await (await InboxPage.OpenAsync(ben)).OpenTeamAsync("menders");
        await bens.JoinAsync();
        await Expect(bens.PrivateTraces).ToHaveCountAsync(1);
        await bens.PrivateTraces.ClickAsync();
        await Expect(new TracePage(ben).Heading).ToContainTextAsync("Trametinib");
        await Accessibility.AssertNoFindingAsync(ben, team.Path);
        await using var stranger = await portal.VisitAsync();
        Assert.Equal(404, (await stranger.Page.GotoAsync(trace))!.Status);

        var set = await CollectionPage.BeginAsync(ada, "What we mend", "menders");
        var path = set.Path;
        bens = await TeamPage.OpenAsync(ben, team.Path);
        await bens.LeaveAsync("Leave the team");
        team = await TeamPage.OpenAsync(ada, team.Path);
        await Expect(team.Last).ToContainTextAsync("What we mend (public)");
        await Accessibility.AssertAsItStandsAsync(ada, "a team and its last member");
        await team.LeaveAsync("Leave, and keep its collections as mine");
        await Expect((await CollectionPage.OpenAsync(ada, path)).Changes).ToBeVisibleAsync();
        ada.HasNoProblems();
    }
}
