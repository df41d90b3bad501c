using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Sharing;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>The rows of jobs.</summary>
public static class JobTables
{
    extension(PortalDb db)
    {
        public DbSet<ShareLinkRow> ShareLinks => db.Set<ShareLinkRow>();
        public DbSet<JobRow> Jobs => db.Set<JobRow>();
        public DbSet<JobRecordRow> JobRecords => db.Set<JobRecordRow>();
        public DbSet<JobEventRow> JobEvents => db.Set<JobEventRow>();
    }
}
