using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Review;

/// <summary>The rows of reviews.</summary>
public static class ReviewTables
{
    extension(PortalDb db)
    {
        public DbSet<ReviewRow> Reviews => db.Set<ReviewRow>();
        public DbSet<ReviewerRow> Reviewers => db.Set<ReviewerRow>();
        public DbSet<JudgementRow> Judgements => db.Set<JudgementRow>();
    }
}
