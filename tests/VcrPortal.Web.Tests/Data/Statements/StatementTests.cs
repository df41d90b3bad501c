using System.Reflection;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Tests;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.External;
using VcrPortal.Web.Features.Accounts.FirstAdministrator;
using VcrPortal.Web.Features.Accounts.Passkeys;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.Recovery;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Administration.Audit;
using VcrPortal.Web.Features.Administration.Health;
using VcrPortal.Web.Features.Administration.Nodes;
using VcrPortal.Web.Features.Administration.People;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Batches.Corpus;
using VcrPortal.Web.Features.Batches.Export;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Batches.Listing;
using VcrPortal.Web.Features.Collections;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Export;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Cluster;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Jobs.Refining;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Features.Jobs.Usage;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Features.Knowledge.Answers;
using VcrPortal.Web.Features.Knowledge.Upload;
using VcrPortal.Web.Features.Models;
using VcrPortal.Web.Features.Moderation;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Review.Calibration;
using VcrPortal.Web.Features.Review.Export;
using VcrPortal.Web.Features.Revisions.Diff;
using VcrPortal.Web.Features.Primitives;
using VcrPortal.Web.Features.Primitives.Catalogue;
using VcrPortal.Web.Features.Primitives.Proposals;
using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Review.Agreement;
using VcrPortal.Web.Features.Review.Judge;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Features.Review.Record;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Teams;
using VcrPortal.Web.Features.Traces.Browse.Words;
using VcrPortal.Web.Features.Traces.Export.Data;
using VcrPortal.Web.Features.Traces.Import;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Features.Traces.Export;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Pages.Reading;
using VcrPortal.Web.Tests.Features.Primitives;
using VcrPortal.Web.Tests.Features.Review;
using VcrPortal.Web.Tests.Features.Traces.Import;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui.Claims;
using Xunit.Abstractions;

namespace VcrPortal.Web.Tests.Data.Statements;

/// <summary>
/// Every statement that the portal sends to SQL Server, made by running each verb and query over a connection that goes nowhere: read by
/// SQL Server's own parser, and within what servers that speak its protocol do.
/// </summary>
public class StatementTests(ITestOutputHelper output)
{
    private static readonly DateTime Past = new(2020, 1, 1);
    private static readonly string HashValue = new PasswordHasher<Account>().HashPassword(new Account(), "other words");
    private static readonly Caller Ana = new("ana", PortalRole.Contributor);
    private static readonly (string, object?)[] Passkey =
        [("CredentialId", new byte[] { 1, 2, 3 }), ("PublicKey", new byte[] { 4 }), ("Transports", "[]"),
            ("AttestationObject", Array.Empty<byte>()), ("ClientDataJson", Array.Empty<byte>()), ("PasswordHash", HashValue),
            ("Role", "Contributor")];
    private static readonly string Token = new('t', 43);
    private static readonly NewMark Report = new(1, 7, new TextSpan(0, 6), "Report", PassageOpinion.Doubts);
    private static readonly JobClaim Claim = new(1, 1, false);

    /// <summary>A trace that anybody may see, with one revision.</summary>
    private static readonly (string Column, object? Value)[] RevisionValue =
        [("State", "Published"), ("IsPrivate", false), ("Hash", "h"), ("Text", Samples.Text), ("EvidenceJson", "[]"), ("Revision", 7),
            ("Subject", ""), ("DeletedAt", null), ("HeldBackAt", null), ("Reason", null), ("IsUp", true)];

    /// <summary>A search of every kind of part, each wanted and unwanted.</summary>
    private const string EveryField =
        "VCT1 -trace:VCT2 MEK162 compound:MEK162 -compound:Trametinib line:C32 -line:A549 tissue:skin -organ:lung melanoma "
        + "-disease:melanoma target:MEK1 -target:MEK1 \"MEK inhibitor\" mechanism:\"MEK inhibitor\" -moa:x alteration:\"BRAF V600E\" "
        + "-mutation:\"BRAF V600E\" gene:MEK1 -MEK1 apopt* -rest* engine:x -engine:y state:partial -state:discarded actor:x direction:up";

    /// <summary>The same, with a comment that nobody has deleted.</summary>
    private static readonly (string Column, object? Value)[] CommentValue =
        [.. RevisionValue, ("ResolvedAt", null), ("Version", 7), ("EditedAt", null)];

    private static readonly Caller Editor = new("ana", PortalRole.Editor);

    /// <summary>A thing of the caller's own, with a trace in it.</summary>
    private static readonly (string Column, object? Value)[] OwnValue =
        [.. RevisionValue, ("IsOwner", true), ("", false), ("Action", "n1")];

    /// <summary>A review that waits, with a place that its reader has taken.</summary>
    private static readonly (string Column, object? Value)[] ReviewValue =
    [
        .. RevisionValue, ("FROM [Reviews] State", "InReview"), ("VerdictJson", PortalJson.Write(Samples.Verdicts[0])),
        ("CitationsJson", "{}"), ("OwnerKey", "v"), ("AuthorKey", null), ("AccountKey", "ana"), ("Draft", ""),
        ("JudgedAt", null), ("Note", null), ("AsideAt", null),
        ("ReservedUntil", DateTime.MaxValue), ("Needed", 2), ("Rubric", 1), ("IsAdjudicator", false), ("DecidedBy", null),
        ("Answer", "Holds"), ("Step", "Blind"), ("Claim", "n:n1"), ("Primitive", "p"),
    ];

    /// <summary>The same, judged by its reader and decided.</summary>
    private static readonly (string Column, object? Value)[] JudgedValue =
        [.. ReviewValue, ("FROM [Reviews] State", "Accepted"), ("JudgedAt", Past), ("DecidedBy", "ana")];

    /// <summary>An open proposal, of somebody else.</summary>
    private static readonly (string Column, object? Value)[] ProposalValue =
    [
        ("State", "Open"), ("DraftJson", PortalJson.Write(PrimitiveWorld.Sequesters)), ("AuthorKey", "v"), ("Name", "sequesters"),
        ("Kind", "Primitive"), ("", false), ("Since", 2), ("ObsoleteSince", null), ("ReplacedBy", null), ("Text", Samples.Text),
        ("Reason", null), ("DecidedAt", null), ("VocabularyVersion", null), ("Role", "Editor"), ("IsFor", true),
    ];

    /// <summary>An open suggestion, of somebody else, on the newest revision.</summary>
    private static readonly (string Column, object? Value)[] SuggestionValue =
    [
        .. RevisionValue, ("FROM [Suggestions] State", "Open"), ("FROM [Suggestions] Text", Samples.PrunedText), ("AuthorKey", "v"),
        ("Base", 7), ("DecidedBy", null), ("DecidedAt", null), ("Decision", null), ("AcceptedHunks", null), ("Became", null),
        ("VerdictJson", PortalJson.Write(Samples.Verdicts[0])), ("CitationsJson", "{}"), ("Id", "ana"), ("Kind", "Compound"),
    ];

