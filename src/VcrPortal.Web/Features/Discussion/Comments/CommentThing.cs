using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Discussion.Comments;

internal static class CommentThing
{
    /// <summary>A comment as the permission table sees it; whether its trace may be seen is asked before.</summary>
    public static Thing ThingTo(this CommentRow comment, Caller caller) =>
        new(comment.AuthorKey == caller.Key ? Bond.Owner : Bond.Stranger, IsClosed: comment.DeletedAt is not null);
}
