using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Revisions;
using VcrPortal.Web.Features.Votes;

namespace VcrPortal.Web.Features.Comments;

internal static class CommentsSetup
{
    public static IServiceCollection AddDiscussions(this IServiceCollection services) => services
        .AddSingleton<AddComment>().AddSingleton<EditComment>().AddSingleton<DeleteComment>().AddSingleton<ResolveThread>().AddSingleton<SaveDraft>()
        .AddSingleton<ReadDiscussion>().AddSingleton<FollowDiscussion>().AddSingleton<CastVote>()
        .AddSingleton<WatchTrace>().AddSingleton<WatchSearch>().AddSingleton<ReadSearchWatches>().AddSingleton<ReadInbox>().AddSingleton<MarkRead>()
        .AddSingleton<ReviseTrace>();
}
