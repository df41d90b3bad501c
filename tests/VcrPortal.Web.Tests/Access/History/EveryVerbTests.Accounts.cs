using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.External;
using VcrPortal.Web.Features.Accounts.FirstAdministrator;
using VcrPortal.Web.Features.Accounts.Passkeys;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.Recovery;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Tests.Features.Accounts;
using VcrPortal.Web.Tests.Features.Accounts.External;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Access.History;

// Of accounts.
public partial class EveryVerbTests
{
    private static Dictionary<Type, Func<TestPortal, Task>> AccountRuns => new()
    {
        [typeof(RegisterAccount)] = p => p.RegisterAsync("registered"),
        [typeof(SignIn)] = async p =>
            await (await BrowserAsync(p)).AskAsync<SignIn,
                SignInOutcome>(async (s, caller) => await s.RunAsync(await NameAsync(p, caller), Browser.Password, false)),
        [typeof(ProvePerson)] = async p =>
            await (await BrowserAsync(p)).AskAsync<ProvePerson,
                ProofOutcome>((s, caller) => s.RunAsync(new Proof.Password(Browser.Password), caller)),
        [typeof(ChangePassword)] = async p =>
            await (await BrowserAsync(p)).AskAsync<ChangePassword,
                AccountChange>((s, caller) => s.RunAsync(Browser.Password, "four other words here", caller)),
        [typeof(ChangeSignature)] = async p => await (await BrowserAsync(p)).AskAsync<ChangeSignature, AccountChange>(
            (s, caller) => s.RunAsync(ExportSignature.Name, caller)),
        [typeof(ChangeEmail)] = async p =>
            await (await BrowserAsync(p)).AskAsync<ChangeEmail, AccountChange>((s, caller) => s.RunAsync("else@example.org", caller)),
        [typeof(SignOutEverywhere)] = async p =>
            await (await BrowserAsync(p)).AskAsync<SignOutEverywhere, AccountChange>((s, caller) => s.RunAsync(caller)),
        [typeof(MakeRecoveryCodes)] = async p => await CodesAsync(await BrowserAsync(p)),
        [typeof(RecoverAccount)] = RecoverAsync,
        [typeof(AddPasskey)] = p => PasskeyAsync(p, (_, _) => Task.CompletedTask),
        [typeof(RenamePasskey)] = p =>
            PasskeyAsync(
                p, async (browser, key) => await browser.AskAsync<RenamePasskey,
                AccountChange>((s, caller) => s.RunAsync(key, "Laptop", caller))),
        [typeof(RemovePasskey)] = p =>
            PasskeyAsync(
                p, async (browser, key) => await browser.AskAsync<RemovePasskey, AccountChange>((s, caller) => s.RunAsync(key, caller))),
        [typeof(SignInWithPasskey)] = SignInWithPasskeyAsync,
        [typeof(LinkIdentity)] = async p => await LinkAsync(p),
        [typeof(UnlinkIdentity)] = async p =>
            await (await LinkAsync(p) is var browser
                ? ExternalTests.UnlinkAsync(browser, Assert.Single((await PasskeyTests.OwnAsync(browser)).Identities))
                : throw new InvalidOperationException()),
        [typeof(ArriveFromOutside)] = ArriveAsync,
        [typeof(DeleteAccount)] = async p =>
            await (await BrowserAsync(p)).AskAsync<DeleteAccount,
                DeleteAccountOutcome>((s, caller) => s.RunAsync(
                    new Proof.Password(Browser.Password), Contributions.Keep, new LeftCollections.Nobodys(), caller, default)),
        [typeof(BecomeAdmin)] = async p =>
            await (await BrowserAsync(p)).AskAsync<BecomeAdmin,
                BecomeAdminOutcome>((s, caller) => s.RunAsync(caller, p.Get<AdminToken>().Text, default)),
    };

    private static async Task<Browser> BrowserAsync(TestPortal portal)
    {
        var browser = new Browser(portal);
        await browser.RegisterAsync("browser-person");
        return browser;
    }

    private static async Task<string> NameAsync(TestPortal portal, Caller caller)
    {
        await using var db = portal.Db();
        return (await db.Users.SingleAsync(a => a.Id == caller.Key)).UserName!;
    }

    private static Task<RecoveryCodesOutcome> CodesAsync(Browser browser) =>
        browser.AskAsync<MakeRecoveryCodes, RecoveryCodesOutcome>((s, caller) => s.RunAsync(caller, default));

    private static async Task RecoverAsync(TestPortal portal)
    {
        var codes = Assert.IsType<RecoveryCodesOutcome.Made>(await CodesAsync(await BrowserAsync(portal))).Codes;
        Assert.IsType<RecoverOutcome.Recovered>(
            await new Browser(portal).AskAsync<RecoverAccount,
            RecoverOutcome>((s, _) => s.RunAsync("browser-person", codes[0], "four other words here", default)));
    }

    private static async Task PasskeyAsync(TestPortal portal, Func<Browser, string, Task> then)
    {
        using var passkey = new SoftwarePasskey();
        var browser = await BrowserAsync(portal);
        await PasskeyTests.AddAsync(browser, passkey);
        await then(browser, Assert.Single((await PasskeyTests.OwnAsync(browser)).Passkeys).Id);
    }

    private static async Task SignInWithPasskeyAsync(TestPortal portal)
    {
        using var passkey = new SoftwarePasskey();
        await PasskeyTests.AddAsync(await BrowserAsync(portal), passkey);
        Assert.IsType<SignInOutcome.SignedIn>(await PasskeyTests.SignInAsync(new Browser(portal), passkey));
    }

    private static async Task<Browser> LinkAsync(TestPortal portal)
    {
        var browser = await BrowserAsync(portal);
        await ExternalTests.SendAsync(browser, "sub-1", begunBy: (await browser.WhoAsync()).Key);
        Assert.IsType<AccountChange.Done>(await ExternalTests.LinkAsync(browser));
        return browser;
    }

    private static async Task ArriveAsync(TestPortal portal)
    {
        await LinkAsync(portal);
        var elsewhere = new Browser(portal);
        await ExternalTests.SendAsync(elsewhere, "sub-1");
        Assert.IsType<ArrivalOutcome.SignedIn>(await ExternalTests.ArriveAsync(elsewhere));
    }
}
