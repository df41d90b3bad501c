using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Export;
using VcrPortal.Web.Features.Discussion.People;
using VcrPortal.Web.Features.Discussion.Votes;

namespace VcrPortal.Web.Features.Discussion;

internal static class DiscussionSetup
{
    public static IServiceCollection AddDiscussions(this IServiceCollection services) => services
        .AddSingleton<AddComment>().AddSingleton<EditComment>().AddSingleton<DeleteComment>().AddSingleton<ResolveThread>()
            .AddSingleton<SaveDraft>().AddSingleton<SuggestPeople>()
        .AddSingleton<ReadDiscussion>().AddSingleton<FollowDiscussion>().AddSingleton<PeopleElsewhere>()
            .AddSingleton<CastVote>()
        .AddSingleton<ExportAnnotations>();
}
