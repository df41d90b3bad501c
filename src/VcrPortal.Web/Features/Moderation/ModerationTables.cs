using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Moderation;

/// <summary>The rows of flags.</summary>
public static class ModerationTables
{
    extension(PortalDb db)
    {
        public DbSet<FlagRow> Flags => db.Set<FlagRow>();
    }
}
