using VcrPortal.Web.Features.Votes;

namespace VcrPortal.Web.Features.Comments;

internal static class CommentsSetup
{
    public static IServiceCollection AddDiscussions(this IServiceCollection services) =>
        services.AddSingleton<AddComment>().AddSingleton<DeleteComment>().AddSingleton<ReadDiscussion>().AddSingleton<CastVote>();
}
