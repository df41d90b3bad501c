using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Accounts.External;
using VcrPortal.Web.Features.Accounts.Passkeys;
using VcrPortal.Web.Features.Accounts.Recovery;
using VcrPortal.Web.Features.Comments;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Votes;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Accounts;

/// <summary>Walks the whole table through the verbs themselves.</summary>
public class PermissionsTests
{
    private static readonly SitePolicy s_closed = new(VisitorsLaunch: false);

    public static IEnumerable<object[]> EveryRoleTwice => from role in Enum.GetValues<PortalRole>() from flag in (bool[])[true, false] select (object[])[role, flag];

    [Fact]
    public void Table_HasARowForEveryDeed() => Assert.Equal(Enum.GetValues<Deed>().Order(), Permissions.Least.Keys.Order());

    [Fact]
    public void Table_AHigherRole_MayNeverLess()
    {
        foreach (var deed in Enum.GetValues<Deed>())
        {
            var may = Enum.GetValues<PortalRole>().Order().Select(r => new Caller("k", r).May(deed, s_closed));
            Assert.Equal(may.Order(), may);
        }
    }

    [Theory]
    [MemberData(nameof(EveryRoleTwice))]
    public async Task Launch_AsTheTableSays(PortalRole role, bool open)
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:AllowVisitors", open ? "true" : "false"));
        var caller = new Caller("k", role);
        var expected = role >= PortalRole.Contributor || open;
        Assert.Equal(expected, caller.May(Deed.LaunchJob, new SitePolicy(open)));
        Assert.Equal(expected, await portal.Get<LaunchJob>().RunAsync(Samples.Record(), caller, default) is LaunchOutcome.Launched);
        Assert.Equal(expected, await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], caller, default) is BatchOutcome.Launched);
    }

    [Theory]
    [MemberData(nameof(EveryRoleTwice))]
    public async Task Stop_AsTheTableSays(PortalRole role, bool owns)
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync(visitor: "owner");
        var outcome = await portal.Get<StopJob>().RunAsync(number, new Caller(owns ? "owner" : "other", role), default);
        Assert.Equal(owns || role == PortalRole.Admin, outcome is StopOutcome.Stopped);
    }

    [Theory]
    [MemberData(nameof(EveryRoleTwice))]
    public async Task Discussing_AsTheTableSays(PortalRole role, bool owns)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LaunchAsync();
        await portal.RunNextAsync();
        var (author, caller) = (new Caller("author", PortalRole.Contributor), new Caller(owns ? "author" : "other", role));
        var theirs = Assert.IsType<CommentOutcome.Added>(await portal.Get<AddComment>().RunAsync(1, 1, "", "first", author, default)).Number;

        Assert.Equal(role >= PortalRole.Contributor, await portal.Get<AddComment>().RunAsync(1, 1, "", "mine", caller, default) is CommentOutcome.Added);
        Assert.Equal(role >= PortalRole.Contributor, await portal.Get<CastVote>().RunAsync(1, 1, Opinion.Up, caller, default) == VoteOutcome.Cast);
        Assert.Equal(role >= (owns ? PortalRole.Contributor : PortalRole.Editor), await portal.Get<DeleteComment>().RunAsync(theirs, caller, default) == DeleteCommentOutcome.Deleted);
    }

    [Theory]
    [MemberData(nameof(EveryRoleTwice))]
    public async Task ChangingRoles_AsTheTableSays(PortalRole role, bool own)
    {
        await using var portal = await TestPortal.StartAsync();
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        var registered = await scope.ServiceProvider.GetRequiredService<RegisterAccount>().RunAsync("bob", null, "four easy words here", default);
        var bob = Assert.IsType<RegisterOutcome.Registered>(registered).Account;
        var caller = new Caller(own ? bob.Id : "other", role); // even for oneself
        var outcome = await scope.ServiceProvider.GetRequiredService<ChangeRole>().RunAsync(bob.Id, PortalRole.Editor, caller, default);
        Assert.Equal(role == PortalRole.Admin ? ChangeRoleOutcome.Changed : ChangeRoleOutcome.NotAllowed, outcome);
        Assert.Equal(role == PortalRole.Admin, await portal.Get<ListAccounts>().RunAsync(1, caller, default) is not null);
    }

    public static IEnumerable<object[]> EveryRole => Enum.GetValues<PortalRole>().Select(role => (object[])[role]);

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task OnesOwnAccount_AsTheTableSays(PortalRole role)
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        var caller = (await ana.WhoAsync()) with { Role = role };
        var may = role >= PortalRole.Contributor;
        Assert.Equal(may, Passed(await ana.AskAsync<AddPasskey, AccountChange>((s, _) => s.RunAsync("", "", caller))));
        Assert.Equal(may, Passed(await ana.AskAsync<RenamePasskey, AccountChange>((s, _) => s.RunAsync("", "", caller))));
        Assert.Equal(may, Passed(await ana.AskAsync<RemovePasskey, AccountChange>((s, _) => s.RunAsync("", caller))));
        Assert.Equal(may, Passed(await ana.AskAsync<ChangePassword, AccountChange>((s, _) => s.RunAsync("", "", caller))));
        Assert.Equal(may, Passed(await ana.AskAsync<ChangeEmail, AccountChange>((s, _) => s.RunAsync("", caller))));
        Assert.Equal(may, Passed(await ana.AskAsync<LinkIdentity, AccountChange>((s, _) => s.RunAsync(caller))));
        Assert.Equal(may, Passed(await ana.AskAsync<UnlinkIdentity, AccountChange>((s, _) => s.RunAsync("github", "k", caller))));
        Assert.Equal(may, await ana.AskAsync<MakeRecoveryCodes, RecoveryCodesOutcome>((s, _) => s.RunAsync(caller, default)) is RecoveryCodesOutcome.Made);
        Assert.Equal(may, Passed(await ana.AskAsync<SignOutEverywhere, AccountChange>((s, _) => s.RunAsync(caller))));

        static bool Passed(AccountChange outcome) => outcome is not AccountChange.NotAllowed;
    }

    [Fact]
    public async Task Launch_AnAccount_HasAQuotaOfItsOwn()
    {
        await using var portal = await TestPortal.StartAsync(settings: [("Launch:VisitorQuota", "1"), ("Launch:AccountQuota", "2")]);
        var ana = new Caller("ana", PortalRole.Contributor);
        for (var i = 0; i < 2; i++) Assert.IsType<LaunchOutcome.Launched>(await portal.Get<LaunchJob>().RunAsync(Samples.Record(), ana, default));
        Assert.Equal(new LaunchOutcome.QuotaReached(2), await portal.Get<LaunchJob>().RunAsync(Samples.Record(), ana, default));
    }
}
