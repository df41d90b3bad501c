using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access.Blind;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Access.Teams;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Access;

/// <summary>The rows that say who may see what, and who did what.</summary>
public static class AccessTables
{
    extension(PortalDb db)
    {
        public DbSet<GuestRow> Guests => db.Set<GuestRow>();
        public DbSet<TeamRow> Teams => db.Set<TeamRow>();
        public DbSet<TeamMemberRow> TeamMembers => db.Set<TeamMemberRow>();
        public DbSet<TeamInvitationRow> TeamInvitations => db.Set<TeamInvitationRow>();
        public DbSet<BlindReviewRow> BlindReviews => db.Set<BlindReviewRow>();
        public DbSet<PastBlindRow> PastBlind => db.Set<PastBlindRow>();
        public DbSet<HistoryEntry> History => db.Set<HistoryEntry>();
    }
}
