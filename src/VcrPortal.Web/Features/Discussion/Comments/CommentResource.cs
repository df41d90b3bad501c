using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Discussion.Comments;

internal static class CommentResource
{
    /// <summary>A comment as the permission table sees it; whether its trace may be seen is asked before.</summary>
    public static Resource ResourceTo(this CommentRow comment, Caller caller) =>
        new(comment.AuthorKey == caller.Key ? Relation.Owner : Relation.Stranger,
            IsClosed: comment.DeletedAt is not null || comment.HeldBackAt is not null);
}
