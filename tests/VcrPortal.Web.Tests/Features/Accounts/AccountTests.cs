using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Features.Accounts.FirstAdministrator;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Administration.People;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Accounts;

public class AccountTests
{
    private const string Password = "four easy words here";

    [Fact]
    public async Task Register_MakesAContributorWhoseKeySaysNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var account = await RegisterAsync(portal, "ana");
        Assert.Equal(PortalRole.Contributor, account.Role);
        Assert.Matches("^[0-9a-f]{32}$", account.Id);
        Assert.DoesNotContain(Password, account.PasswordHash);
    }

    [Theory]
    [InlineData("", "", Password, "name")]
    [InlineData("a", "", Password, "name")]
    [InlineData("ana<script>", "", Password, "name")]
    [InlineData("ana\u0430", "", Password, "name")] // a Cyrillic letter that looks Latin
    [InlineData("ana", "nowhere", Password, "email")]
    [InlineData("ana", "a b@example.org", Password, "email")]
    [InlineData("ana", "", "short", "password")]
    [InlineData("ana", "", null, "password")]
    [InlineData("ana", "", "aaaaaaaaaaaaaaaa", "password")]
    public async Task Register_WithSomethingWrong_NamesTheField(string name, string email, string? password, string field)
    {
        await using var portal = await TestPortal.StartAsync();
        var outcome = await portal.Get<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<RegisterAccount>()
            .RunAsync(name, email, password, default);
        Assert.Equal([field], Assert.IsType<RegisterOutcome.Invalid>(outcome).Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task Register_ANameThatSomebodyHas_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        await RegisterAsync(portal, "ana");
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<RegisterAccount>()
            .RunAsync("ANA", "other@example.org", Password, default);
        Assert.Equal(["name"], Assert.IsType<RegisterOutcome.Invalid>(outcome).Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task Register_AnAddressThatSomebodyGave_SaysNothingOfIt_AndSignsInByNameOnly()
    {
        await using var portal = await TestPortal.StartAsync();
        var first = await RegisterAsync(portal, "ana");
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        Assert.IsType<RegisterOutcome.Registered>(await scope.ServiceProvider.GetRequiredService<RegisterAccount>()
            .RunAsync("other", "ANA@example.org", "some other easy words", default));
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.Equal(first.Id, (await accounts.FindAsync("ana@example.org"))!.Id);
        Assert.Equal("other", (await accounts.FindAsync("other"))!.UserName);
    }

    [Fact]
    public async Task Register_ManyAtOnceWithOneName_MakesOne()
    {
        await using var portal = await TestPortal.StartAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
        {
            using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
            return await scope.ServiceProvider.GetRequiredService<RegisterAccount>()
                .RunAsync("ana", $"ana{i}@example.org", Password, default);
        })));
        Assert.Single(outcomes.OfType<RegisterOutcome.Registered>());
    }

    [Fact]
    public async Task SignIn_WithFiveWrongPasswords_LocksTheAccount()
    {
        await using var portal = await TestPortal.StartAsync();
        await RegisterAsync(portal, "ana");
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignIn>();
        for (var i = 0; i < 4;
            i++) Assert.IsType<SignInOutcome.Wrong>(await signIn.RunAsync("ana", "not this one at all", remember: false));
        Assert.IsType<SignInOutcome.LockedOut>(await signIn.RunAsync("ana", "not this one at all", remember: false));
        Assert.IsType<SignInOutcome.LockedOut>(await signIn.RunAsync("ana@example.org", Password, remember: false));
    }

    [Theory]
    [InlineData("nobody", Password)]
    [InlineData(null, null)]
    [InlineData("ana", "")]
    public async Task SignIn_WithoutSuchAnAccount_SaysNoMoreThanThatItIsWrong(string? name, string? password)
    {
        await using var portal = await TestPortal.StartAsync();
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        Assert.IsType<SignInOutcome.Wrong>(
            await scope.ServiceProvider.GetRequiredService<SignIn>().RunAsync(name, password, remember: false));
    }

    [Fact]
    public async Task BecomeAdmin_NeedsTheTokenAndHappensOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = (CallerFor(await RegisterAsync(portal, "ana")), CallerFor(await RegisterAsync(portal, "bob")));
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        var become = scope.ServiceProvider.GetRequiredService<BecomeAdmin>();
        var token = portal.Get<AdminToken>().Text;

        Assert.Equal(BecomeAdminOutcome.NotSignedIn, await become.RunAsync(Caller.Visitor("v"), token, default));
        Assert.Equal(BecomeAdminOutcome.WrongToken, await become.RunAsync(ana, "guess", default));
        Assert.Equal(BecomeAdminOutcome.WrongToken, await become.RunAsync(ana, null, default));
        Assert.True(await become.IsOpenAsync(default));
        Assert.Equal(BecomeAdminOutcome.Done, await become.RunAsync(ana, $" {token} ", default));
        Assert.Equal(BecomeAdminOutcome.ThereIsOne, await become.RunAsync(bob, token, default));
        Assert.Equal(
            PortalRole.Admin, (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync("ana"))!.Role);
    }

    [Theory]
    [InlineData("", Password, AppointAdminOutcome.Appointed)] // made
    [InlineData("", null, AppointAdminOutcome.NoSuchAccount)]
    [InlineData("ana", Password, AppointAdminOutcome.Appointed)]
    [InlineData("ana", null, AppointAdminOutcome.Appointed)]
    [InlineData("ana", "words that a stranger chose", AppointAdminOutcome.NotTheirs)]
    public async Task Appoint_TheAdministratorOfTheConfiguration(string registered, string? password, AppointAdminOutcome expected)
    {
        await using var portal = await TestPortal.StartAsync(
            settings: [("Accounts:Administrator:Name", "ana"), ("Accounts:Administrator:Password", password ?? "")]);
        if (registered.Length > 0) await RegisterAsync(portal, registered);
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        Assert.Equal(expected, await scope.ServiceProvider.GetRequiredService<AppointAdmin>().RunAsync(default));
        Assert.Equal(
            expected == AppointAdminOutcome.Appointed, !await scope.ServiceProvider.GetRequiredService<BecomeAdmin>().IsOpenAsync(default));
        using var later = portal.Get<IServiceScopeFactory>().CreateScope();
        if (expected == AppointAdminOutcome.Appointed) Assert.Equal(
            AppointAdminOutcome.ThereIsOne, await later.ServiceProvider.GetRequiredService<AppointAdmin>().RunAsync(default));
    }

    [Fact]
    public async Task Appoint_WithNobodyNamed_LeavesItToTheToken()
    {
        await using var portal = await TestPortal.StartAsync();
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        Assert.Equal(AppointAdminOutcome.NotNamed, await scope.ServiceProvider.GetRequiredService<AppointAdmin>().RunAsync(default));
    }

    [Fact]
    public async Task ChangeRole_OfTheLastAdministrator_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = (await RegisterAsync(portal, "ana"), await RegisterAsync(portal, "bob"));
        var admin = new Caller(ana.Id, PortalRole.Admin);
        Assert.Equal(ChangeRoleOutcome.Changed, await ChangeAsync(portal, ana, PortalRole.Admin, admin));
        Assert.Equal(ChangeRoleOutcome.LastAdmin, await ChangeAsync(portal, ana, PortalRole.Editor, admin));
        Assert.Equal(ChangeRoleOutcome.Changed, await ChangeAsync(portal, bob, PortalRole.Admin, admin));
        Assert.Equal(ChangeRoleOutcome.Changed, await ChangeAsync(portal, ana, PortalRole.Editor, admin));
        Assert.Equal(ChangeRoleOutcome.NotFound, await ChangeAsync(portal, bob, PortalRole.Reader, admin));
    }

    [Fact]
    public async Task ChangeRole_TwoAdministratorsAtOnce_TheSecondIsTold()
    {
        await using var portal = await TestPortal.StartAsync();
        var bob = await RegisterAsync(portal, "bob");
        var admin = new Caller("admin", PortalRole.Admin);
        async Task<ChangeRoleOutcome> ChangeAsync(PortalRole role)
        {
            using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
            return await scope.ServiceProvider.GetRequiredService<ChangeRole>()
                .RunAsync(bob.Id, PortalRole.Contributor, role, admin, default);
        }
        var outcomes = await Task.WhenAll(Task.Run(() => ChangeAsync(PortalRole.Reviewer)), Task.Run(() => ChangeAsync(PortalRole.Editor)));
        Assert.Equal([ChangeRoleOutcome.Changed, ChangeRoleOutcome.Conflict], outcomes.Order());
        await using var db = portal.Db();
        var entry = Assert.Single(await db.History.Where(h => h.Operation == nameof(Operation.ChangeRole)).ToListAsync());
        Assert.Equal($"Contributor to {(await db.Users.SingleAsync()).Role}", entry.Detail);
    }

    [Fact]
    public async Task ChangeRole_TwoAdministratorsWhoTakeItFromOneAnother_LeaveOne()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = (await RegisterAsync(portal, "ana"), await RegisterAsync(portal, "bob"));
        var anybody = new Caller("admin", PortalRole.Admin);
        foreach (var account in new[] { ana, bob }) await ChangeAsync(portal, account, PortalRole.Admin, anybody);
        async Task<ChangeRoleOutcome> DemoteAsync(Account account)
        {
            using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
            return await scope.ServiceProvider.GetRequiredService<ChangeRole>()
                .RunAsync(account.Id, PortalRole.Admin, PortalRole.Editor, anybody, default);
        }
        var outcomes = await Task.WhenAll(Task.Run(() => DemoteAsync(ana)), Task.Run(() => DemoteAsync(bob)));
        Assert.Equal([ChangeRoleOutcome.Changed, ChangeRoleOutcome.LastAdmin], outcomes.Order());
    }

    [Fact]
    public async Task ChangeQuota_IsFeltAtTheNextLaunch_AndASecondAdministratorIsTold()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = CallerFor(await RegisterAsync(portal, "ana"));
        var (change, admin) = (portal.Get<ChangeQuota>(), new Caller("admin", PortalRole.Admin));
        Assert.Equal(ChangeQuotaOutcome.Changed, await change.RunAsync(ana.Key, null, 1, admin, default));
        Assert.Equal(ChangeQuotaOutcome.Conflict, await change.RunAsync(ana.Key, null, 5, admin, default));
        Assert.Equal(ChangeQuotaOutcome.NotFound, await change.RunAsync("nobody", null, 5, admin, default));
        Assert.Equal(ChangeQuotaOutcome.OutOfBounds, await change.RunAsync(ana.Key, 1, 1001, admin, default));
        Assert.Equal(ChangeQuotaOutcome.NotAllowed, await change.RunAsync(ana.Key, 1, 5, ana with { Role = PortalRole.Editor }, default));
        Assert.IsType<LaunchOutcome.Launched>(await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, ana, default));
        Assert.Equal(new LaunchOutcome.QuotaReached(1), await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, ana, default));
        Assert.Equal(ChangeQuotaOutcome.Changed, await change.RunAsync(ana.Key, 1, 0, admin, default));
        Assert.Equal(
            new BatchOutcome.QuotaReached(0), await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], false, ana, default));
    }

    [Fact]
    public async Task SignIn_Failures_AreRememberedWithoutWhatWasTyped_AndNotWithoutBound()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = await RegisterAsync(portal, "ana");
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignIn>();
        for (var i = 0; i < 5; i++) await signIn.RunAsync("ana", "not this one at all", remember: false);
        await signIn.RunAsync("Zztyped", "not this one at all", remember: false);
        await using var db = portal.Db();
        var failed = await db.History.Where(h => h.Operation == nameof(Operation.SignIn)).OrderBy(h => h.At).ToListAsync();
        Assert.Equal(["failed", "failed", "failed", "failed", "locked out", "failed"], failed.Select(h => h.Detail));
        Assert.Equal([.. Enumerable.Repeat($"account:{ana.Id}", 5), ""], failed.Select(h => h.Subject));
        Assert.All(failed, h => Assert.Equal(HistoryWriter.Nobody, h.ActorKey));

        var history = scope.ServiceProvider.GetRequiredService<HistoryWriter>();
        for (var i = 0; i < HistoryWriter.MostFailures; i++) await history.FailedAsync(Operation.SignIn, null, false);
        Assert.Equal(HistoryWriter.MostFailures, await db.History.CountAsync(h => h.Operation == nameof(Operation.SignIn)));
    }

    private static async Task<ChangeRoleOutcome> ChangeAsync(TestPortal portal, Account account, PortalRole role, Caller caller)
    {
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        await using var db = portal.Db();
        var was = (await db.Users.SingleAsync(a => a.Id == account.Id)).Role;
        return await scope.ServiceProvider.GetRequiredService<ChangeRole>().RunAsync(account.Id, was, role, caller, default);
    }

    [Theory]
    [InlineData("/jobs/new", "/jobs/new")]
    [InlineData("/t/VCT1?view=table#n5", "/t/VCT1?view=table#n5")]
    [InlineData("//evil.example", "/account")]
    [InlineData("/\\evil.example", "/account")]
    [InlineData("https://evil.example", "/account")]
    [InlineData("/a\nb", "/account")]
    [InlineData("", "/account")]
    [InlineData(null, "/account")]
    public void Return_LeadsOnlyIntoThisSite(string? asked, string expected) => Assert.Equal(expected, LocalReturn.From(asked));

    private static Caller CallerFor(Account account) => new(account.Id, account.Role);

    private static async Task<Account> RegisterAsync(TestPortal portal, string name)
    {
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        return Assert.IsType<RegisterOutcome.Registered>(
            await scope.ServiceProvider.GetRequiredService<RegisterAccount>()
            .RunAsync(name, $"{name}@example.org", Password, default)).Account;
    }
}
