using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>Signing in with a device instead of a password. Browsers allow it on https and on localhost only.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
public class PasskeyJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Passkey_AddedAndRenamed_SignsInByTheButton()
    {
        await using var visitor = await shared.VisitByNameAsync();
        var device = await VirtualPasskeys.PlugInAsync(visitor.Page);
        var account = await SignUpPage.SignUpByHandAsync(visitor, "petra");
        await account.AddPasskeyAsync("Laptop");
        Assert.Equal(1, await device.CountAsync());
        await account.RenamePasskeyAsync("Old <b>laptop</b>");
        await Expect(account.PasskeyNames).ToContainTextAsync("Old <b>laptop</b>");
        await Accessibility.AssertNoFindingAsync(visitor, AccountPage.Path);

        await WithoutOffersInFieldsAsync(visitor.Page);
        await AccountPage.SignOutAsync(visitor);
        await (await SignInPage.OpenAsync(visitor, "?ReturnUrl=%2Fjobs")).ByPasskey.ClickAsync();
        await Expect(new SiteHeader(visitor.Page).Account("petra")).ToBeVisibleAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("/jobs$"));
        visitor.HasNoProblems();
    }

    [E2EFact]
    public async Task Passkey_OfferedInTheNameField_SignsInWithoutAnyButton()
    {
        await using var visitor = await shared.VisitByNameAsync();
        await VirtualPasskeys.PlugInAsync(visitor.Page);
        var account = await SignUpPage.SignUpByHandAsync(visitor, "paul");
        await account.AddPasskeyAsync("");
        await Expect(account.PasskeyNames).ToContainTextAsync("Passkey 1");
        await AccountPage.SignOutAsync(visitor);
        var header = new SiteHeader(visitor.Page);
        await header.SignIn.ClickAsync(); // by the framework's navigation: the module was there before
        await Expect(header.Account("paul")).ToBeVisibleAsync();
    }

    [E2EFact]
    public async Task Passkey_ThatWasRemoved_SignsNobodyIn()
    {
        await using var visitor = await shared.VisitByNameAsync();
        await VirtualPasskeys.PlugInAsync(visitor.Page);
        var account = await SignUpPage.SignUpByHandAsync(visitor, "pia");
        await account.AddPasskeyAsync("Key");
        await account.RemovePasskeyAsync("Key");
        await Expect(account.News).ToContainTextAsync("was removed");
        await WithoutOffersInFieldsAsync(visitor.Page);
        await AccountPage.SignOutAsync(visitor);
        var signIn = await SignInPage.OpenAsync(visitor);
        await signIn.ByPasskey.ClickAsync();
        await Expect(signIn.Refusal).ToContainTextAsync("belongs to no account here");
    }

    [E2EFact]
    public async Task Account_DeletedWithAPasskey_IsGoneForGood()
    {
        await using var visitor = await shared.VisitByNameAsync();
        await VirtualPasskeys.PlugInAsync(visitor.Page);
        await (await SignUpPage.SignUpByHandAsync(visitor, "gustav")).AddPasskeyAsync("Key");
        await WithoutOffersInFieldsAsync(visitor.Page);
        var delete = await DeleteAccountPage.ArriveAsync(visitor);
        await delete.DeleteByPasskey.ClickAsync();
        var signIn = new SignInPage(visitor);
        await Expect(signIn.Refusal).ToContainTextAsync("The account was deleted");
        await signIn.ByPasskey.ClickAsync();
        await Expect(signIn.Refusal).ToContainTextAsync("belongs to no account here");
        var answer = await visitor.Page.GotoAsync("/u/gustav");
        Assert.Equal(404, answer!.Status);
    }

    [E2EFact]
    public async Task Account_DeletedWithAWrongPassword_StaysAndKeepsWhatWasChosen()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "greta");
        foreach (var path in (string[])["/u/greta", "/u/greta?show=comments", DeleteAccountPage.Path])
            await Accessibility.AssertNoFindingAsync(visitor, path);
        var delete = await DeleteAccountPage.ArriveAsync(visitor);
        await delete.Password.FillAsync("not this one at all");
        await delete.DeleteAll.CheckAsync();
        await delete.Delete.ClickAsync();
        await Expect(delete.Refusal).ToContainTextAsync("nothing was deleted");
        await Expect(delete.DeleteAll).ToBeCheckedAsync();
    }

    /// <summary>The browser offers nothing in fields, like an older one. The virtual device says yes at once, before any button can be
    /// pressed.</summary>
    private static Task WithoutOffersInFieldsAsync(IPage page) =>
        page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false;");
}
