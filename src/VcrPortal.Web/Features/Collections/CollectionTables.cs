using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Collections;

/// <summary>The rows of collections.</summary>
public static class CollectionTables
{
    extension(PortalDb db)
    {
        public DbSet<CollectionRow> Collections => db.Set<CollectionRow>();
        public DbSet<CollectionItemRow> CollectionItems => db.Set<CollectionItemRow>();
    }
}
