using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.External;
using VcrPortal.Web.Features.Accounts.FirstAdministrator;
using VcrPortal.Web.Features.Accounts.Passkeys;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.Recovery;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Administration.People;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Batches.Export;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Collections;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Export;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Retrying;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Features.Knowledge.Upload;
using VcrPortal.Web.Features.Models;
using VcrPortal.Web.Features.Moderation;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Primitives.Catalogue;
using VcrPortal.Web.Features.Primitives.Proposals;
using VcrPortal.Web.Features.Review.Export;
using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Review.Judge;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Teams;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Features.Traces.Export.Data;
using VcrPortal.Web.Features.Traces.Import;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Export;
using VcrPortal.Web.Tests.Features.Accounts;
using VcrPortal.Web.Tests.Features.Accounts.External;
using VcrPortal.Web.Tests.Features.Collections;
using VcrPortal.Web.Tests.Features.Primitives;
using VcrPortal.Web.Tests.Features.Review;
using VcrPortal.Web.Tests.Features.Traces.Import;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Access.History;

/// <summary>Whatever changes something leaves an entry of its operation: each verb class is run once.</summary>
public class EveryVerbTests
{
    private static readonly Caller Editor = new("editor", PortalRole.Editor);
    private static readonly Caller Admin = new("admin", PortalRole.Admin);

