using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.Passkeys;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Accounts;

public sealed class PasskeyTests : IDisposable
{
    private readonly SoftwarePasskey _passkey = new();

    public void Dispose() => _passkey.Dispose();

    [Fact]
    public async Task SignIn_WithAPasskeyThatWasAdded_IsThatPerson()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        var account = await ana.RegisterAsync("ana");
        Assert.IsType<AccountChange.Done>(await AddAsync(ana, _passkey, "  My   laptop "));
        var shown = Assert.Single((await OwnAsync(ana)).Passkeys);
        Assert.Equal("My laptop", shown.Name);

        var elsewhere = new Browser(portal);
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(elsewhere, _passkey));
        Assert.Equal(account.Id, (await elsewhere.WhoAsync()).Key);
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(elsewhere, _passkey));
    }

    [Fact]
    public async Task SignIn_WithAnAnswerThatWasGivenBefore_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        await AddAsync(ana, _passkey);
        var elsewhere = new Browser(portal);
        var answer = _passkey.Sign(await QuestionAsync(elsewhere));
        Assert.IsType<SignInOutcome.SignedIn>(
            await elsewhere.AskAsync<SignInWithPasskey, SignInOutcome>((s, _) => s.RunAsync(answer, remember: false)));
        await QuestionAsync(elsewhere);
        Assert.IsType<SignInOutcome.Wrong>(
            await elsewhere.AskAsync<SignInWithPasskey, SignInOutcome>((s, _) => s.RunAsync(answer, remember: false)));
        // A browser that asked nothing.
        Assert.IsType<SignInOutcome.Wrong>(
            await new Browser(portal).AskAsync<SignInWithPasskey, SignInOutcome>((s, _) => s.RunAsync(answer, remember: false)));
    }

    [Fact]
    public async Task SignIn_WithACounterThatWentBack_IsRefused() // the mark of a copied authenticator
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        _passkey.Counter = 10;
        await AddAsync(ana, _passkey);
        _passkey.Counter = 3;
        Assert.IsType<SignInOutcome.Wrong>(await SignInAsync(new Browser(portal), _passkey));
    }

    [Fact]
    public async Task SignIn_WithAPasskeyMadeForAnotherSite_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        using var phished = new SoftwarePasskey("https://1ocalhost");
        Assert.IsType<AccountChange.Refused>(await AddAsync(ana, phished));
        Assert.Empty((await OwnAsync(ana)).Passkeys);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json at all")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{}}""")]
    [InlineData(
        """{"id":"<script>","response":"""
        + """{"clientDataJSON":"e30","authenticatorData":"AA","signature":"AA","userHandle":"AA"},"type":"public-key","""
        + """ "clientExtensionResults":{}}""")]
    public async Task SignInAndAdd_WithNonsense_AreRefused(string? credential)
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        await QuestionAsync(ana);
        Assert.IsType<SignInOutcome.Wrong>(
            await ana.AskAsync<SignInWithPasskey, SignInOutcome>((s, _) => s.RunAsync(credential, remember: false)));
        await CreationAsync(ana);
        Assert.IsType<AccountChange.Refused>(
            await ana.AskAsync<AddPasskey, AccountChange>((s, caller) => s.RunAsync(credential, "", caller)));
        Assert.IsType<AccountChange.Refused>(
            await ana.AskAsync<AddPasskey,
            AccountChange>((s, caller) => s.RunAsync(new string('{', AcceptPasskey.CredentialLength + 1), "", caller)));
    }

    [Fact]
    public async Task Passkeys_OfAnother_CanNeitherBeRenamedNorRemovedNorProveAnything()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await bob.RegisterAsync("bob");
        await AddAsync(ana, _passkey);
        var id = Assert.Single((await OwnAsync(ana)).Passkeys).Id;
        Assert.IsType<AccountChange.Refused>(
            await bob.AskAsync<RenamePasskey, AccountChange>((s, caller) => s.RunAsync(id, "mine", caller)));
        // He has none of his own.
        Assert.IsType<AccountChange.Done>(await bob.AskAsync<RemovePasskey, AccountChange>((s, caller) => s.RunAsync(id, caller)));
        Assert.Equal("Passkey 1", Assert.Single((await OwnAsync(ana)).Passkeys).Name);
        var answer = _passkey.Sign(await QuestionAsync(new Browser(portal)));
        Assert.Equal(
            ProofOutcome.Wrong, await bob.AskAsync<ProvePerson,
            ProofOutcome>((s, caller) => s.RunAsync(new Proof.Passkey(answer), caller)));
    }

    [Fact]
    public async Task Remove_TheOnlyWayToSignIn_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        var account = await ana.RegisterAsync("ana");
        await AddAsync(ana, _passkey);
        await portal.Db().Users.ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, (string?)null));
        var id = Assert.Single((await OwnAsync(ana)).Passkeys).Id;
        Assert.Equal(WaysIn.Last, await ana.AskAsync<RemovePasskey, AccountChange>((s, caller) => s.RunAsync(id, caller)));
        await ana.AskAsync<UserManager<Account>,
            IdentityResult>(async (s, _) => await s.AddPasswordAsync((await s.FindByIdAsync(account.Id))!, Browser.Password));
        Assert.IsType<AccountChange.Done>(await ana.AskAsync<RemovePasskey, AccountChange>((s, caller) => s.RunAsync(id, caller)));
        Assert.IsType<SignInOutcome.Wrong>(await SignInAsync(new Browser(portal), _passkey));
    }

    [Fact]
    public async Task Rename_ToNothing_IsRefused_AndTooLongIsCut()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        await AddAsync(ana, _passkey);
        var id = Assert.Single((await OwnAsync(ana)).Passkeys).Id;
        Assert.IsType<AccountChange.Refused>(
            await ana.AskAsync<RenamePasskey, AccountChange>((s, caller) => s.RunAsync(id, " \t", caller)));
        Assert.IsType<AccountChange.Refused>(
            await ana.AskAsync<RenamePasskey, AccountChange>((s, caller) => s.RunAsync("no id", "x", caller)));
        Assert.IsType<AccountChange.Done>(
            await ana.AskAsync<RenamePasskey, AccountChange>((s, caller) => s.RunAsync(id, new string('x', 5000), caller)));
        Assert.Equal(PasskeyView.NameLength, Assert.Single((await OwnAsync(ana)).Passkeys).Name.Length);
    }

    [Fact]
    public async Task Changes_LongAfterTheLastProof_NeedAFreshOne()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        clock.Advance(RecentProof.Lasts);
        Assert.IsType<AccountChange.NeedsProof>(await ana.AskAsync<AddPasskey, AccountChange>((s, caller) => s.RunAsync("{}", "", caller)));
        Assert.IsType<AccountChange.NeedsProof>(
            await ana.AskAsync<RenamePasskey, AccountChange>((s, caller) => s.RunAsync("a", "b", caller)));
        Assert.IsType<AccountChange.NeedsProof>(await ana.AskAsync<RemovePasskey, AccountChange>((s, caller) => s.RunAsync("a", caller)));
        Assert.Equal(
            ProofOutcome.Wrong, await ana.AskAsync<ProvePerson,
            ProofOutcome>((s, caller) => s.RunAsync(new Proof.Password("not this one at all"), caller)));
        Assert.Equal(
            ProofOutcome.Proven, await ana.AskAsync<ProvePerson,
            ProofOutcome>((s, caller) => s.RunAsync(new Proof.Password(Browser.Password), caller)));
        Assert.IsType<AccountChange.Done>(await AddAsync(ana, _passkey));
        clock.Advance(RecentProof.Lasts);
        var answer = _passkey.Sign(await QuestionAsync(ana));
        Assert.Equal(
            ProofOutcome.Proven, await ana.AskAsync<ProvePerson,
            ProofOutcome>((s, caller) => s.RunAsync(new Proof.Passkey(answer), caller)));
        Assert.True((await OwnAsync(ana)).IsFresh);
    }

    [Fact]
    public async Task Prove_WithWrongPasswords_LocksAsSignInDoes()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        for (var i = 0; i < 4; i++) await ana.AskAsync<ProvePerson,
            ProofOutcome>((s, caller) => s.RunAsync(new Proof.Password("not this one at all"), caller));
        Assert.Equal(
            ProofOutcome.LockedOut, await ana.AskAsync<ProvePerson,
            ProofOutcome>((s, caller) => s.RunAsync(new Proof.Password("not this one at all"), caller)));
        Assert.Equal(
            ProofOutcome.LockedOut, await ana.AskAsync<ProvePerson,
            ProofOutcome>((s, caller) => s.RunAsync(new Proof.Password(Browser.Password), caller)));
    }

    [Fact]
    public async Task AStranger_MayChangeNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var stranger = new Browser(portal);
        Assert.IsType<AccountChange.NotAllowed>(
            await stranger.AskAsync<AddPasskey, AccountChange>((s, caller) => s.RunAsync("{}", "", caller)));
        Assert.IsType<AccountChange.NotAllowed>(
            await stranger.AskAsync<RenamePasskey, AccountChange>((s, caller) => s.RunAsync("a", "b", caller)));
        Assert.IsType<AccountChange.NotAllowed>(
            await stranger.AskAsync<RemovePasskey, AccountChange>((s, caller) => s.RunAsync("a", caller)));
        Assert.Equal(
            ProofOutcome.NotSignedIn, await stranger.AskAsync<ProvePerson,
            ProofOutcome>((s, caller) => s.RunAsync(new Proof.Password(Browser.Password), caller)));
        Assert.Null(await stranger.AskAsync<ReadOwnAccount, OwnAccount?>((s, caller) => s.RunAsync(caller, default)));
    }

    internal static async Task<AccountChange> AddAsync(Browser browser, SoftwarePasskey passkey, string? name = null)
    {
        var answer = passkey.Create(await CreationAsync(browser));
        return await browser.AskAsync<AddPasskey, AccountChange>((s, caller) => s.RunAsync(answer, name, caller));
    }

    internal static async Task<SignInOutcome> SignInAsync(Browser browser, SoftwarePasskey passkey)
    {
        var answer = passkey.Sign(await QuestionAsync(browser));
        return await browser.AskAsync<SignInWithPasskey, SignInOutcome>((s, _) => s.RunAsync(answer, remember: false));
    }

    internal static Task<string> QuestionAsync(Browser browser) =>
        browser.AskAsync<SignInManager<Account>, string>((s, _) => s.MakePasskeyRequestOptionsAsync(null!));

    private static Task<string> CreationAsync(Browser browser) =>
        browser.AskAsync<SignInManager<Account>,
            string>((s, caller) =>
            s.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = caller.Key, Name = "ana", DisplayName = "ana" }));

    internal static async Task<OwnAccount> OwnAsync(Browser browser) =>
        Assert.IsType<OwnAccount>(await browser.AskAsync<ReadOwnAccount, OwnAccount?>((s, caller) => s.RunAsync(caller, default)));
}