    /// <summary>An open flag on somebody else's comment.</summary>
    private static readonly (string Column, object? Value)[] FlagValue =
    [
        .. CommentValue, ("Kind", "Comment"), ("Target", 1), ("Reason", "Spam"), ("FlaggerKey", "bob"), ("AuthorKey", "v"),
        ("FROM [Flags] State", "Open"), ("FROM [Flags] Note", null), ("DecidedBy", null), ("DecidedAt", null), ("Decision", null),
        ("Id", "ana"),
    ];

    private static Caller Proved => Ana with { ProvedAt = TimeProvider.System.GetUtcNow() };

    /// <summary>For each class that speaks to the database: runs of it that together send all its statements.</summary>
    private static readonly Dictionary<Type, Run[]> Runs = new()
    {
        [typeof(LaunchJob)] = [
            new(s => s.Get<LaunchJob>().RunAsync(Samples.Record(), false, Caller.Visitor("v"), default), ("", 0)),
            new(s => s.Get<LaunchJob>().RunAsync(Samples.Record(), true, Ana, default), ("", 0), ("LaunchQuota", 5))],
        [typeof(LaunchBatch)] = [
            new(s =>
            s.Get<LaunchBatch>().RunAsync("b", [.. Enumerable.Repeat(Samples.Record(), BatchPieceRow.Records + 1)], false, Ana, default),
                ("", 0))],
        [typeof(LaunchSamples)] = [new(s => s.Get<LaunchSamples>().RunAsync(default), ("", false))],
        [typeof(StopJob)] =
        [
            new(s => s.Get<StopJob>().RunAsync(1, Caller.Visitor("v"), default), ("State", "Queued"), ("VisitorKey", "v")),
            new(s => s.Get<StopJob>().RunAsync(1, Caller.Visitor("v"), default), ("State", "Running"), ("VisitorKey", "v"),
                ("CancelRequested", false)),
        ],
        [typeof(ChangeAudience)] =
        [
            new(s => s.Get<ChangeAudience>().RunAsync(1, new AudienceChange.MakePrivate(), Ana, default), ("IsOwner", true),
                ("State", "Queued"), ("", true)),
            new(s => s.Get<ChangeAudience>().RunAsync(1, new AudienceChange.Invite("bob"), Ana, default), ("IsOwner", true),
                ("State", "Queued"), ("", false)),
            new(s => s.Get<ChangeAudience>().RunAsync(1, new AudienceChange.Uninvite("bob"), Ana, default), ("IsOwner", true),
                ("State", "Queued"), ("", false)),
            new(s => s.Get<ChangeAudience>().ReadAsync(1, Ana, default), ("IsOwner", true), ("State", "Queued")),
        ],
        [typeof(MakeCollection)] = [new(s => s.Get<MakeCollection>().RunAsync(new("x", "y", true), "team:1", Ana, default), ("", true))],
        [typeof(ChangeCollection)] =
        [
            new(s => s.Get<ChangeCollection>().RunAsync(1, new("x", "y", true), new("x", "y", true), Ana, default), OwnValue),
            new(s => s.Get<ChangeCollection>().DeleteAsync(1, Ana, default), OwnValue),
        ],
        [typeof(FillCollection)] =
        [
            new(s => s.Get<FillCollection>().RunAsync(1, [new("VCT1")], "why", Ana, default), OwnValue),
            new(s => s.Get<FillCollection>().RunAsync(1, [new("VCT1@7", "n1")], null, Ana, default), OwnValue),
        ],
        [typeof(ArrangeCollection)] =
        [
            new(s => s.Get<ArrangeCollection>().MoveAsync(1, new(7, "n1"), true, Ana, default), OwnValue),
            new(s => s.Get<ArrangeCollection>().NoteAsync(1, [new(new(7, "n1"), "why", "")], Ana, default), OwnValue),
            new(s => s.Get<ArrangeCollection>().TakeOutAsync(1, new(7, "n1"), Ana, default), OwnValue),
        ],
        [typeof(ReadCollection)] =
        [
            new(s => s.Get<ReadCollection>().RunAsync(1, Ana, default), OwnValue),
            new(s => s.Get<ReadCollection>().RunAsync(1, Samples.Anybody, default), OwnValue),
        ],
        [typeof(ListCollections)] =
        [
            new(s => s.Get<ListCollections>().RunAsync(2, Ana, default), OwnValue),
            new(s => s.Get<ListCollections>().OwnAsync(Ana, default), OwnValue),
            new(s => s.Get<ListCollections>().OfTeamAsync("team:1", Ana, default), OwnValue),
        ],
        [typeof(MakeTeam)] = [new(s => s.Get<MakeTeam>().RunAsync("menders", Ana, default), ("", false))],
        [typeof(LeadTeam)] =
        [
            new(s => s.Get<LeadTeam>().InviteAsync("team:1", "bob", Ana, default), ("Leads", true), ("", false)),
            new(s => s.Get<LeadTeam>().RemoveAsync("team:1", "bob", Ana, default), ("Leads", true), ("", false)),
        ],
        [typeof(JoinTeam)] =
        [
            new(s => s.Get<JoinTeam>().AcceptAsync("team:1", Ana, default), ("Leads", null), ("", true)),
            new(s => s.Get<JoinTeam>().LeaveAsync("team:1", LastOfTeam.Ask, Ana, default), ("Leads", true), ("", false)),
        ],
        [typeof(ReadTeams)] =
        [
            new(s => s.Get<ReadTeams>().OwnAsync(Ana, default), ("Leads", true)),
            new(s => s.Get<ReadTeams>().InvitationsAsync(Ana, default)),
            new(s => s.Get<ReadTeams>().FindAsync("menders", Ana, default), ("Leads", true)),
            new(s => s.Get<ReadTeams>().PrivateTracesAsync(new("team:1", "x", Standing.Member, [], []), Ana, default),
                ("State", "Published")),
        ],
        [typeof(ShareByLink)] =
        [
            new(s => s.Get<ShareByLink>().MakeAsync(1, 7, "k", Ana, default), ("IsOwner", true), ("", false)),
            new(s => s.Get<ShareByLink>().RevokeAsync(1, Guid.Empty, Ana, default), ("IsOwner", true)),
            new(s => s.Get<ShareByLink>().ListAsync(1, Ana, default), ("IsOwner", true)),
        ],
        [typeof(OpenShareLink)] =
            [new(s => s.Get<OpenShareLink>().RunAsync(Token, default), ("TokenHash", ShareToken.HashOf(Token)), ("RevokedAt", null),
                ("ExpiresAt", null))],
        [typeof(FollowJob)] =
            [new(FollowJobAsync, ("State", "Completed"), ("Sequence", 7), ("LastSequence", 0), ("IsPrivate", true), ("OwnerKey", "ana"))],
        [typeof(FollowLog)] =
            [new(FollowLogAsync, ("State", "Completed"), ("Sequence", 7), ("LastSequence", 7), ("IsPrivate", true), ("OwnerKey", "ana"))],
        [typeof(EndQueuedJobs)] = [new(s => s.Get<EndQueuedJobs>().RunAsync(1, default))],
        [typeof(StopBatch)] = [new(s => s.Get<StopBatch>().RunAsync(1, Ana, default), ("IsOwner", true), ("", true), ("State", "Running"),
            ("CancelRequested", false))],
        [typeof(Heartbeat)] = [new(s => s.Get<Heartbeat>().BeatAsync(default)), new(s => s.Get<Heartbeat>().LeaveAsync())],
        [typeof(ReadTrail)] = [new(s => s.Get<ReadTrail>().RunAsync(1, Samples.Anybody, default), ("Kind", "edit-tried"))],
        [typeof(ReadJob)] =
        [
            new(s => s.Get<ReadJob>().RunAsync(1, Samples.Anybody, default), ("State", "Queued")),
            new(s => s.Get<ReadJob>().ReadProgressAsync(1, Samples.Anybody, default), ("Sequence", 7), ("State", "Queued")),
            new(s => s.Get<ReadJob>().IsVisibleAsync(1, Ana, default), ("State", "Queued")),
            new(s => s.Get<ReadJob>().RunAsync(1, Ana, default), ("State", "Queued")),
        ],
        [typeof(ReadOwnUsage)] = [new(s => s.Get<ReadOwnUsage>().RunAsync(Ana, default))],
        [typeof(ReadUsageOfAll)] = [new(s => s.Get<ReadUsageOfAll>().RunAsync(new("root", PortalRole.Admin), default))],
        [typeof(SourceCache)] =
        [
            new(s => Cache(s).FindAsync("PubMed", "key", default)),
            new(s => Cache(s).KeepAsync("PubMed", "key", new("{}", DateTimeOffset.UnixEpoch), default)),
        ],
        [typeof(ListJobs)] =
        [
            new(s => s.Get<ListJobs>().RunAsync(new JobQuery(), Samples.Anybody, default), ("State", "Queued")),
            new(s => s.Get<ListJobs>().RunAsync(
                new JobQuery(Find: "bini") { Sort = JobSort.Title, Descending = true }, Samples.Anybody, default), ("State", "Queued")),
            new(s => s.Get<ListJobs>().RunAsync(new JobQuery { Sort = JobSort.Finished }, Samples.Anybody, default), ("State", "Queued")),
            new(s => s.Get<ListJobs>().RunAsync(new JobQuery(true, 1, JobState.Queued, "v", 3), Ana, default), ("State", "Queued")),
        ],
        [typeof(ReadBatch)] =
        [
            new(s => s.Get<ReadBatch>().RunAsync(1, Samples.Anybody, default), ("State", "Queued"), ("Key", "Queued")),
            new(s => s.Get<ReadBatch>().ListLatestAsync(5, Ana, default), ("State", "Queued"), ("Key", "Queued")),
            new(s => s.Get<ReadBatch>().ListFailuresAsync(1, Ana, default)),
        ],
        [typeof(ListBatches)] =
        [
            .. Enum.GetValues<BatchStanding>().Select(standing => new Run(
                s => s.Get<ListBatches>().RunAsync(new("x", standing, (BatchSort)standing), Ana, default),
                ("State", "Queued"), ("Key", "Queued"))),
            new(s => s.Get<ListBatches>().RunAsync(new(Sort: BatchSort.Started, Descending: true, Page: 2), Samples.Anybody, default),
                ("State", "Queued"), ("Key", "Queued")),
        ],
        [typeof(EnqueueBatchPiece)] =
            [new(s => s.Get<EnqueueBatchPiece>().RunAsync(default), ("RecordsJson", PortalJson.Write(new[] { Samples.Record() })))],
        [typeof(ExportBatch)] = [
            new(ExportAsync, ("", true), ("State", "Completed"), ("State0", "Published"), ("TraceState", "Published"),
            ("RecordJson", PortalJson.Write(Samples.Record())), ("VerdictJson", PortalJson.Write(Samples.Verdicts[0])))],
        [typeof(ReadCorpus)] =
            [new(s => s.Get<ReadCorpus>().RunAsync(1, Ana, default), ("State", "Completed"), ("Key", "Published"), ("Kind", "Verifier"))],
        [typeof(PortalCounts)] =
            [new(s => s.Get<PortalCounts>().RunAsync(default)), new(s => s.Get<PortalCounts>().RunAsync(Editor, default), ("", true))],
        [typeof(JobFeed)] = [new(WatchAsync, ("State", "Completed"), ("Sequence", 7), ("LastSequence", 0))],
        [typeof(ReadQueue)] =
        [
            new(s => s.Get<ReadQueue>().WaitingAsync(3, default), ("Attempt", 0)),
            new(s => s.Get<ReadQueue>().RunningAsync(default), ("Attempt", 1)),
        ],
        [typeof(BeginAttempt)] =
        [
            new(s => s.Get<BeginAttempt>().RunAsync(new(1, 0), default), ("State", "Queued")),
            new(s => s.Get<BeginAttempt>().RunAsync(new(1, 3), default), ("State", "Running")), // given up
        ],
        [typeof(CheckClaim)] = [new(s => s.Get<CheckClaim>().RunAsync(Claim, default), ("", false))],
        [typeof(FinishJob)] = [new(s => s.Get<FinishJob>().RunAsync(Claim, new JobEnd.Failed("x"), null, default))],
        [typeof(JobRunner)] = [
            new(s => s.Get<JobRunner>().RunAsync(Claim, default), ("RecordJson", PortalJson.Write(Samples.Record())), ("Sequence", 7),
            ("CancelRequested", false), ("", false))],
        [typeof(SaveTrace)] = [new(SaveAsync, ("FROM [Traces]", null))],
        [typeof(SearchTraces)] =
        [
            new(s => s.Get<SearchTraces>().RunAsync(new TraceQuery(), Samples.Anybody, default), ("State", "Published")),
            new(s => s.Get<SearchTraces>().RunAsync(new TraceQuery("mek [1] 100%", "Binimetinib", "C32", 4), Samples.Anybody, default),
                ("State", "Published")),
            new(s => s.Get<SearchTraces>().RunAsync(new TraceQuery(EveryField), Ana, default), ("State", "Published")),
            new(s => s.Get<SearchTraces>().RunAsync(new TraceQuery("zq 12 -\"zq 13\""), Ana, default), ("State", "Published")),
            .. Enum.GetValues<TraceSort>().Select(sort => new Run(s => s.Get<SearchTraces>().RunAsync(
                new TraceQuery("C32", Sort: sort), Samples.Anybody, default), ("State", "Published"))),
            .. Enum.GetValues<TraceSort>().Select(sort => new Run(s => s.Get<SearchTraces>().RunAsync(
                new TraceQuery("C32", Sort: sort) { IsTurned = true }, Samples.Anybody, default), ("State", "Published"))),
        ],
        [typeof(FindClaims)] =
        [
            .. ((ClaimSubject[])[new("map2k1"), new("binimetinib", "Binimetinib"), new("c32", CellLine: "C32")]).Select(of => new Run(
                s => s.Get<FindClaims>().AroundAsync(of, new(1, 2), Ana, default), ("Kind", "Binding"), ("Mark", "Supported"))),
            .. Enum.GetValues<ClaimMark>().Select(mark => new Run(s => s.Get<FindClaims>().AroundAsync(
                new("map2k1"), new(Mark: mark), Ana, default), ("Kind", "Binding"), ("Mark", "Supported"))),
            new(s => s.Get<FindClaims>().MatchAsync(new("binds_to", "binimetinib", "map2k1", -1), Samples.Anybody, default),
                ("Kind", "Binding")),
            new(s => s.Get<FindClaims>().LikeAsync(1, "n1", Ana, default), ("Kind", "Binding"), ("Mark", "Supported")),
        ],
        [typeof(CountFacets)] =
        [
            new(s => s.Get<CountFacets>().RunAsync(new TraceQuery("skin -apoptosis"), 5, Ana, default)),
            new(s => s.Get<CountFacets>().RunAsync(new TraceQuery("kind:binds_to"), 20_000, Ana, default)),
        ],
        [typeof(ReadTrace)] =
        [
            new(s => s.Get<ReadTrace>().RunAsync(1, 1, Samples.Anybody, default), ("State", "Published"),
                ("VerdictJson", PortalJson.Write(Samples.Verdicts[0])), ("EvidenceJson", "[]"), ("CitationsJson", "{}")),
        ],
        [typeof(CompareReports)] = [new(s => s.Get<CompareReports>().RunAsync(1, 1, 2, Samples.Anybody, default))],
        [typeof(ReadRevisions)] = [
            new(s => s.Get<ReadRevisions>().RunAsync(1, Samples.Anybody, default)),
            new(s => s.Get<ReadRevisions>().RunAsync(1, 1, 2, Samples.Anybody, default))],
        [typeof(EnqueueReviews)] =
        [
            new(s => s.Get<EnqueueReviews>().RunAsync("VCT1", Editor, default), [.. RevisionValue, ("", false), ("Number", 1)]),
            new(s => s.Get<EnqueueReviews>().RunAsync("mek", Editor, default), [.. RevisionValue, ("", false), ("Number", 1)]),
        ],
        [typeof(ListReviews)] =
        [
            .. Enum.GetValues<ReviewShow>().Select(show => new Run(
                s => s.Get<ListReviews>().RunAsync(new(show, ReviewOrder.Weight, "mek"), Editor, default), ReviewValue)),
            new(s => s.Get<ListReviews>().NextAsync(new(Order: ReviewOrder.Disagreement), Editor, default), ReviewValue),
        ],
        [typeof(StandAside)] = [new(s => s.Get<StandAside>().RunAsync(1, 7, "I know its author.", Editor, default), ReviewValue)],
        [typeof(FindHeldBack)] =
        [
            new(s => s.Get<FindHeldBack>().OfTraceAsync(1, Editor, default), ReviewValue),
            new(s => s.Get<FindHeldBack>().OfJobAsync(1, Editor, default), ReviewValue),
            new(s => s.Get<FindHeldBack>().CountAsync(Editor, default), ReviewValue),
        ],
        [typeof(ReserveReview)] =
        [
            new(s => s.Get<ReserveReview>().RunAsync(1, 7, Editor, default), ReviewValue),
            new(s => s.Get<ReserveReview>().RunAsync(1, 7, Editor, default), [.. ReviewValue, ("FROM [Reviewers]", null)]),
            new(s => s.Get<ReserveReview>().GiveBackAsync(1, 7, Editor, default), ReviewValue),
        ],
        [typeof(SaveReviewDraft)] =
            [new(s => s.Get<SaveReviewDraft>().RunAsync(1, 7, new([], "half a senten"), Editor, default), ReviewValue)],
        [typeof(ReadReview)] = [new(s => s.Get<ReadReview>().RunAsync(1, 7, Editor, default), JudgedValue)],
        [typeof(SubmitReview)] =
            [new(s => s.Get<SubmitReview>().RunAsync(new(1, 7, ReviewWorld.AllHold), Editor, default), [.. ReviewValue, ("Needed", 1)])],
        [typeof(ChangeJudgement)] =
            [new(s => s.Get<ChangeJudgement>().RunAsync(1, 7, new("n:n1", Answer.CannotTell), Editor, default), JudgedValue)],
        [typeof(AdjudicateReview)] =
        [
            new(s => s.Get<AdjudicateReview>().RunAsync(new(1, 7, [], true, "why"), Editor, default),
                [.. ReviewValue, ("FROM [Reviews] State", "Disputed")]),
        ],
        [typeof(RetractReview)] = [new(s => s.Get<RetractReview>().RunAsync(1, 7, "why", Editor, default), JudgedValue)],
        [typeof(ReadCalibration)] = [new(s => s.Get<ReadCalibration>().RunAsync(Ana, default), JudgedValue)],
        [typeof(ReadOwnRecord)] = [new(s => s.Get<ReadOwnRecord>().RunAsync(Editor, default), JudgedValue)],
        [typeof(ExportJudgements)] =
        [
            new(s => ExportedAsync(s, null), [.. JudgedValue, ("FROM [Suggestions] State", "Open")]),
            new(s => ExportedAsync(s, 1), [.. JudgedValue, ("", true), ("FROM [Suggestions] State", "Open")]),
        ],
        [typeof(ReadAgreement)] = [new(s => s.Get<ReadAgreement>().RunAsync(Ana, default), JudgedValue)],
        [typeof(KeepVocabulary)] = [new(ReadVocabularyAsync, ProposalValue)],
        [typeof(ReadPrimitives)] =
        [
            new(s => s.Get<ReadPrimitives>().RunAsync(Ana, default), ProposalValue),
            new(s => s.Get<ReadPrimitives>().FindAsync(PrimitiveVocabulary.Vcr20.Primitives[1].Name, Ana, default), ProposalValue),
        ],
        [typeof(RetirePrimitive)] =
        [
            new(s => s.Get<RetirePrimitive>().RunAsync("sequesters", PrimitiveVocabulary.Vcr20.Primitives[1].Name, Editor, default),
                ProposalValue),
        ],
        [typeof(ReadProposals)] =
        [
            new(s => s.Get<ReadProposals>().RunAsync("holds [1] 100%", Ana, default), ProposalValue),
            new(s => s.Get<ReadProposals>().FindAsync(1, Ana, default), ProposalValue),
        ],
        [typeof(ProposePrimitive)] =
        [
            new(s => s.Get<ProposePrimitive>().RunAsync(PrimitiveWorld.Sequesters, Ana, default),
                [.. ProposalValue, ("FROM [Proposals]", null)]),
        ],
        [typeof(VoteOnProposal)] =
        [
            new(s => s.Get<VoteOnProposal>().RunAsync(1, false, Ana, default), [.. ProposalValue]),
            new(s => s.Get<VoteOnProposal>().RunAsync(1, true, Ana, default),
                [.. ProposalValue, ("FROM [ProposalVotes]", null)]),
            new(s => s.Get<VoteOnProposal>().RunAsync(1, null, Ana, default), [.. ProposalValue]),
        ],
        [typeof(CommentOnProposal)] =
            [new(s => s.Get<CommentOnProposal>().RunAsync(1, "Well said.", Ana, default), [.. ProposalValue])],
        [typeof(DecideProposal)] =
        [
            new(s => s.Get<DecideProposal>().AcceptAsync(1, Editor, default),
                [.. ProposalValue, ("FROM [AcceptedPrimitives]", null), ("AccountKey", "bob")]),
            new(s => s.Get<DecideProposal>().DeclineAsync(1, "why", Editor, default), ProposalValue),
        ],
        [typeof(DryRunProposal)] = [new(s => s.Get<DryRunProposal>().RunAsync(1, Editor, default), ProposalValue)],
        [typeof(SuggestRevision)] =
        [
            new(s => s.Get<SuggestRevision>().RunAsync(new(1, 7, Samples.PrunedText, "why"), Ana, default),
                [.. SuggestionValue, ("FROM [Suggestions]", null)]),
        ],
        [typeof(ReadSuggestions)] =
        [
            new(s => s.Get<ReadSuggestions>().RunAsync(1, Ana, default), SuggestionValue),
            new(s => s.Get<ReadSuggestions>().FindAsync(1, 1, Ana, default), SuggestionValue),
            new(s => s.Get<ReadSuggestions>().SentAsync(1, 7, Ana, default), SuggestionValue),
        ],
        [typeof(FindContradictions)] =
        [
            new(async s =>
            {
                var trace = (await s.Get<ReadTrace>().RunAsync(1, 7, Ana, default))!;
                await s.Get<FindContradictions>().RunAsync(
                    trace with { Revisions = [trace.Revisions[0] with { IsOfPerson = true }] }, Ana, default);
            }, SuggestionValue),
        ],
        [typeof(DecideSuggestion)] =
        [
            new(s => s.Get<DecideSuggestion>().RunAsync(new(1, 1, [0], null), Editor, default), SuggestionValue),
            new(s => s.Get<DecideSuggestion>().RunAsync(new(1, 1, [], "why"), Editor, default), SuggestionValue),
        ],
        [typeof(FlagContent)] =
        [
            .. Enum.GetValues<FlagKind>().Select(kind => new Run(
                s => s.Get<FlagContent>().RunAsync(new(kind, 1, FlagReason.Spam), Editor, default),
                [.. FlagValue, ("FROM [Flags]", null)])),
        ],
        [typeof(DecideFlag)] =
        [
            new(s => s.Get<DecideFlag>().RunAsync(new(1, FlagState.Upheld, FlagState.Open, "why"), Editor, default), FlagValue),
        ],
        [typeof(ListFlags)] =
        [
            new(s => s.Get<ListFlags>().RunAsync(new(), Editor, default), FlagValue),
            new(s => s.Get<ListFlags>().RunAsync(new(null, true), Editor, default), FlagValue),
        ],
        [typeof(ReadFlags)] =
        [
            new(s => s.Get<ReadFlags>().FindAsync(FlagKind.Comment, 1, Editor, default), FlagValue),
            new(s => s.Get<ReadFlags>().UpheldAsync(FlagKind.Comment, 1, Editor, default), FlagValue),
        ],
        [typeof(ListLatest)] = [new(s => s.Get<ListLatest>().RunAsync(5, Samples.Anybody, default), ("State", "Published"))],
        [typeof(BecomeAdmin)] = [
            new(s => s.Get<BecomeAdmin>().RunAsync(new("k", PortalRole.Contributor), s.Get<AdminToken>().Text, default), ("", false),
            ("Role", "Contributor"))],
        [typeof(RegisterAccount)] =
            [new(s => s.Get<RegisterAccount>().RunAsync("ana", "ana@example.org", "a few easy words", default), ("FROM [Accounts]", null))],
        [typeof(SignIn)] = [
            new(s => s.Get<SignIn>().RunAsync("ana", "wrong words here", remember: false), ("PasswordHash", HashValue),
            ("LockoutEnabled", true), ("LockoutEnd", null), ("Role", "Contributor"))],
        [typeof(ChangeRole)] = [
            new(s =>
            s.Get<ChangeRole>().RunAsync("k", PortalRole.Admin, PortalRole.Editor, Ana with { Role = PortalRole.Admin }, default),
                ("", true), ("Role", "Admin"))],
        [typeof(ChangeQuota)] = [
            new(s => s.Get<ChangeQuota>().RunAsync("k", null, 5, Ana with { Role = PortalRole.Admin }, default)),
            new(s => s.Get<ChangeQuota>().RunAsync("k", 7, null, Ana with { Role = PortalRole.Admin }, default))],
        [typeof(HistoryWriter)] = [
            new(s => s.Get<HistoryWriter>().FailedAsync(Operation.SignIn, null, false), ("", 0)),
            new(s => s.Get<HistoryWriter>().NoteAsync("k", Operation.SignOut))],
        [typeof(ExportTrace)] = [
            new(s => s.Get<ExportTrace>().RunAsync(1, 1, ExportFormat.All[0], Ana, default), ("State", "Published"),
            ("VerdictJson", PortalJson.Write(Samples.Verdicts[0])), ("EvidenceJson", "[]"), ("CitationsJson", "{}"))],
        [typeof(ExportClaims)] =
        [
            .. ((ClaimSubject[])[new("map2k1"), new("binimetinib", "Binimetinib"), new("c32", CellLine: "C32")]).Select(of => new Run(
                async s => { await foreach (var _ in await s.Get<ExportClaims>().RunAsync(of, Ana, default)) { } },
                ("Kind", "Binding"), ("Mark", "Supported"))),
        ],
        [typeof(ExportSearch)] = [
            new(ExportSearchAsync, ("State", "Published"), ("RecordJson", PortalJson.Write(Samples.Record())),
            ("VerdictJson", PortalJson.Write(Samples.Verdicts[0]))),
            new(ExportGraphsAsync, ("State", "Published"), ("VerdictJson", PortalJson.Write(Samples.Verdicts[0])), ("EvidenceJson", "[]"),
                ("CitationsJson", "{}"))],
        [typeof(ImportTraces)] = [new(ImportTracesAsync)],
        [typeof(ListHistory)] =
        [
            new(s => s.Get<ListHistory>().RunAsync(new HistoryQuery(), Ana with { Role = PortalRole.Admin }, default),
                ("Subject", "account:k")),
            new(s => s.Get<ListHistory>().RunAsync(new HistoryQuery(), Ana with { Role = PortalRole.Admin }, default),
                ("Subject", "batch:1"), ("TraceNumber", null)),
            new(s =>
                s.Get<ListHistory>()
                    .RunAsync(
                    new HistoryQuery("ana", Operation.Vote, 12, Past, Past, 3, 25, OldestFirst: true),
                    Ana with { Role = PortalRole.Admin }, default),
                    ("Subject", "n:n5")),
        ],
        [typeof(StartImport)] = [new(ImportAsync)],
        [typeof(ReceiveFile)] = [new(ReceiveAsync)],
        [typeof(StopImport)] =
        [
            new(s =>
            {
                s.Get<ImportRuns>().TryTake(1);
                return s.Get<StopImport>().RunAsync(Ana with { Role = PortalRole.Admin }, default);
            }),
        ],
        [typeof(ReadHealth)] = [new(s => s.Get<ReadHealth>().RunAsync(Ana with { Role = PortalRole.Admin }, default))],
        [typeof(AddPasskey)] = [new(KeepPasskeyAsync, ("FROM [AccountPasskeys]", null), ("Id", "ana"), ("Role", "Contributor"))],
        [typeof(RenamePasskey)] = [new(s => s.Get<RenamePasskey>().RunAsync("AQID", "Laptop", Proved), Passkey)],
        [typeof(RemovePasskey)] = [new(s => s.Get<RemovePasskey>().RunAsync("AQID", Proved), Passkey)],
        [typeof(ReadOwnAccount)] = [new(s => s.Get<ReadOwnAccount>().RunAsync(Proved, default), Passkey)],
        [typeof(MakeRecoveryCodes)] = [new(s => s.Get<MakeRecoveryCodes>().RunAsync(Proved, default))],
        [typeof(RecoverAccount)] = [new(RecoverAsync, ("", 1), ("Role", "Contributor"), ("LockoutEnd", null))],
        [typeof(ChangeSignature)] =
            [new(s => s.Get<ChangeSignature>().RunAsync(ExportSignature.Name, Proved), ("Id", "ana"), ("Role", "Contributor"))],
        [typeof(ChangeEmail)] = [new(s => s.Get<ChangeEmail>().RunAsync("x@example.org", Proved), ("Id", "ana"), ("Role", "Contributor"))],
        [typeof(LinkIdentity)] = [new(KeepLoginAsync)],
        [typeof(UnlinkIdentity)] = [new(DropLoginAsync)],
        [typeof(DeleteAccount)] =
        [
            new(s => s.Get<DeleteAccount>().RunAsync(null, Contributions.Delete, new LeftCollections.Nobodys(), Proved, default),
                ("Id", "ana"), ("Role", "Contributor"),
                ("PasswordHash", null), ("FROM [AccountPasskeys]", null), ("", true)),
        ],
        [typeof(ReadPerson)] =
        [
            new(s => s.Get<ReadPerson>().RunAsync("ana", PersonTab.Traces, 2, Ana, default),
                ("Role", "Contributor"), ("State", "Published")),
            new(s => s.Get<ReadPerson>().RunAsync("ana", PersonTab.Comments, 2, Ana, default),
                ("Role", "Contributor"), ("State", "Published")),
        ],
        [typeof(AppointAdmin)] = [new(s => s.Get<AppointAdmin>().RunAsync(default), ("", false), ("Role", "Contributor"))],
        [typeof(Session)] = [new(SignInAsync)],
        [typeof(ChangePassword)] = [
            new(s => s.Get<ChangePassword>().RunAsync(null, "a few easy words", Proved), ("Id", "ana"), ("Role", "Contributor"),
            ("PasswordHash", null))],
        [typeof(EndedSessions)] =
        [
            new(s => s.Get<EndedSessions>().EndAsync("ana", "a session"), ("Id", "ana")),
            new(s => s.Get<EndedSessions>().IsEndedAsync("ana", "a session"))
        ],
        [typeof(SignOutEverywhere)] = [new(s => s.Get<SignOutEverywhere>().RunAsync(Proved), ("Id", "ana"), ("Role", "Contributor"))],
        [typeof(ListAccounts)] =
            [new(s => s.Get<ListAccounts>().RunAsync(new("an", AccountSort.Role, true, 2), Ana with { Role = PortalRole.Admin }, default),
                ("Role", "Editor"))],
        [typeof(AddComment)] =
        [
            new(s =>
                s.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, "Well said, @bob and @reviewers.", RequestKey: "r"), Ana, default),
                    [.. RevisionValue, ("WHERE [c].[AuthorKey] = @caller_Key AND [c].[RequestKey]", null)]),
            new(s => s.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, "An answer.", ReplyTo: 1), Ana, default),
                [.. RevisionValue, ("WHERE [c].[AuthorKey] = @caller_Key AND [c].[RequestKey]", null)]),
        ],
        [typeof(MarkPassage)] =
        [
            new(s => s.Get<MarkPassage>().RunAsync(Report, Ana, default),
                [.. RevisionValue, ("Report", "Report"), ("", true), ("WHERE [p].[TraceNumber] = @mark_Trace AND [p].[Revision]", null)]),
            new(s => s.Get<MarkPassage>().RunAsync(Report, Ana, default), [.. RevisionValue, ("Report", "Report"), ("", true)]),
            new(s => s.Get<MarkPassage>().ChangeAsync(1, null, Ana, default), RevisionValue),
        ],
        [typeof(ExportAnnotations)] =
            [new(s => s.Get<ExportAnnotations>().RunAsync(1, "https://portal.test", "jsonl", Ana, default),
                [.. CommentValue, ("Report", "Report"), ("Exact", "Report"), ("Opinion", "Doubts")])],
        [typeof(EditComment)] = [
            new(s => s.Get<EditComment>().RunAsync(1, 7, "Other words.", Ana with { Role = PortalRole.Editor }, default),
            [.. CommentValue, ("", true)])], // whoever may judge blind is asked about first
        [typeof(DeleteComment)] =
            [new(s => s.Get<DeleteComment>().RunAsync(1, Ana with { Role = PortalRole.Editor }, default), CommentValue)],
        [typeof(ResolveThread)] =
            [new(s => s.Get<ResolveThread>().RunAsync(1, true, Ana with { Role = PortalRole.Editor }, default), [.. CommentValue])],
        [typeof(SaveDraft)] = [new(s => s.Get<SaveDraft>().RunAsync(1, "", "half a senten", Ana, default), RevisionValue)],
        [typeof(ReadDiscussion)] =
        [
            new(s => s.Get<ReadDiscussion>().RunAsync(1, 1, Ana, default), RevisionValue),
            new(s => s.Get<ReadDiscussion>().OwnVotesAsync(1, 1, Ana, default), RevisionValue),
            new(s => s.Get<ReadDiscussion>().DraftsAsync(1, Ana, default), RevisionValue),
            new(s => s.Get<ReadDiscussion>().EarlierAsync(1, Ana, default), RevisionValue),
        ],
        [typeof(FollowDiscussion)] = [new(FollowAsync, RevisionValue)],
        [typeof(SuggestPeople)] =
            [new(s => s.Get<SuggestPeople>().RunAsync(1, "an", 0, Ana, default), ("IsPrivate", true), ("OwnerKey", "ana"))],
        [typeof(CastVote)] =
        [
            new(s => s.Get<CastVote>().RunAsync(new(1, 1, Subject.Trace, Opinion.Up), Ana, default), [.. RevisionValue]),
            new(s => s.Get<CastVote>().RunAsync(new(1, 1, Subject.Trace, Opinion.None), Ana, default), [.. RevisionValue]),
            new(FirstVoteAsync, ("", true)),
        ],
        [typeof(ReviseTrace)] = [
            new(s =>
            s.Get<ReviseTrace>()
                .RunAsync(new(1, 7, Samples.PrunedText, "DUSP6 is refuted."), Ana with { Role = PortalRole.Reviewer }, default),
                [.. RevisionValue, ("VerdictJson", PortalJson.Write(Samples.Verdicts[0]))])],
        [typeof(WatchTrace)] =
        [
            new(s => s.Get<WatchTrace>().RunAsync(1, true, Ana, default), [.. RevisionValue]),
            new(s => s.Get<WatchTrace>().IsWatchedAsync(1, Ana, default), RevisionValue),
        ],
        [typeof(WatchSearch)] =
        [
            new(s => s.Get<WatchSearch>().RunAsync(new("MEK", "Binimetinib", "C32"), true, Ana, default)),
            new(s => s.Get<WatchSearch>().IsWatchedAsync(new("MEK"), Ana, default)),
        ],
        [typeof(ReadSearchWatches)] = [
            new(s => s.Get<ReadSearchWatches>().RunAsync(Ana, default), ("SeenTrace", 3)),
            new(s => s.Get<ReadSearchWatches>().OpenAsync("k", Ana, default), ("SeenTrace", 3))],
        [typeof(ReadInbox)] = [
            new(s => s.Get<ReadInbox>().RunAsync(new(true, Page: 2), Ana, default), ("Reason", "Replied"), ("Kind", "Comment")),
            new(s => s.Get<ReadInbox>().RunAsync(
                new(Kind: NotificationKind.Comment, Find: "MEK", OldestFirst: true), Ana, default), ("Reason", "Replied"),
                ("Kind", "Comment")),
            new(s => s.Get<ReadInbox>().CountUnreadAsync(Ana, default))],
        [typeof(MarkRead)] =
            [new(s => s.Get<MarkRead>().AllAsync(Past, Ana, default)), new(s => s.Get<MarkRead>().OfTraceAsync(1, Ana, default))],
        // The framework's own, through which it keeps the keys of cookies and forms in our table.
        [typeof(EntityFrameworkCoreXmlRepository<PortalDb>)] = [new(KeepKeyAsync, ("Xml", "<key />"))],
        [typeof(DatabaseCheck)] = [new(s => new DatabaseCheck(s.Databases).CheckHealthAsync(new(), default))],
    };

    [Fact]
    public void EveryClassThatSpeaksToTheDatabase_IsRun()
    {
        var speakers = typeof(PortalDb).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false, IsNested: false } && SpeaksToTheDatabase(t));
        // Run by JobRunner; by the migration test; nothing of its own; by SearchTraces; by AddComment; by JobTelemetryTests, as a
        // collector; asks where the file is; on SQLite only; by SaveTrace and ReviseTrace, twice; by EveryVerbTests, for it asks a server
        // first; asks where the file is, and on a server for a lock of its own connection; by SaveTrace and ImportTraces; on SQLite
        // only, by NewRowsTests; by FindClaims.
        Type[] notByThemselves =
            [typeof(JobJournal), typeof(OpenDatabase), typeof(PortalDbFactory), typeof(LikeTraceSearch), typeof(NotificationDraft),
                typeof(WriteRevision), typeof(CheckRevision),
                typeof(JobTelemetry), typeof(DiskSpace), typeof(SearchOfDatabase), typeof(FullTextOnSqlite),
                typeof(NarrowTraces), typeof(DataRecordsOf), typeof(IndexTrace), typeof(TestModel), typeof(WorkLock),
                typeof(TraceRows), typeof(SqliteStatement), typeof(SurroundingClaims)];
        Assert.Empty(speakers.Except(Runs.Keys).Except(notByThemselves).Select(t => t.FullName));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public async Task EveryStatement_IsReadBySqlServersParser_AndAsksForNothingSpecial(int? maxBatchSize)
    {
        foreach (var (type, runs) in Runs)
        {
            var record = new RecordStatements();
            foreach (var run in runs) await run.PlayAsync(record, maxBatchSize);
            Assert.True(record.Statements.Count > 0, $"{type.Name} sent nothing");
            output.WriteLine($"-- {type.Name}: {record.Statements.Count} statements");
            foreach (var statement in record.Statements.Distinct()) Check(type.Name, statement);
        }
    }

    [Fact]
    public async Task EveryTable_IsWrittenAndReadByTheRuns()
    {
        var record = new RecordStatements();
        foreach (var run in Runs.Values.SelectMany(r => r)) await run.PlayAsync(record, null);
        using var db = new PortalDbFactory(new DatabaseOptions(), "/").CreateDbContext();
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()!).ToArray();
        string[] Without(string words) =>
            [.. tables.Where(t => !record.Statements.Exists(s => s.Contains($"{words} [{t}]", StringComparison.Ordinal)))];
        string[] identitys = ["AccountClaims", "AccountTokens"]; // of its model, and not used so far
        Assert.Equal(["Numbers"], Without("INSERT INTO").Except(identitys)); // its rows are made by the migration
        Assert.Equal([], Without("FROM").Except(identitys));
    }

    [Fact]
    public async Task ABeginningAndAnAppend_AreConditional() // the statements on which "one job, one worker" rests
    {
        var record = new RecordStatements();
        await Runs[typeof(BeginAttempt)][0].PlayAsync(record, null);
        Assert.Contains(
            record.Statements, s => s.Contains("UPDATE", StringComparison.Ordinal) && s.Contains("[Attempt] = @", StringComparison.Ordinal)
            && s.Contains("[State] = @", StringComparison.Ordinal));
        record.Statements.Clear();
        await Runs[typeof(FinishJob)][0].PlayAsync(record, null);
        Assert.Contains("[Attempt] = @", record.Statements[0], StringComparison.Ordinal);
    }

    [Fact]
    public void TheMigrationScript_IsReadBySqlServersParser()
    {
        using var db = new PortalDbFactory(
            new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=none" }, "/").CreateDbContext();
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Assert.Contains("CREATE TABLE [Traces]", script);
        Check("migrations", script);
    }

    private static void Check(string who, string statement)
    {
        var (_, errors) = TransactSql.Parse(statement);
        Assert.True(errors.Count == 0, $"{who}: {string.Join("; ", errors.Select(e => e.Message))}\n{statement}");
        foreach (var special in new[] { "MERGE ", "JSON_MODIFY", "OPENJSON", "CREATE DATABASE", "ALTER DATABASE", "CONTAINS(", "FREETEXT" })
            Assert.False(statement.Contains(special, StringComparison.OrdinalIgnoreCase), $"{who} uses {special}:\n{statement}");
    }

    private static bool SpeaksToTheDatabase(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(c => c.GetParameters())
            .Concat(type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .SelectMany(m => m.GetParameters()))
            .Any(p => p.ParameterType == typeof(IDbContextFactory<PortalDb>) || p.ParameterType == typeof(PortalDbFactory)
                || p.ParameterType == typeof(PortalDb))
        && !typeof(PortalDb).IsAssignableFrom(type);

    /// <summary>Here every change finds its row, so that nobody votes for the first time; the insert is the same as the context's
    /// own.</summary>
    private static async Task ImportAsync(Portal portal)
    {
        using var folder = new TempFolder();
        folder.Write("relations.csv", "HGNC,A,isa,FPLX,B\n");
        await using var runs = new ImportRuns(
            (_, _, _) => Task.FromException<ImportOutcome>(new ImportException("x", null, "y")), TimeProvider.System,
            NullLogger<ImportRuns>.Instance);
        await new StartImport(portal.Databases, runs, new(folder.Place, folder.Place), TimeProvider.System)
            .RunAsync(["relations.csv"], Ana with { Role = PortalRole.Admin }, default);
    }

    private static async Task ReceiveAsync(Portal portal)
    {
        using var folder = new TempFolder();
        var file = "HGNC,A,isa,FPLX,B\n"u8.ToArray();
        await new ReceiveFile(portal.Databases, new(folder.Place, folder.Place), Options.Create(new UploadOptions()), TimeProvider.System)
            .RunAsync(new("relations.csv", file.Length, 1, 0), new MemoryStream(file), Ana with { Role = PortalRole.Admin }, default);
    }

    /// <summary>As <see cref="KeepVocabulary"/> does when the program starts.</summary>
    private static async Task ReadVocabularyAsync(Portal portal)
    {
        await using var db = portal.Databases.CreateDbContext();
        await VocabularyStore.ReadAsync(db, default);
    }

    private static async Task FirstVoteAsync(Portal portal)
    {
        await using var db = portal.Databases.CreateDbContext();
        db.Votes.Add(new VoteRow { TraceNumber = 1, AccountKey = "ana", Subject = "", IsUp = true, Revision = 0, At = Past });
        await db.SaveChangesAsync();
    }

    /// <summary>As <see cref="LinkIdentity"/> does once the other site has spoken; Identity writes the account with it, which these
    /// recorded connections cannot answer in one batch.</summary>
    private static async Task KeepLoginAsync(Portal portal)
    {
        await using var db = portal.Databases.CreateDbContext();
        db.UserLogins.Add(new IdentityUserLogin<string> { LoginProvider = "github", ProviderKey = "k", UserId = "ana" });
        await db.SaveChangesAsync();
    }

    private static Task KeepKeyAsync(Portal portal)
    {
        var keys = new EntityFrameworkCoreXmlRepository<PortalDb>(portal.Services, NullLoggerFactory.Instance);
        keys.StoreElement(new XElement("key"), "of a test");
        keys.GetAllElements();
        return Task.CompletedTask;
    }

    private static async Task DropLoginAsync(Portal portal)
    {
        await using var db = portal.Databases.CreateDbContext();
        db.UserLogins.Remove(await db.UserLogins.SingleAsync(l => l.LoginProvider == "github" && l.ProviderKey == "k"));
        await db.SaveChangesAsync();
    }

    private static Task SignInAsync(Portal portal) =>
        portal.Get<Session>().OpenAsync(new Account { Id = "ana", UserName = "ana" }, remember: false, "password");

    private static async Task FollowAsync(Portal portal)
    {
        await foreach (var _ in portal.Get<FollowDiscussion>().RunAsync(1, 7, Ana, default)) break;
    }

    private static async Task FollowJobAsync(Portal portal)
    {
        await foreach (var _ in portal.Get<FollowJob>().RunAsync(1, Ana, default)) { }
    }

    private static async Task FollowLogAsync(Portal portal)
    {
        await foreach (var _ in portal.Get<FollowLog>().RunAsync(1, 0, Ana, default)) { }
    }

    /// <summary>As <see cref="AddPasskey"/> does once the browser's answer is read.</summary>
    private static async Task KeepPasskeyAsync(Portal portal)
    {
        var passkey = new UserPasskeyInfo([1, 2, 3], [4], TimeProvider.System.GetUtcNow(), 1, ["internal"], true, false, false, [5], [6]);
        var accounts = portal.Get<UserManager<Account>>();
        await accounts.AddOrUpdatePasskeyAsync((await accounts.FindByIdAsync("ana"))!, passkey);
    }

    private static async Task ExportedAsync(Portal portal, int? trace)
    {
        await foreach (var _ in (await portal.Get<ExportJudgements>().RunAsync(trace, "csv", Ana, default))!) { }
    }

    private static SourceCache Cache(Portal portal) => new(
        portal.Get<IDbContextFactory<PortalDb>>(), TimeProvider.System, NullLogger<SourceCache>.Instance, TimeSpan.FromDays(7));

    private static async Task ExportAsync(Portal portal)
    {
        await foreach (var _ in (await portal.Get<ExportBatch>().RunAsync(1, "jsonl", Ana, default))!) { }
    }

    private static async Task ExportSearchAsync(Portal portal)
    {
        await foreach (var _ in await portal.Get<ExportSearch>().RunAsync(new("MEK"), "jsonl", Ana, default)) break;
    }

    private static async Task ExportGraphsAsync(Portal portal)
    {
        await foreach (var _ in await portal.Get<ExportSearch>().GraphsAsync(new(), Ana, default)) break;
    }

    private static async Task ImportTracesAsync(Portal portal)
    {
        using var folder = new TempFolder();
        folder.Write("traces.jsonl", ImportTracesTests.Record("Binimetinib"));
        await portal.Get<ImportTraces>().RunAsync(
            new(Path.Combine(folder.Place, "traces.jsonl"), "traces.jsonl"), Ana with { Role = PortalRole.Editor }, _ => { }, default);
    }

    private static Task RecoverAsync(Portal portal) =>
        portal.Get<RecoverAccount>().RunAsync("ana", RecoveryCode.Make(), "a few easy words", default);

    private static async Task WatchAsync(Portal portal)
    {
        await foreach (var _ in portal.Get<JobFeed>().WatchAsync(1, 0, default)) { }
    }

    private static async Task SaveAsync(Portal portal)
    {
        await using var db = portal.Databases.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await portal.Get<SaveTrace>()
            .RunAsync(
            db, new NewTrace(
            1, Samples.Record(), "{}", "e", TraceState.Published, null, [.. Samples.Run.OfType<GenerationEvent.RevisionWritten>()], "", [],
            Samples.NoCitations, Samples.Verdicts), new TraceOwner("v", false), Past, default);
        await transaction.CommitAsync();
    }

    private sealed record Portal(IServiceProvider Services, RecordStatements Record)
    {
        public IDbContextFactory<PortalDb> Databases => Get<IDbContextFactory<PortalDb>>();
        public T Get<T>() where T : notnull => Services.GetRequiredService<T>();
    }

    private sealed record Run(Func<Portal, Task> Do, params (string Column, object? Value)[] World)
    {
        public async Task PlayAsync(RecordStatements record, int? maxBatchSize)
        {
            record.World.Clear();
            record.World["SignsExportsWith"] = nameof(ExportSignature.Key); // of every account
            foreach (var (column, value) in World) record.World[column] = value;
            var options = new DatabaseOptions
            {
                Provider = DatabaseProvider.SqlServer,
                ConnectionString = "Server=none",
                MaxBatchSize = maxBatchSize
            };
            var databases = new PortalDbFactory(options, "/", interceptors: [record]);
            await using var services = TestPortal.Services(
                "/", TimeProvider.System, new ScriptedGenerator([.. Samples.Run]), [("Accounts:Administrator:Name", "ana")])
                .AddSingleton(databases).AddSingleton<IDbContextFactory<PortalDb>>(databases).BuildServiceProvider();
            services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = services };
            await Do(new Portal(services, record));
        }
    }
}
