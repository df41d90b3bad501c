using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.Recovery;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Collections;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Primitives.Proposals;
using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Teams;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Features.Primitives;
using VcrPortal.Web.Tests.Features.Review;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Accounts.Profile;

public class DeleteAccountTests
{
    private static readonly Proof FreshProof = new Proof.Password(Browser.Password);

    [Theory]
    [InlineData(Contributions.Keep)]
    [InlineData(Contributions.Delete)]
    public async Task Delete_CutsAllThatIsPersonal_AndDoesWithTheRestAsChosen(Contributions choice)
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, elsewhere) = (new Browser(portal), new Browser(portal));
        var key = (await ana.RegisterAsync("ana-the-unmistakable")).Id;
        await elsewhere.AskAsync<SignIn, SignInOutcome>((s, _) => s.RunAsync("ana-the-unmistakable", Browser.Password, remember: false));
        using var passkey = new SoftwarePasskey();
        await PasskeyTests.AddAsync(ana, passkey, "unmistakable key");
        await ana.AskAsync<MakeRecoveryCodes, RecoveryCodesOutcome>((s, caller) => s.RunAsync(caller, default));
        await ana.AskAsync<UserManager<Account>,
            IdentityResult>(
            async (s, _) => await s.AddLoginAsync((await s.FindByIdAsync(key))!, new UserLoginInfo("github", "k", "unmistakable")));
        var trace = await TalkAsync(portal, ana);

        Assert.Equal(DeleteAccountOutcome.Deleted, await DeleteAsync(ana, FreshProof, choice));
        Assert.False((await ana.WhoAsync()).IsSignedIn);
        Assert.False((await elsewhere.WhoAsync()).IsSignedIn);
        var dump = await DumpAsync(portal);
        Assert.DoesNotContain("unmistakable", dump);
        Assert.DoesNotContain("a draft of hers", dump);
        await using var db = portal.Db();
        Assert.Equal(
            (0, 0, 0, 0),
            (await db.Users.CountAsync(), await db.RecoveryCodes.CountAsync(), await db.UserLogins.CountAsync(),
            await db.Watches.CountAsync()));

        var said = (await portal.Get<ReadDiscussion>().RunAsync(trace, 1, Caller.Visitor("v"), default))!;
        var comment = Assert.Single(said.Threads).First;
        Assert.Null(comment.Author);
        Assert.Equal(choice == Contributions.Delete, comment.IsDeleted);
        Assert.Equal(choice == Contributions.Keep ? "What she said, edited." : "", comment.Text);
        Assert.Equal(choice == Contributions.Keep ? 1 : 0, await db.Votes.CountAsync());
        Assert.Equal(choice == Contributions.Keep, dump.Contains("What she said."));
        Assert.Equal($"account:{key}", (await db.History.SingleAsync(h => h.Operation == nameof(Operation.DeleteOwnAccount))).Subject);
    }

    [Theory]
    [InlineData(Contributions.Keep, SuggestionState.Open)]
    [InlineData(Contributions.Delete, SuggestionState.Withdrawn)]
    public async Task Delete_TakesTheNameFromJudgementsSuggestionsAndProposals_WhichStay(Contributions choice, SuggestionState open)
    {
        await using var portal = await ReviewWorld.QueuedAsync();
        var ana = new Browser(portal);
        var caller = new Caller((await ana.RegisterAsync("ana-the-unmistakable")).Id, PortalRole.Reviewer);
        await ReviewWorld.JudgeAsync(portal, caller, ReviewWorld.AllHold);
        var number = Assert.IsType<SuggestOutcome.Suggested>(await portal.Get<SuggestRevision>().RunAsync(
            new(1, 1, Samples.PrunedText, "Measured."), caller, default)).Number;
        var proposal = Assert.IsType<ProposalOutcome.Done>(
            await portal.Get<ProposePrimitive>().RunAsync(PrimitiveWorld.Sequesters, caller, default)).Number;

        Assert.Equal(DeleteAccountOutcome.Deleted, await DeleteAsync(ana, FreshProof, choice));
        Assert.DoesNotContain("unmistakable", await DumpAsync(portal));
        var suggestion = Assert.Single(
            (await portal.Get<ReadSuggestions>().RunAsync(1, new("editor", PortalRole.Editor) { IsJudging = true }, default))!.Value);
        Assert.Equal((number, null, open), (suggestion.Number, suggestion.Author, suggestion.State));
        Assert.Null((await portal.Get<ReadProposals>().FindAsync(proposal, Caller.Visitor("v"), default))!.Item.Author);
        await using var db = portal.Db();
        Assert.Equal(ReviewWorld.AllHold.Count(), await db.Judgements.CountAsync(j => j.AccountKey == caller.Key));
    }

    [Theory]
    [InlineData("leave", "Public", null)]
    [InlineData("delete", "", null)]
    [InlineData("team team:1", "Public,Secret", "team:1")]
    public async Task Delete_DoesWithCollectionsWhatWasChosen(string choice, string stay, string? owner)
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, caller) = await LeaderAsync(portal);
        foreach (var isPrivate in (bool[])[false, true])
            await portal.Get<MakeCollection>().RunAsync(new(isPrivate ? "Secret" : "Public", null, isPrivate), null, caller, default);
        Assert.Equal(DeleteAccountOutcome.Deleted, await ana.AskAsync<DeleteAccount, DeleteAccountOutcome>(
            (s, who) => s.RunAsync(FreshProof, Contributions.Keep, LeftCollections.Read(choice), who, default)));
        await using var db = portal.Db();
        var left = await db.Collections.OrderBy(c => c.Number).ToListAsync();
        Assert.Equal(stay, string.Join(',', left.Select(c => c.Title)));
        Assert.All(left, c => Assert.Equal(owner ?? caller.Key, c.OwnerKey));
    }

    [Theory]
    [InlineData("team:1", false)]
    [InlineData("team:1", true)]
    [InlineData("team:9", true)]
    public async Task Delete_GivesNoCollectionToATeamThatCannotTakeIt_AndThenDeletesNothing(string team, bool isFull)
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, caller) = await LeaderAsync(portal, isAlone: !isFull);
        await portal.Get<MakeCollection>().RunAsync(new("Public", null, false), null, caller, default);
        if (isFull)
        {
            await using var fill = portal.Db();
            fill.Collections.AddRange(Enumerable.Range(100, MakeCollection.MostOfOne).Select(
                n => new CollectionRow { Number = n, Title = "x", OwnerKey = "team:1" }));
            await fill.SaveChangesAsync();
        }
        Assert.Equal(DeleteAccountOutcome.NoSuchTeam, await ana.AskAsync<DeleteAccount, DeleteAccountOutcome>(
            (s, who) => s.RunAsync(FreshProof, Contributions.Keep, new LeftCollections.OfTeam(team), who, default)));
        Assert.True((await ana.WhoAsync()).IsSignedIn);
        await using var db = portal.Db();
        Assert.Equal(caller.Key, (await db.Collections.SingleAsync(c => c.Title == "Public")).OwnerKey);
    }

    /// <summary>Ana, who leads a team; Bob is in it as well, where she is not alone.</summary>
    private static async Task<(Browser Ana, Caller Caller)> LeaderAsync(TestPortal portal, bool isAlone = false)
    {
        var ana = new Browser(portal);
        var caller = new Caller((await ana.RegisterAsync("ana")).Id, PortalRole.Contributor);
        await portal.Get<MakeTeam>().RunAsync("menders", caller, default);
        if (isAlone) return (ana, caller);
        var bob = await portal.RegisterAsync("bob");
        await portal.Get<LeadTeam>().InviteAsync("team:1", "bob", caller, default);
        Assert.IsType<TeamOutcome.Done>(await portal.Get<JoinTeam>().AcceptAsync("team:1", bob, default));
        return (ana, caller);
    }

    [Fact]
    public async Task Delete_WithAWrongProof_DoesNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await bob.RegisterAsync("bob");
        using var bobs = new SoftwarePasskey();
        await PasskeyTests.AddAsync(bob, bobs);
        var answer = bobs.Sign(await PasskeyTests.QuestionAsync(new Browser(portal)));
        foreach (
            var proof in (Proof?[])[
            null, new Proof.Password(null), new Proof.Password("not this one at all"), new Proof.Passkey("{}"), new Proof.Passkey(answer)])
            Assert.Equal(DeleteAccountOutcome.WrongProof, await DeleteAsync(ana, proof));
        Assert.True((await ana.WhoAsync()).IsSignedIn);
        Assert.Equal(2, await portal.Db().Users.CountAsync());
        for (var i = 0; i < 4; i++) await DeleteAsync(ana, new Proof.Password("not this one at all"));
        Assert.Equal(DeleteAccountOutcome.LockedOut, await DeleteAsync(ana, FreshProof));
        Assert.Equal(DeleteAccountOutcome.NotAllowed, await DeleteAsync(new Browser(portal), FreshProof));
    }

    [Fact]
    public async Task Delete_ByAPasskey_NeedsNoPassword()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        using var passkey = new SoftwarePasskey();
        await PasskeyTests.AddAsync(ana, passkey);
        var answer = passkey.Sign(await PasskeyTests.QuestionAsync(ana));
        Assert.Equal(DeleteAccountOutcome.Deleted, await DeleteAsync(ana, new Proof.Passkey(answer)));
    }

    [Fact]
    public async Task Delete_OfSomebodyWithNeither_NeedsAFreshWordOfAnotherSite()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        await portal.Db().Users.ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, (string?)null));
        clock.Advance(RecentProof.Lasts);
        Assert.Equal(DeleteAccountOutcome.NeedsProof, await DeleteAsync(ana, null));
        await ana.AskAsync<Session, bool>(async (s, _) => { await s.ProveAsync(await portal.Db().Users.SingleAsync()); return true; });
        Assert.Equal(DeleteAccountOutcome.Deleted, await DeleteAsync(ana, null));
    }

    [Fact]
    public async Task Delete_OfTheLastAdministrator_IsRefused_AndOfTwoAtOnceOneStays()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await portal.Db().Users.ExecuteUpdateAsync(s => s.SetProperty(a => a.Role, PortalRole.Admin));
        Assert.Equal(DeleteAccountOutcome.LastAdmin, await DeleteAsync(ana, FreshProof, Contributions.Delete));
        Assert.Single(await portal.Db().Users.ToListAsync());
        await bob.RegisterAsync("bob");
        await portal.Db().Users.ExecuteUpdateAsync(s => s.SetProperty(a => a.Role, PortalRole.Admin));
        var outcomes = await Task.WhenAll(((Browser[])[ana, bob]).Select(b => Task.Run(() => DeleteAsync(b, FreshProof))));
        Assert.Equal([DeleteAccountOutcome.Deleted, DeleteAccountOutcome.LastAdmin], outcomes.Order());
        Assert.Single(await portal.Db().Users.ToListAsync());
    }

    [Fact]
    public async Task Delete_LeavesOthersAsTheyWere()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await bob.RegisterAsync("bob");
        await TalkAsync(portal, ana);
        await TalkAsync(portal, bob);
        Assert.Equal(DeleteAccountOutcome.Deleted, await DeleteAsync(ana, FreshProof, Contributions.Delete));
        await using var db = portal.Db();
        Assert.Equal(
            (1, 1, 1, 1),
            (await db.Comments.CountAsync(c => c.Text != ""), await db.Votes.CountAsync(), await db.Drafts.CountAsync(),
            await db.Watches.CountAsync()));
        Assert.True((await bob.WhoAsync()).IsSignedIn);
    }

    /// <summary>A comment with an edit, a vote, a draft and a watch on a new trace.</summary>
    private static async Task<int> TalkAsync(TestPortal portal, Browser person)
    {
        var trace = await portal.SaveTraceAsync(Samples.Text, "somebody");
        var number = Assert.IsType<CommentOutcome.Added>(
            await person.AskAsync<AddComment,
            CommentOutcome>((s, caller) => s.RunAsync(new(trace, 1, Subject.Trace, "What she said."), caller, default))).Number;
        Assert.IsType<EditCommentOutcome.Edited>(
            await person.AskAsync<EditComment,
            EditCommentOutcome>((s, caller) => s.RunAsync(number, 1, "What she said, edited.", caller, default)));
        Assert.IsType<VoteOutcome.Cast>(
            await person.AskAsync<CastVote,
            VoteOutcome>((s, caller) => s.RunAsync(new(trace, 1, Subject.Trace, Opinion.Up), caller, default)));
        Assert.True(await person.AskAsync<SaveDraft, bool>((s, caller) => s.RunAsync(trace, "", "a draft of hers", caller, default)));
        Assert.Equal(
            WatchOutcome.Done, await person.AskAsync<WatchTrace, WatchOutcome>((s, caller) => s.RunAsync(trace, true, caller, default)));
        return trace;
    }

    private static Task<DeleteAccountOutcome> DeleteAsync(Browser browser, Proof? proof, Contributions choice = Contributions.Keep) =>
        browser.AskAsync<DeleteAccount, DeleteAccountOutcome>(
            (s, caller) => s.RunAsync(proof, choice, new LeftCollections.Nobodys(), caller, default));

    /// <summary>Every value of every row of every table.</summary>
    private static async Task<string> DumpAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        await db.Database.OpenConnectionAsync();
        var text = new System.Text.StringBuilder();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText =
                "SELECT * FROM "
                + db.Database.GetService<Microsoft.EntityFrameworkCore.Storage.ISqlGenerationHelper>().DelimitIdentifier(table);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount;
                    i++) text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{reader.GetValue(i)}");
        }
        return text.ToString();
    }
}
