using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>Signing in with a device instead of a password. Browsers allow it on https and on localhost only.</summary>
[Collection(PeopleCollection.Name)]
public class PasskeyJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Passkey_AddedAndRenamed_SignsInByTheButton()
    {
        await using var visitor = await shared.VisitByNameAsync();
        var page = visitor.Page;
        var device = await VirtualPasskeys.PlugInAsync(page);
        await AccountJourneys.SignUpAsync(page, "petra");
        await AddAsync(page, "Laptop");
        Assert.Equal(1, await device.CountAsync());
        await page.Locator("#passkeys summary").ClickAsync();
        await page.GetByLabel("New name").FillAsync("Old <b>laptop</b>");
        await page.Locator("#passkeys").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator("#passkeys li b")).ToHaveTextAsync("Old <b>laptop</b>");
        await Accessibility.AssertNoFindingAsync(visitor, "/account");
        await page.SetViewportSizeAsync(1440, 900);

        await WithoutOffersInFieldsAsync(page);
        await AccountJourneys.SignOutAsync(page);
        await page.GotoAsync("/account/sign-in?ReturnUrl=%2Fjobs");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "petra" })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/jobs$"));
        Assert.Empty(visitor.Problems);
    }

    [E2EFact]
    public async Task Passkey_OfferedInTheNameField_SignsInWithoutAnyButton()
    {
        await using var visitor = await shared.VisitByNameAsync();
        var page = visitor.Page;
        await VirtualPasskeys.PlugInAsync(page);
        await AccountJourneys.SignUpAsync(page, "paul");
        await AddAsync(page, "");
        await Expect(page.Locator("#passkeys li b")).ToHaveTextAsync("Passkey 1");
        await AccountJourneys.SignOutAsync(page);
        // By the framework's navigation: the module was there before.
        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "paul" })).ToBeVisibleAsync();
    }

    [E2EFact]
    public async Task Passkey_ThatWasRemoved_SignsNobodyIn()
    {
        await using var visitor = await shared.VisitByNameAsync();
        var page = visitor.Page;
        await VirtualPasskeys.PlugInAsync(page);
        await AccountJourneys.SignUpAsync(page, "pia");
        await AddAsync(page, "Key");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Key" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("was removed");
        await WithoutOffersInFieldsAsync(page);
        await AccountJourneys.SignOutAsync(page);
        await page.GotoAsync("/account/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("belongs to no account here");
    }

    [E2EFact]
    public async Task Account_DeletedWithAPasskey_IsGoneForGood()
    {
        await using var visitor = await shared.VisitByNameAsync();
        var page = visitor.Page;
        await VirtualPasskeys.PlugInAsync(page);
        await AccountJourneys.SignUpAsync(page, "gustav");
        await AddAsync(page, "Key");
        await Accessibility.AssertNoFindingAsync(visitor, "/u/gustav");
        await Accessibility.AssertNoFindingAsync(visitor, "/u/gustav?show=comments");
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete the account" }).ClickAsync();
        await page.GetByLabel("Your password").FillAsync("not this one at all");
        await page.GetByText("Delete it").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete the account", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("nothing was deleted");
        await Expect(page.Locator("input[value=Delete]")).ToBeCheckedAsync();
        await Accessibility.AssertNoFindingAsync(visitor, "/account/delete");
        await WithoutOffersInFieldsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete the account with a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The account was deleted");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("belongs to no account here");
        var answer = await page.GotoAsync("/u/gustav");
        Assert.Equal(404, answer!.Status);
    }

    /// <summary>As in an older browser. The virtual device says yes at once, before any button can be pressed.</summary>
    private static Task WithoutOffersInFieldsAsync(IPage page) =>
        page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false;");

    private static async Task AddAsync(IPage page, string name)
    {
        await page.GetByLabel("Name of the new passkey").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("was added");
    }
}
