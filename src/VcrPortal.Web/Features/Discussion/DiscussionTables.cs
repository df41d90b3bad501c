using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>The rows of what is said and voted.</summary>
public static class DiscussionTables
{
    extension(PortalDb db)
    {
        public DbSet<CommentRow> Comments => db.Set<CommentRow>();
        public DbSet<CommentTextRow> CommentTexts => db.Set<CommentTextRow>();
        public DbSet<DraftRow> Drafts => db.Set<DraftRow>();
        public DbSet<VoteRow> Votes => db.Set<VoteRow>();
    }
}
