using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Annotations;

/// <summary>The rows of what is marked in reports.</summary>
public static class AnnotationTables
{
    extension(PortalDb db)
    {
        public DbSet<PassageRow> Passages => db.Set<PassageRow>();
        public DbSet<PassageMarkRow> PassageMarks => db.Set<PassageMarkRow>();
    }
}
