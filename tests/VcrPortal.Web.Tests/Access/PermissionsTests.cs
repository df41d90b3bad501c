using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.External;
using VcrPortal.Web.Features.Accounts.Passkeys;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.Recovery;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Administration.Audit;
using VcrPortal.Web.Features.Administration.Health;
using VcrPortal.Web.Features.Administration.People;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Export;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Access;

/// <summary>Walks every cell of the table through the verbs themselves.</summary>
public class PermissionsTests
{
    /// <summary>For each operation on a thing: tries it, and says whether it was done. The thing is made anew for each cell.</summary>
    private static readonly FrozenDictionary<Operation, Func<World, Task<bool>>> AllWalks = new Dictionary<Operation, Func<World,
        Task<bool>>>
    {
        [Operation.ReadTrace] = async w => await w.Portal.Get<ReadTrace>().RunAsync(w.Trace, null, w.Caller, default) is not null,
        [Operation.ReadJob] = async w => await w.Portal.Get<ReadJob>().RunAsync(w.Job, w.Caller, default) is not null,
        [Operation.ChangeAudience] = async w =>
            await w.Portal.Get<ChangeAudience>()
                .RunAsync(w.Job, new AudienceChange.MakePrivate(), w.Caller, default) is AudienceOutcome.Changed,
        [Operation.ExportTrace] = async w =>
            await w.Portal.Get<ExportTrace>().RunAsync(w.Trace, null, ExportFormat.All[0], w.Caller, default) is not null,
        [Operation.StopJob] = async w => await w.Portal.Get<StopJob>().RunAsync(w.Job, w.Caller, default) is StopOutcome.Stopped,
        [Operation.ReviseTrace] = async w =>
            await w.Portal.Get<ReviseTrace>()
                .RunAsync(new(w.Trace, 1, Samples.PrunedText, "why"), w.Caller, default) is ReviseOutcome.Revised,
        [Operation.Comment] = async w =>
            await w.Portal.Get<AddComment>().RunAsync(new(w.Trace, 1, Subject.Trace, "x"), w.Caller, default) is CommentOutcome.Added,
        [Operation.EditComment] = async w =>
            await w.Portal.Get<EditComment>().RunAsync(w.Comment, 1, "y", w.Caller, default) is EditCommentOutcome.Edited,
        [Operation.DeleteComment] = async w =>
            await w.Portal.Get<DeleteComment>().RunAsync(w.Comment, w.Caller, default) == DeleteCommentOutcome.Deleted,
        [Operation.ResolveThread] = async w =>
            await w.Portal.Get<ResolveThread>().RunAsync(w.Comment, true, w.Caller, default) == ResolveOutcome.Done,
        [Operation.Vote] = async w =>
            await w.Portal.Get<CastVote>().RunAsync(new(w.Trace, 1, Subject.Trace, Opinion.Up), w.Caller, default) is VoteOutcome.Cast,
        [Operation.Watch] = async w => await w.Portal.Get<WatchTrace>().RunAsync(w.Trace, true, w.Caller, default) == WatchOutcome.Done,
    }.ToFrozenDictionary();

    public static IEnumerable<object[]> WalkedOperations => AllWalks.Keys.Order().Select(d => (object[])[d]);

    public static IEnumerable<object[]> EveryRoleTwice =>
        from role in Enum.GetValues<PortalRole>() from flag in (bool[])[true, false] select (object[])[role, flag];

    [Fact]
    public void Table_HasARowForEveryOperation() => Assert.Equal(Enum.GetValues<Operation>().Order(), Permissions.Table.Keys.Order());

    [Fact]
    public void Table_AHigherRoleOrACloserRelation_MayNeverLess()
    {
        foreach (
            var (operation, caller,
            thing) in
            from operation in Enum.GetValues<Operation>()
            from role in Enum.GetValues<PortalRole>()
            from thing in Things()
            select (operation, new Caller("k", role), thing))
        {
            if (!caller.May(operation, thing)) continue;
            Assert.All(
                Enum.GetValues<PortalRole>().Where(r => r > caller.Role), r =>
                Assert.True((caller with { Role = r }).May(operation, thing)));
            Assert.All(
                Enum.GetValues<Relation>().Where(b => b > thing.Relation), b =>
                Assert.True(caller.May(operation, thing with { Relation = b })));
        }
    }

