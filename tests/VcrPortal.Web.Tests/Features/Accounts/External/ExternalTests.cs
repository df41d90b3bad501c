using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.External;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Accounts.External;

public class ExternalTests
{
    private const string Authority = "https://login.example.org";
    private static readonly ExternalProvider Site =
        new("institute", "the institute", Authority, [], "sub", ["preferred_username", "name"]);

    [Fact]
    public async Task Arrive_UnknownThenRegisteredThenKnown_IsOnePerson()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await SendAsync(ana, "sub-1");
        Assert.Equal("ana at home", Assert.IsType<ArrivalOutcome.Unknown>(await ArriveAsync(ana)).Identity.Handle);
        var made = Assert.IsType<RegisterOutcome.Registered>(await RegisterAsync(ana, "ana", ""));
        Assert.Equal(made.Account.Id, (await ana.WhoAsync()).Key);

        var elsewhere = new Browser(portal);
        await SendAsync(elsewhere, "sub-1");
        Assert.IsType<ArrivalOutcome.SignedIn>(await ArriveAsync(elsewhere));
        Assert.Equal(made.Account.Id, (await elsewhere.WhoAsync()).Key);
        Assert.IsType<ArrivalOutcome.Nobody>(await ArriveAsync(elsewhere)); // its word counts once
    }

    [Fact]
    public async Task Arrive_WithAnAddressThatAnAccountHas_IsStillUnknown_AndGetsAnAccountOfItsOwn()
    {
        await using var portal = await TestPortal.StartAsync();
        await new Browser(portal).RegisterAsync("ana");
        var stranger = new Browser(portal);
        await SendAsync(stranger, "sub-1", email: "ana@example.org");
        Assert.IsType<ArrivalOutcome.Unknown>(await ArriveAsync(stranger));
        Assert.False((await stranger.WhoAsync()).IsSignedIn);
        Assert.IsType<RegisterOutcome.Registered>(await RegisterAsync(stranger, "other", "ana@example.org"));
        Assert.Equal(2, await portal.Db().Users.CountAsync());
    }

    [Theory]
    [InlineData("SUB-1", "sub-1")]
    [InlineData("a", "b")]
    public void Key_OfTwoSubjects_IsTwo(string one, string other) =>
        Assert.NotEqual(ExternalIdentity.KeyOf(Authority, one), ExternalIdentity.KeyOf(Authority, other), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Key_OfOneSubjectAtTwoSites_IsTwo() =>
        Assert.NotEqual(ExternalIdentity.KeyOf(Authority, "1"), ExternalIdentity.KeyOf("github", "1"));

    [Theory]
    [InlineData("""{"sub":"1","preferred_username":"Ana Lopez <b>","email":"ana@example.org"}""", "Ana Lopez <b>", "Ana-Lopez-b")]
    [InlineData("""{"sub":"1","preferred_username":"","name":"\u0410\u043d\u043d\u0430"}""", "\u0410\u043d\u043d\u0430", "")]
    [InlineData("""{"sub":"1","email":"no address"}""", null, "")]
    [InlineData("""{"sub":17,"name":{"first":"x"}}""", null, "")]
    public void Read_TakesWhatIsThere(string answer, string? handle, string suggested)
    {
        var person = ExternalIdentity.Read(JsonDocument.Parse(answer).RootElement, Site, "institute")!;
        var identity = new ExternalIdentity(
            "institute", person.FindFirst(ClaimTypes.NameIdentifier)!.Value, person.FindFirst(ClaimTypes.Name)?.Value,
            person.FindFirst(ClaimTypes.Email)?.Value);
        Assert.Equal((handle, suggested), (identity.Handle, identity.SuggestedName()));
        Assert.Matches("^[0-9a-f]{64}$", identity.Key);
        Assert.NotEqual("no address", identity.Email);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"sub":""}""")]
    [InlineData("""{"sub":null}""")]
    [InlineData("""{"sub":["1"]}""")]
    [InlineData("""{"id":1}""")]
    [InlineData("[]")]
    [InlineData("\"1\"")]
    public void Read_OfNobody_IsNull(string answer) =>
        Assert.Null(ExternalIdentity.Read(JsonDocument.Parse(answer).RootElement, Site, "institute"));

    [Fact]
    public async Task Link_WithoutHavingBegunIt_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        await SendAsync(ana, "sub-1"); // as if an attacker had sent her browser through the ordinary way in
        Assert.IsType<AccountChange.Refused>(await LinkAsync(ana));
        await SendAsync(ana, "sub-1", begunBy: "somebody else");
        Assert.IsType<AccountChange.Refused>(await LinkAsync(ana));
        Assert.Empty((await PasskeyTests.OwnAsync(ana)).Identities);
    }

    [Fact]
    public async Task Link_AndUnlink_AreTheOwnersOnly()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = (new Browser(portal), new Browser(portal));
        var (anaKey, bobKey) = ((await ana.RegisterAsync("ana")).Id, (await bob.RegisterAsync("bob")).Id);
        await SendAsync(ana, "sub-1", begunBy: anaKey);
        Assert.IsType<AccountChange.Done>(await LinkAsync(ana));
        await SendAsync(bob, "sub-1", begunBy: bobKey);
        Assert.Equal(LinkIdentity.Taken, await LinkAsync(bob));

        var identity = Assert.Single((await PasskeyTests.OwnAsync(ana)).Identities);
        Assert.IsType<AccountChange.Done>(await UnlinkAsync(bob, identity)); // of his own, there is none
        Assert.Single((await PasskeyTests.OwnAsync(ana)).Identities);
        Assert.IsType<AccountChange.Done>(await UnlinkAsync(ana, identity));
        Assert.Empty((await PasskeyTests.OwnAsync(ana)).Identities);
    }

    [Fact]
    public async Task Link_OfOneIdentityByManyAtOnce_IsOnes()
    {
        await using var portal = await TestPortal.StartAsync();
        var people = Enumerable.Range(0, 6).Select(_ => new Browser(portal)).ToArray();
        for (var i = 0; i < people.Length; i++) await SendAsync(people[i], "sub-1", begunBy: (await people[i].RegisterAsync($"p{i}x")).Id);
        var outcomes = await Task.WhenAll(people.Select(p => Task.Run(() => LinkAsync(p))));
        Assert.Single(outcomes.OfType<AccountChange.Done>());
    }

    [Fact]
    public async Task Prove_ByAnIdentityElsewhere_NeedsOnesOwn()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var ana = new Browser(portal);
        await SendAsync(ana, "sub-1");
        var key = Assert.IsType<RegisterOutcome.Registered>(await RegisterAsync(ana, "ana", "")).Account.Id;
        clock.Advance(RecentProof.Lasts);
        Assert.IsType<AccountChange.NeedsProof>(await LinkAsync(ana));
        await SendAsync(ana, "sub-2", begunBy: key);
        Assert.Equal(ProofOutcome.Wrong, await ProveAsync(ana));
        await SendAsync(ana, "sub-1", begunBy: key);
        Assert.Equal(ProofOutcome.Proven, await ProveAsync(ana));
        Assert.True((await PasskeyTests.OwnAsync(ana)).IsFresh);
        Assert.Equal(ProofOutcome.NotSignedIn, await ProveAsync(new Browser(portal)));
    }

    [Theory]
    [InlineData("Open", true, true)]
    [InlineData("External", false, true)]
    [InlineData("Closed", false, false)]
    public async Task Registration_AsTheSiteWantsIt(string policy, bool byPassword, bool byOtherSite)
    {
        await using var portal = await TestPortal.StartAsync(settings: [("Accounts:Registration", policy), .. Institute]);
        var (ana, bob) = (new Browser(portal), new Browser(portal));
        Assert.Equal(
            byPassword, await ana.AskAsync<RegisterAccount,
            RegisterOutcome>((s, _) => s.RunAsync("ana", "", Browser.Password, default)) is RegisterOutcome.Registered);
        await SendAsync(bob, "sub-1");
        Assert.Equal(byOtherSite, await RegisterAsync(bob, "bob", "") is RegisterOutcome.Registered);
    }

    [Fact]
    public void LinkToken_HoldsForItsAccountAndForAnHour()
    {
        var token = new LinkToken(new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider());
        var given = token.For("ana");
        Assert.True(token.IsFor(given, "ana"));
        foreach (var wrong in (string?[])[null, "", "x", given + "x", new string('a', 5000)]) Assert.False(token.IsFor(wrong, "ana"));
        Assert.False(token.IsFor(given, "bob"));
    }

    internal static (string, string)[] Institute =>
        [("Accounts:External:0:Provider", "openid"), ("Accounts:External:0:Id", "institute"), ("Accounts:External:0:Authority", Authority),
            ("Accounts:External:0:ClientId", "c"), ("Accounts:External:0:ClientSecret", "s")];

    /// <summary>What the handler leaves behind when a site has answered.</summary>
    internal static Task<bool> SendAsync(Browser browser, string subject, string? begunBy = null, string? email = null) =>
        browser.AskAsync(async (services, _) =>
    {
        var signIn = services.GetRequiredService<SignInManager<Account>>();
        var person = JsonSerializer.SerializeToElement(new { sub = subject, name = "ana at home", email });
        await signIn.Context.SignInAsync(
            IdentityConstants.ExternalScheme, new ClaimsPrincipal(ExternalIdentity.Read(person, Site, "institute")!),
            signIn.ConfigureExternalAuthenticationProperties("institute", "/", begunBy));
        return true;
    });

    internal static Task<ArrivalOutcome> ArriveAsync(Browser browser) =>
        browser.AskAsync<ArriveFromOutside, ArrivalOutcome>((s, _) => s.SignInAsync());

    private static Task<ProofOutcome> ProveAsync(Browser browser) =>
        browser.AskAsync<ArriveFromOutside, ProofOutcome>((s, caller) => s.ProveAsync(caller));

    private static Task<RegisterOutcome?> RegisterAsync(Browser browser, string name, string email) =>
        browser.AskAsync<ArriveFromOutside, RegisterOutcome?>((s, _) => s.RegisterAsync(name, email, default));

    internal static Task<AccountChange> LinkAsync(Browser browser) =>
        browser.AskAsync<LinkIdentity, AccountChange>((s, caller) => s.RunAsync(caller));

    internal static Task<AccountChange> UnlinkAsync(Browser browser, ExternalIdentity identity) =>
        browser.AskAsync<UnlinkIdentity, AccountChange>((s, caller) => s.RunAsync(identity.ProviderId, identity.Key, caller));
}
