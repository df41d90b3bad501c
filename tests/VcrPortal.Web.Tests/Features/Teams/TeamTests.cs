using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Collections;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Teams;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Features.Collections;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Teams;

public class TeamTests
{
    private const string Key = "team:1";

    [Fact]
    public async Task Members_SeeEachOthersPrivateThings_FromJoiningToLeaving()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = await TeamOfAnaAsync(portal);
        await portal.SaveTraceAsync(Samples.Text, ana.Key, isPrivate: true);
        await CloseJobAsync(portal);
        await CollectionWorld.MakeAsync(portal, ana, isPrivate: true);
        Assert.Equal((false, false, false), await SeesAsync(portal, bob)); // invited is not joined
        await JoinAsync(portal, bob);
        Assert.Equal((true, true, true), await SeesAsync(portal, bob));
        Assert.Equal((false, false, false), await SeesAsync(portal, Samples.Bob)); // a stranger
        Assert.IsType<TeamOutcome.Done>(await portal.Get<JoinTeam>().LeaveAsync(Key, LastOfTeam.Ask, bob, default));
        Assert.Equal((false, false, false), await SeesAsync(portal, bob));
    }

    [Fact]
    public async Task AMembersPrivateThings_AreReadAndNotChanged_ByOtherMembers()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = await TeamOfAnaAsync(portal);
        await JoinAsync(portal, bob);
        await portal.SaveTraceAsync(Samples.Text, ana.Key, isPrivate: true);
        var own = await CollectionWorld.FilledAsync(portal, ana, new PickedTrace("VCT1"));
        await using var db = portal.Db();
        Assert.Equal(Relation.Invited, (await db.FindResourceAsync<TraceRow>(1, bob, default))!.Value.Relation);
        Assert.IsType<CollectionOutcome.NotAllowed>(
            await portal.Get<ArrangeCollection>().TakeOutAsync(own, new(1, ""), bob, default));
    }

    [Fact]
    public async Task ATeamsCollection_IsEveryMembers_AndNobodyElses()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = await TeamOfAnaAsync(portal);
        await portal.SaveTraceAsync(Samples.Text);
        var number = await CollectionWorld.MakeAsync(portal, ana, isPrivate: true, team: Key);
        Assert.IsType<CollectionOutcome.NotFound>(await FillAsync(portal, number, bob));
        await JoinAsync(portal, bob);
        Assert.IsType<CollectionOutcome.Kept>(await FillAsync(portal, number, bob));
        Assert.Equal("menders", (await portal.Get<ReadCollection>().RunAsync(number, bob, default))!.Summary.Owner);
        await portal.Get<JoinTeam>().LeaveAsync(Key, LastOfTeam.Ask, ana, default);
        Assert.Null(await portal.Get<ReadCollection>().RunAsync(number, ana, default)); // who made it does not own it
        Assert.IsType<CollectionOutcome.Invalid>(
            await portal.Get<MakeCollection>().RunAsync(new("x", null, false), Key, ana, default));
    }

    [Fact]
    public async Task OnlyWhoLeads_InvitesAndRemoves_AndATeamAlwaysHasSomebodyWhoDoes()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = await TeamOfAnaAsync(portal);
        await JoinAsync(portal, bob);
        var carl = await portal.RegisterAsync("carl");
        Assert.IsType<TeamOutcome.NotAllowed>(await portal.Get<LeadTeam>().InviteAsync(Key, "carl", bob, default));
        Assert.IsType<TeamOutcome.NotAllowed>(await portal.Get<LeadTeam>().RemoveAsync(Key, ana.Key, bob, default));
        Assert.IsType<TeamOutcome.NotFound>(await portal.Get<LeadTeam>().InviteAsync(Key, "carl", carl, default));
        Assert.IsType<TeamOutcome.NotFound>(await portal.Get<JoinTeam>().AcceptAsync(Key, carl, default)); // nobody invited them
        await portal.Get<JoinTeam>().LeaveAsync(Key, LastOfTeam.Ask, ana, default);
        Assert.IsType<TeamOutcome.Done>(await portal.Get<LeadTeam>().InviteAsync(Key, "carl", bob, default));
        Assert.Null(await portal.Get<ReadTeams>().FindAsync("menders", ana, default));
    }

    [Fact]
    public async Task TheLastMember_IsAskedWhatBecomesOfTheCollections_BeforeAnythingChanges()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, _) = await TeamOfAnaAsync(portal);
        await CollectionWorld.MakeAsync(portal, ana, isPrivate: true, team: Key);
        var asked = Assert.IsType<TeamOutcome.Invalid>(await portal.Get<JoinTeam>().LeaveAsync(Key, LastOfTeam.Ask, ana, default));
        Assert.Contains("Say below what becomes of its collections", asked.Reason);
        Assert.NotNull(await portal.Get<ReadTeams>().FindAsync("menders", ana, default));
    }

    [Fact]
    public async Task WhoLeavesLastAndGivesUp_TakesPrivateCollectionsAlong_AndPublicOnesStay()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, _) = await TeamOfAnaAsync(portal);
        await CollectionWorld.MakeAsync(portal, ana, isPrivate: true, team: Key);
        var open = await CollectionWorld.MakeAsync(portal, ana, isPrivate: false, team: Key);
        await portal.Get<JoinTeam>().LeaveAsync(Key, LastOfTeam.GiveUp, ana, default);
        await using var db = portal.Db();
        Assert.Equal((0, 0), (await db.Teams.CountAsync(), await db.TeamInvitations.CountAsync()));
        Assert.Equal(open, (await db.Collections.SingleAsync()).Number);
        Assert.False((await portal.Get<ReadCollection>().RunAsync(open, ana, default))!.Summary.MayEdit);
    }

    [Fact]
    public async Task WhoLeavesLastAndKeeps_OwnsItsCollections()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, _) = await TeamOfAnaAsync(portal);
        var hidden = await CollectionWorld.MakeAsync(portal, ana, isPrivate: true, team: Key);
        Assert.IsType<TeamOutcome.Done>(await portal.Get<JoinTeam>().LeaveAsync(Key, LastOfTeam.TakeOver, ana, default));
        var kept = (await portal.Get<ReadCollection>().RunAsync(hidden, ana, default))!.Summary;
        Assert.Equal(("ana", false, true), (kept.Owner, kept.IsOfTeam, kept.MayEdit));
    }

    [Fact]
    public async Task WhoIsNotTheLast_TakesNothingOver()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = await TeamOfAnaAsync(portal);
        await JoinAsync(portal, bob);
        var number = await CollectionWorld.MakeAsync(portal, ana, isPrivate: true, team: Key);
        Assert.IsType<TeamOutcome.Done>(await portal.Get<JoinTeam>().LeaveAsync(Key, LastOfTeam.TakeOver, ana, default));
        Assert.Null(await portal.Get<ReadCollection>().RunAsync(number, ana, default));
        Assert.True((await portal.Get<ReadCollection>().RunAsync(number, bob, default))!.Summary.MayEdit);
    }

    [Fact]
    public async Task AnInvitation_ReachesTheInbox_AndIsReadOrGoneOnceAnswered()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = await TeamOfAnaAsync(portal);
        var told = Assert.Single((await portal.Get<ReadInbox>().RunAsync(new(UnreadOnly: true), bob, default))!.Items);
        Assert.Equal((NotificationKind.Team, "ana", "menders"), (told.Kind, told.Actor, told.Became));
        await JoinAsync(portal, bob);
        Assert.True(Assert.Single((await portal.Get<ReadInbox>().RunAsync(new(), bob, default))!.Items).IsRead);

        var carl = await portal.RegisterAsync("carl");
        foreach (var end in (Func<Task>[])
            [
                () => portal.Get<LeadTeam>().RemoveAsync(Key, carl.Key, ana, default),
                () => portal.Get<JoinTeam>().LeaveAsync(Key, LastOfTeam.Ask, carl, default),
            ])
        {
            await portal.Get<LeadTeam>().InviteAsync(Key, "carl", ana, default);
            Assert.Equal(1, (await portal.Get<ReadInbox>().RunAsync(new(), carl, default))!.Total);
            await end();
            Assert.Equal(0, (await portal.Get<ReadInbox>().RunAsync(new(), carl, default))!.Total);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("x")]
    [InlineData("..")]
    [InlineData("two words")]
    [InlineData("Меndеrs")]
    [InlineData("MENDERS")]
    public async Task AName_IsPlainAndOfOneTeam(string? name)
    {
        await using var portal = await TestPortal.StartAsync();
        await TeamOfAnaAsync(portal);
        Assert.IsType<TeamOutcome.Invalid>(await portal.Get<MakeTeam>().RunAsync(name, Samples.Bob, default));
    }

    private static async Task<(Caller Ana, Caller Bob)> TeamOfAnaAsync(TestPortal portal)
    {
        var (ana, bob) = (await portal.RegisterAsync("ana"), await portal.RegisterAsync("bob"));
        Assert.IsType<TeamOutcome.Done>(await portal.Get<MakeTeam>().RunAsync("menders", ana, default));
        Assert.IsType<TeamOutcome.Done>(await portal.Get<LeadTeam>().InviteAsync(Key, "Bob", ana, default));
        return (ana, bob);
    }

    private static async Task JoinAsync(TestPortal portal, Caller bob) =>
        Assert.IsType<TeamOutcome.Done>(await portal.Get<JoinTeam>().AcceptAsync(Key, bob, default));

    private static Task<CollectionOutcome> FillAsync(TestPortal portal, int number, Caller caller) =>
        portal.Get<FillCollection>().RunAsync(number, [new("VCT1")], null, caller, default);

    private static async Task CloseJobAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        await db.Jobs.ExecuteUpdateAsync(s => s.SetProperty(j => j.IsPrivate, true));
    }

    private static async Task<(bool Job, bool Trace, bool Collection)> SeesAsync(TestPortal portal, Caller caller)
    {
        await using var db = portal.Db();
        Assert.Equal(
            await db.Jobs.VisibleTo(db, caller).AnyAsync(), (await db.FindAudienceAsync<JobRow>(1, default))!.Includes(caller));
        return (await db.Jobs.VisibleTo(db, caller).AnyAsync(),
            await portal.Get<ReadTrace>().RunAsync(1, null, caller, default) is not null,
            await portal.Get<ReadCollection>().RunAsync(1, caller, default) is not null);
    }
}