    [Theory]
    [MemberData(nameof(WalkedOperations))]
    public async Task EveryCell_IsAsTheTableSays(Operation operation)
    {
        await using var portal = await TestPortal.StartAsync(settings: [("Launch:VisitorQuota", "1000")]);
        foreach (var (role, thing) in from role in Enum.GetValues<PortalRole>() from thing in Things() select (role, thing))
        {
            // Only accounts are invited, and only they have private things.
            if (role == PortalRole.Reader
                && (thing.Relation == Relation.Invited || (thing.IsPrivate && thing.Relation == Relation.Owner))) continue;
            var world = await World.MakeAsync(portal, operation, role, thing);
            var done = await AllWalks[operation](world);
            Assert.True(
                world.Caller.May(operation, thing) == done, $"{operation} by a {role} on {thing} was {(done ? "done" : "refused")}");
        }
    }

    [Theory]
    [MemberData(nameof(EveryRoleTwice))]
    public async Task Launch_AsTheTableSays(PortalRole role, bool open)
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:AllowVisitors", open ? "true" : "false"));
        var caller = new Caller("k", role);
        var expected = role >= PortalRole.Contributor || open;
        Assert.Equal(expected, caller.May(Operation.LaunchJob, new SitePolicy(open)));
        Assert.Equal(expected, await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, caller, default) is LaunchOutcome.Launched);
        Assert.Equal(
            expected, await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], false, caller, default) is BatchOutcome.Launched);
        // For nobody else could have it.
        Assert.Equal(
            caller.IsSignedIn, await portal.Get<LaunchJob>().RunAsync(Samples.Record(), true, caller, default) is LaunchOutcome.Launched);
        Assert.Equal(
            caller.IsSignedIn,
            await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], true, caller, default) is BatchOutcome.Launched);
    }

    [Theory]
    [MemberData(nameof(EveryRoleTwice))]
    public async Task ChangingRoles_AsTheTableSays(PortalRole role, bool own)
    {
        await using var portal = await TestPortal.StartAsync();
        var bob = await portal.RegisterAsync("bob");
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        var caller = new Caller(own ? bob.Key : "other", role); // even for oneself
        var outcome = await scope.ServiceProvider.GetRequiredService<ChangeRole>()
            .RunAsync(bob.Key, PortalRole.Contributor, PortalRole.Editor, caller, default);
        Assert.Equal(role == PortalRole.Admin ? ChangeRoleOutcome.Changed : ChangeRoleOutcome.NotAllowed, outcome);
        Assert.Equal(role == PortalRole.Admin, await portal.Get<ListAccounts>().RunAsync(new(), caller, default) is not null);
        Assert.Equal(role == PortalRole.Admin, await portal.Get<ListHistory>().RunAsync(new HistoryQuery(), caller, default) is not null);
        Assert.Equal(role == PortalRole.Admin, await portal.Get<ReadHealth>().RunAsync(caller, default) is not null);
        Assert.Equal(role == PortalRole.Admin, portal.Get<ReadKnowledge>().Run(caller) is not null);
        Assert.Equal(
            role == PortalRole.Admin, await portal.Get<StartImport>().RunAsync([], caller, default) is StartImportOutcome.NothingChosen);
        Assert.Equal(role == PortalRole.Admin, await portal.Get<StopImport>().RunAsync(caller, default) == StopImportOutcome.NothingRuns);
        Assert.Equal(
            role == PortalRole.Admin,
            await portal.Get<ChangeQuota>().RunAsync(bob.Key, null, 3, caller, default) == ChangeQuotaOutcome.Changed);
    }

    [Theory]
    [MemberData(nameof(EveryRoleTwice))]
    public async Task Inbox_AsTheTableSays(PortalRole role, bool unread)
    {
        await using var portal = await TestPortal.StartAsync();
        var caller = new Caller("k", role);
        Assert.Equal(caller.May(Operation.ReadInbox), await portal.Get<ReadInbox>().RunAsync(new(unread), caller, default) is not null);
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
        Assert.Equal(
            may, await ana.AskAsync<MakeRecoveryCodes,
            RecoveryCodesOutcome>((s, _) => s.RunAsync(caller, default)) is RecoveryCodesOutcome.Made);
        Assert.Equal(
            may, await ana.AskAsync<DeleteAccount,
            DeleteAccountOutcome>((s, _) => s.RunAsync(null, Contributions.Keep, new LeftCollections.Nobodys(), caller, default))
                != DeleteAccountOutcome.NotAllowed);
        Assert.Equal(may, Passed(await ana.AskAsync<SignOutEverywhere, AccountChange>((s, _) => s.RunAsync(caller))));

        static bool Passed(AccountChange outcome) => outcome is not AccountChange.NotAllowed;
    }

    [Fact]
    public async Task Launch_AnAccount_HasAQuotaOfItsOwn()
    {
        await using var portal = await TestPortal.StartAsync(settings: [("Launch:VisitorQuota", "1"), ("Launch:AccountQuota", "2")]);
        for (var i = 0; i < 2;
            i++) Assert.IsType<LaunchOutcome.Launched>(
            await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, Samples.Ana, default));
        Assert.Equal(
            new LaunchOutcome.QuotaReached(2), await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, Samples.Ana, default));
    }

    [Fact]
    public void EveryVerb_NamesItsOperation()
    {
        var verbs = typeof(PortalDb).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsNested: false } && t != typeof(Caller) && !typeof(IComponent).IsAssignableFrom(t)
            && t.Namespace?.StartsWith("VcrPortal.Web.Features", StringComparison.Ordinal) == true
            && t.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Any(m => m.GetParameters().Any(p => p.ParameterType == typeof(Caller))));
        Assert.Equal("", string.Join(", ", verbs.Where(t => t.GetCustomAttribute<RequiresAttribute>() is null).Select(t => t.Name)));
    }

    private static IEnumerable<Resource> Things() =>
        from relation in Enum.GetValues<Relation>()
        from isPrivate in (bool[])[false, true]
        from isClosed in (bool[])[false, true]
        select new Resource(relation, isPrivate, isClosed);

    /// <summary>A thing in one state, and somebody who is something to it.</summary>
    private sealed record World(TestPortal Portal, Caller Caller, int Job, int Trace, int Comment)
    {
        private static readonly HashSet<Operation> OnComments = [Operation.EditComment, Operation.DeleteComment, Operation.ResolveThread];

        public static async Task<World> MakeAsync(TestPortal portal, Operation operation, PortalRole role, Resource thing)
        {
            var caller = new Caller(Guid.NewGuid().ToString("N"), role);
            var isComment = OnComments.Contains(operation);
            var owner = thing.Relation == Relation.Owner && !isComment ? caller.Key : "author";
            var trace = await portal.SaveTraceAsync(
                Samples.Text, owner, thing.IsPrivate, thing.IsClosed && !isComment ? TraceState.Discarded : TraceState.Published);
            var job = (await portal.TraceAsync(trace)).JobNumber!.Value;
            await using var db = portal.Db();
            await db.Jobs.Where(j => j.Number == job)
                .ExecuteUpdateAsync(
                s => s.SetProperty(j => j.IsPrivate, thing.IsPrivate)
                .SetProperty(j => j.State, thing.IsClosed ? JobState.Completed : JobState.Queued));
            // Whoever wrote a comment in a private trace was invited to it.
            if (thing.Relation == Relation.Invited || (thing.Relation == Relation.Owner && isComment)) db.Guests.Add(
                new GuestRow { JobNumber = job, AccountKey = caller.Key });
            var comment = isComment ? 1000 + trace : 0;
            if (isComment)
                db.Comments.Add(new CommentRow
                {
                    Number = comment,
                    TraceNumber = trace,
                    Revision = 1,
                    Subject = "",
                    AuthorKey = thing.Relation == Relation.Owner
                        ? caller.Key : "author",
                    RequestKey = "r" + comment,
                    Text = thing.IsClosed ? "" : "x",
                    DeletedAt = thing.IsClosed ? DateTime.UnixEpoch : null,
                });
            await db.SaveChangesAsync();
            return new(portal, caller, job, trace, comment);
        }
    }
}
