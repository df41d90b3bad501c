using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>The rows of jobs.</summary>
public static class JobTables
{
    extension(PortalDb db)
    {
        public DbSet<JobRow> Jobs => db.Set<JobRow>();
        public DbSet<JobRecordRow> JobRecords => db.Set<JobRecordRow>();
        public DbSet<JobEventRow> JobEvents => db.Set<JobEventRow>();
    }
}
