using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Notifications;

/// <summary>The rows of inboxes, and of what people watch.</summary>
public static class NotificationTables
{
    extension(PortalDb db)
    {
        public DbSet<WatchRow> Watches => db.Set<WatchRow>();
        public DbSet<SearchWatchRow> SearchWatches => db.Set<SearchWatchRow>();
        public DbSet<NotificationRow> Notifications => db.Set<NotificationRow>();
    }
}
