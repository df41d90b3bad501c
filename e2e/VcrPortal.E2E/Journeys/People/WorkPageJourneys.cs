using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Admin;
using VcrPortal.E2E.Pages.Launching;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>What the pages weigh on which somebody works, who is signed in and comes for the first time.</summary>
[Collection(PeopleCollection.Name)]
public class WorkPageJourneys(PortalFixture shared)
{
    private const int MostBytes = 220_000;
    private const int MostSocketBytes = 100_000;

    [E2EFact]
    public async Task WorkPages_Cold_TransferLittle_AndTheirCircuitsTooAsTheyStand()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "wanda-weighs");
        foreach (var path in (string[])["/jobs?show=all", "/jobs?show=batches", LaunchPage.Path, "/inbox", "/account"])
        {
            var transfer = await Transfer.ColdAsync(visitor, path);
            Assert.True(transfer.Bytes <= MostBytes, $"{path}: {transfer.Bytes} bytes");
            Assert.True(transfer.SocketBytes <= MostSocketBytes, $"{path}: {transfer.SocketBytes} bytes over the socket");
        }
        visitor.HasNoProblems();
    }

    /// <summary>The same way through all lists: found, turned round, and empty with a way on.</summary>
    [E2EFact]
    public async Task Lists_AreFoundAndTurnedByTheDatabase_AndWhatIsNotThereLeadsOn()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var ada = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(ada, "ada");
        await AccountPage.BecomeAdminAsync(ada, portal);
        var pairs = await LaunchPairsPage.OpenAsync(ada);
        await pairs.Compounds.FillAsync("Trametinib");
        await pairs.Lines.FillAsync("C32");
        await (await pairs.LaunchAsync()).IsDoneAsync();
        var batches = await WorkList.OpenAsync(ada, "/jobs?show=batches", "Batches");
        await batches.FindAsync("Find by title", "trametinib");
        await Expect(batches.Rows).ToHaveCountAsync(1);
        await batches.FindAsync("Find by title", "nothing of that name");
        await batches.ShowAll.ClickAsync();
        await Expect(batches.Rows).ToHaveCountAsync(1);
        await (await WorkList.OpenAsync(ada, "/inbox", "Inbox")).IsEmptyAsync("Nothing unread.");
        var log = await WorkList.OpenAsync(ada, "/admin/log", "Audit log");
        await Expect(log.Rows.First).ToContainTextAsync("batch 1");
        await log.SortAsync("When");
        await Expect(log.Rows.First).Not.ToContainTextAsync("batch 1");
        foreach (var path in (string[])["/jobs?show=batches", "/inbox", "/admin/log"]) await Accessibility.AssertNoFindingAsync(ada, path);
        ada.HasNoProblems();
    }

    [E2EFact]
    public async Task WhatWasDone_IsSaidWithoutAWordInTheConsole()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var ada = await shared.Chromium.VisitAsync(portal.Address);
        await using var bob = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(ada, "ada");
        await AccountPage.BecomeAdminAsync(ada, portal);
        await SignUpPage.SignUpAsync(bob, "bob");
        var admin = await AdminPage.OpenAsync(ada);
        await admin.ChangeRoleAsync("bob", "Editor");
        await Expect(admin.Said).ToHaveTextAsync("bob is Editor now.");
        ada.HasNoProblems();
    }
}