    private static readonly Dictionary<Type, Func<TestPortal, Task>> Runs = new()
    {
        [typeof(LaunchJob)] = p => p.Get<LaunchJob>().RunAsync(Samples.Record(), true, Samples.Ana, default),
        [typeof(RetryJob)] = async p => await p.Get<RetryJob>().RunAsync(
            await p.LaunchAsync(), Stage.Preprocess, Caller.Visitor("someone"), default),
        [typeof(LaunchBatch)] = p => p.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], false, Samples.Ana, default),
        [typeof(StopJob)] = async p => await p.Get<StopJob>().RunAsync(await p.LaunchAsync(), Caller.Visitor("someone"), default),
        [typeof(StopBatch)] = async p => await p.Get<StopBatch>().RunAsync(await p.LaunchBatchAsync(2), Caller.Visitor("v"), default),
        [typeof(ChangeAudience)] = async p =>
            await p.Get<ChangeAudience>()
                .RunAsync(await p.LaunchAsync(visitor: "ana"), new AudienceChange.MakePrivate(), Samples.Ana, default),
        [typeof(ReviseTrace)] = async p =>
            await p.Get<ReviseTrace>().RunAsync(new(await p.SaveTraceAsync(Samples.Text), 1, Samples.PrunedText, "why"), Editor, default),
        [typeof(ExportTrace)] = async p =>
            await p.Get<ExportTrace>().RunAsync(await p.SaveTraceAsync(Samples.Text), null, ExportFormat.All[0], Samples.Ana, default),
        [typeof(ExportClaims)] = async p => await p.Get<ExportClaims>().RunAsync(new("map2k1"), Samples.Ana, default),
        [typeof(ExportSearch)] = async p => await p.Get<ExportSearch>().RunAsync(new(), "jsonl", Samples.Ana, default),
        [typeof(ImportTraces)] = ImportTracesAsync,
        [typeof(MakeCollection)] = async p => await CollectionWorld.MakeAsync(p, Samples.Ana),
        [typeof(ChangeCollection)] = async p =>
            await p.Get<ChangeCollection>().DeleteAsync(await CollectionWorld.MakeAsync(p, Samples.Ana), Samples.Ana, default),
        [typeof(FillCollection)] = async p => await CollectedAsync(p),
        [typeof(ArrangeCollection)] = async p =>
            await p.Get<ArrangeCollection>().NoteAsync(
                await CollectedAsync(p), [new(new(1, ""), "x", "Look at this.")], Samples.Ana, default),
        [typeof(MakeTeam)] = async p => await p.Get<MakeTeam>().RunAsync("menders", Samples.Ana, default),
        [typeof(LeadTeam)] = async p =>
        {
            await p.RegisterAsync("bob");
            await p.Get<MakeTeam>().RunAsync("menders", Samples.Ana, default);
            Assert.IsType<TeamOutcome.Done>(await p.Get<LeadTeam>().InviteAsync("team:1", "bob", Samples.Ana, default));
        },
        [typeof(JoinTeam)] = async p =>
        {
            await p.Get<MakeTeam>().RunAsync("menders", Samples.Ana, default);
            Assert.IsType<TeamOutcome.Done>(await p.Get<JoinTeam>().LeaveAsync("team:1", LastOfTeam.Ask, Samples.Ana, default));
        },
        [typeof(ExportAnnotations)] = async p =>
            await p.Get<ExportAnnotations>()
                .RunAsync(await p.SaveTraceAsync(Samples.Text), "http://localhost", "jsonl", Samples.Ana, default),
        [typeof(MarkPassage)] = async p =>
        {
            await p.SaveTraceAsync(Samples.Text);
            Assert.IsType<MarkOutcome.Marked>(await p.Get<MarkPassage>()
                .RunAsync(new(1, 1, new TextSpan(0, 6), "Report", PassageOpinion.Doubts), Samples.Ana, default));
        },
        [typeof(ShareByLink)] = async p =>
            Assert.IsType<LinkOutcome.Made>(
                await p.Get<ShareByLink>().MakeAsync(await p.LaunchAsync(visitor: "ana"), 7, "k", Samples.Ana, default)),
        [typeof(ExportBatch)] = async p => await p.Get<ExportBatch>().RunAsync(await p.LaunchBatchAsync(1), "jsonl", Samples.Ana, default),
        [typeof(AddComment)] = async p => await CommentAsync(p),
        [typeof(EditComment)] = async p => await p.Get<EditComment>().RunAsync(await CommentAsync(p), 1, "y", Samples.Ana, default),
        [typeof(DeleteComment)] = async p => await p.Get<DeleteComment>().RunAsync(await CommentAsync(p), Samples.Ana, default),
        [typeof(ResolveThread)] = async p => await p.Get<ResolveThread>().RunAsync(await CommentAsync(p), true, Samples.Ana, default),
        [typeof(CastVote)] = async p =>
            await p.Get<CastVote>().RunAsync(new(await p.SaveTraceAsync(Samples.Text), 1, Subject.Trace, Opinion.Up), Samples.Ana, default),
        [typeof(ProposePrimitive)] = async p => await PrimitiveWorld.ProposedAsync(p),
        [typeof(VoteOnProposal)] = async p =>
            await p.Get<VoteOnProposal>().RunAsync(await PrimitiveWorld.ProposedAsync(p), true, Samples.Bob, default),
        [typeof(CommentOnProposal)] = async p =>
            await p.Get<CommentOnProposal>().RunAsync(await PrimitiveWorld.ProposedAsync(p), "Well said.", Samples.Bob, default),
        [typeof(DecideProposal)] = async p =>
            await p.Get<DecideProposal>().AcceptAsync(await PrimitiveWorld.ProposedAsync(p), Editor, default),
        [typeof(RetirePrimitive)] = async p =>
        {
            await PrimitiveWorld.AcceptedAsync(p);
            await p.Get<RetirePrimitive>().RunAsync("sequesters", PrimitiveVocabulary.Vcr20.Primitives[1].Name, Editor, default);
        },
        [typeof(SuggestRevision)] = async p => await SuggestedAsync(p),
        [typeof(DecideSuggestion)] = async p =>
            await p.Get<DecideSuggestion>().RunAsync(new(1, await SuggestedAsync(p), [0], null), Editor, default),
        [typeof(FlagContent)] = async p => await FlaggedAsync(p),
        [typeof(DecideFlag)] = async p => Assert.IsType<FlagOutcome.Decided>(await p.Get<DecideFlag>().RunAsync(
            new(await FlaggedAsync(p), FlagState.Upheld, FlagState.Open, "why"), Editor, default)),
        [typeof(EnqueueReviews)] = async p => await ReviewWorld.EnqueueAsync(p),
        [typeof(ReserveReview)] = async p => await ReservedAsync(p),
        [typeof(ExportJudgements)] = async p =>
            Assert.NotNull(await p.Get<ExportJudgements>().RunAsync(null, "jsonl", ReviewWorld.Rea, default)),
        [typeof(StandAside)] = async p =>
        {
            await ReviewWorld.EnqueueAsync(p);
            await p.Get<StandAside>().RunAsync(1, 1, "I know its author.", ReviewWorld.Rea, default);
        },
        [typeof(TakeNext)] = async p =>
        {
            await ReviewWorld.EnqueueAsync(p);
            Assert.NotNull(await p.Get<TakeNext>().RunAsync(new(), ReviewWorld.Rea, default));
        },
        [typeof(SubmitReview)] = async p => await JudgedAsync(p),
        [typeof(ChangeJudgement)] = async p =>
        {
            await JudgedAsync(p);
            await p.Get<ChangeJudgement>().RunAsync(1, 1, new("n:n1", Answer.CannotTell), ReviewWorld.Rea, default);
        },
        [typeof(AdjudicateReview)] = async p =>
        {
            await JudgedAsync(p);
            await ReviewWorld.JudgeAsync(p, ReviewWorld.Ron, ReviewWorld.OneIsWrong);
            await p.Get<AdjudicateReview>().RunAsync(new(1, 1, [ReviewWorld.OneIsWrong[1]], false, "why"), ReviewWorld.Rio, default);
        },
        [typeof(RetractReview)] = async p =>
        {
            await JudgedAsync(p);
            await ReviewWorld.JudgeAsync(p, ReviewWorld.Ron, ReviewWorld.AllHold);
            await p.Get<RetractReview>().RunAsync(1, 1, "why", ReviewWorld.Eva, default);
        },
        [typeof(WatchTrace)] = async p =>
            await p.Get<WatchTrace>().RunAsync(await p.SaveTraceAsync(Samples.Text), true, Samples.Ana, default),
        [typeof(WatchSearch)] = p => p.Get<WatchSearch>().RunAsync(new("MEK"), true, Samples.Ana, default),
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
        [typeof(ChangeRole)] = async p =>
            await ScopedAsync<ChangeRole>(
                p, async s =>
                await s.RunAsync((await p.RegisterAsync("changed")).Key, PortalRole.Contributor, PortalRole.Editor, Admin, default)),
        [typeof(StartImport)] = ImportAsync,
        [typeof(ReceiveFile)] = ReceiveAsync,
        [typeof(TestModel)] = p => new TestModel(
            new([new("Models:0", new("nobody", ModelKind.OpenAi, new("http://127.0.0.1:9/v1"), "m"), new(null))]),
            p.Get<IDbContextFactory<PortalDb>>(), TimeProvider.System).RunAsync("nobody", Admin, default),
        [typeof(StopImport)] = async p =>
        {
            Assert.True(p.Get<ImportRuns>().TryTake(1));
            Assert.Equal(StopImportOutcome.Stopping, await p.Get<StopImport>().RunAsync(Admin, default));
        },
        [typeof(ChangeQuota)] = async p =>
            await p.Get<ChangeQuota>().RunAsync((await p.RegisterAsync("quota")).Key, null, 3, Admin, default),
    };

    /// <summary>A draft concerns nobody but whoever writes it; what comes of it leaves its own entry. Names that complete a comment are
    /// only read. Appointing needs a configuration of its own: AccountTests.</summary>
    private static readonly Type[] NotRunHere =
        [typeof(SaveDraft), typeof(SaveReviewDraft), typeof(SuggestPeople), typeof(AppointAdmin)];

    public static IEnumerable<object[]> Verbs => Runs.Keys.Select(t => (object[])[t.Name]).OrderBy(v => v[0]);

    [Fact]
    public void EveryVerbThatWrites_IsRunHere()
    {
        var writing = typeof(PortalDb).Assembly.GetTypes()
            .Where(t => t.GetCustomAttribute<RequiresAttribute>() is { } does && Permissions.Table[does.Operation].IsWritten
            && !typeof(IComponent).IsAssignableFrom(t) && !typeof(Hub).IsAssignableFrom(t));
        Assert.Equal("", string.Join(", ", writing.Except(Runs.Keys).Except(NotRunHere).Select(t => t.Name)));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task AVerb_LeavesAnEntryOfItsOperation(string name)
    {
        var (verb, run) = Runs.Single(r => r.Key.Name == name);
        var operation = verb.GetCustomAttribute<RequiresAttribute>()!.Operation.ToString();
        await using var portal = await TestPortal.StartAsync(settings: ExternalTests.Institute);
        await using var db = portal.Db();
        await run(portal);
        var entries = await db.History.Where(h => h.Operation == operation).ToListAsync();
        Assert.NotEmpty(entries);
        Assert.All(entries, e => Assert.False(string.IsNullOrEmpty(e.ActorKey)));
        // Keys, no names.
        Assert.DoesNotContain(entries, e => $"{e.ActorKey} {e.Subject} {e.Detail}".Contains("browser-person", StringComparison.Ordinal));
    }

    private static async Task ImportTracesAsync(TestPortal portal)
    {
        var file = Path.Combine(portal.Folder, "traces.jsonl");
        await File.WriteAllTextAsync(file, ImportTracesTests.Record("Binimetinib"));
        Assert.IsType<ImportTracesOutcome.Done>(
            await portal.Get<ImportTraces>().RunAsync(new(file, "traces.jsonl"), Editor, _ => { }, default));
    }

    private static async Task<int> CollectedAsync(TestPortal portal)
    {
        await portal.SaveTraceAsync(Samples.Text);
        return await CollectionWorld.FilledAsync(portal, Samples.Ana, new PickedTrace("VCT1"));
    }

    private static async Task<int> CommentAsync(TestPortal portal) =>
        Assert.IsType<CommentOutcome.Added>(
            await portal.Get<AddComment>()
            .RunAsync(new(await portal.SaveTraceAsync(Samples.Text), 1, Subject.Trace, "x"), Samples.Ana, default)).Number;

    private static async Task<int> SuggestedAsync(TestPortal portal) =>
        Assert.IsType<SuggestOutcome.Suggested>(await portal.Get<SuggestRevision>().RunAsync(
            new(await portal.SaveTraceAsync(Samples.Text), 1, Samples.PrunedText, "why"), Samples.Bob, default)).Number;

    private static async Task<int> FlaggedAsync(TestPortal portal) =>
        Assert.IsType<FlagOutcome.Flagged>(await portal.Get<FlagContent>().RunAsync(
            new(FlagKind.Comment, await CommentAsync(portal), FlagReason.Spam), Samples.Bob, default)).Number;

    private static async Task ReservedAsync(TestPortal portal)
    {
        await ReviewWorld.EnqueueAsync(portal);
        await portal.Get<ReserveReview>().RunAsync(1, 1, ReviewWorld.Rea, default);
    }

    private static async Task JudgedAsync(TestPortal portal)
    {
        await ReviewWorld.EnqueueAsync(portal);
        Assert.IsType<ReviewOutcome.Stored>(await ReviewWorld.JudgeAsync(portal, ReviewWorld.Rea, ReviewWorld.AllHold));
    }

    private static async Task ImportAsync(TestPortal portal)
    {
        var folder = Directory.CreateDirectory(portal.Get<KnowledgeFolder>().Imports).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "relations.csv"), "HGNC,MAP2K1,isa,FPLX,MEK\n");
        Assert.IsType<StartImportOutcome.Started>(await portal.Get<StartImport>().RunAsync(["relations.csv"], Admin, default));
        await portal.Get<ImportRuns>().Completion;
    }

    private static async Task ReceiveAsync(TestPortal portal)
    {
        var file = "HGNC,MAP2K1,isa,FPLX,MEK\n"u8.ToArray();
        Assert.IsType<UploadOutcome.Whole>(
            await portal.Get<ReceiveFile>().RunAsync(new("relations.csv", file.Length, 1, 0), new MemoryStream(file), Admin, default));
    }

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

    private static async Task ScopedAsync<T>(TestPortal portal, Func<T, Task> run) where T : notnull
    {
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        await run(scope.ServiceProvider.GetRequiredService<T>());
    }
}
