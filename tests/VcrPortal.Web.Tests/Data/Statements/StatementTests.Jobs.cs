using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Jobs.Refining;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Features.Jobs.Usage;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of jobs: launching, running, listing, following, sharing, usage.
public partial class StatementTests
{
    private static readonly string Token = new('t', 43);
    private static readonly JobClaim Claim = new(1, 1, false);

    private static Dictionary<Type, Run[]> JobRuns => new()
    {
        [typeof(LaunchJob)] = [
            new(s => s.Get<LaunchJob>().RunAsync(Samples.Record(), false, Caller.Visitor("v"), default), ("", 0)),
            new(s => s.Get<LaunchJob>().RunAsync(Samples.Record(), true, Ana, default), ("", 0), ("LaunchQuota", 5))],
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
        [typeof(ListJobs)] =
        [
            new(s => s.Get<ListJobs>().RunAsync(new JobQuery(), Samples.Anybody, default), ("State", "Queued")),
            new(s => s.Get<ListJobs>().RunAsync(
                new JobQuery(Find: "bini") { Sort = JobSort.Title, Descending = true }, Samples.Anybody, default), ("State", "Queued")),
            new(s => s.Get<ListJobs>().RunAsync(new JobQuery { Sort = JobSort.Finished }, Samples.Anybody, default), ("State", "Queued")),
            new(s => s.Get<ListJobs>().RunAsync(new JobQuery(true, 1, JobState.Queued, "v", 3), Ana, default), ("State", "Queued")),
        ],
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
    };

    private static async Task FollowJobAsync(Portal portal)
    {
        await foreach (var _ in portal.Get<FollowJob>().RunAsync(1, Ana, default)) { }
    }

    private static async Task FollowLogAsync(Portal portal)
    {
        await foreach (var _ in portal.Get<FollowLog>().RunAsync(1, 0, Ana, default)) { }
    }

    private static async Task WatchAsync(Portal portal)
    {
        await foreach (var _ in portal.Get<JobFeed>().WatchAsync(1, 0, default)) { }
    }
}
