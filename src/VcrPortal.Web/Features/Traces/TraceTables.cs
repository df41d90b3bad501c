using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces;

/// <summary>The rows of traces.</summary>
public static class TraceTables
{
    extension(PortalDb db)
    {
        public DbSet<TraceRow> Traces => db.Set<TraceRow>();
        public DbSet<TraceTextRow> TraceTexts => db.Set<TraceTextRow>();
        public DbSet<TraceRevisionRow> TraceRevisions => db.Set<TraceRevisionRow>();
        public DbSet<TraceVerdictRow> TraceVerdicts => db.Set<TraceVerdictRow>();
        public DbSet<TraceTermRow> TraceTerms => db.Set<TraceTermRow>();
        public DbSet<TraceScoreRow> TraceScores => db.Set<TraceScoreRow>();
        public DbSet<TraceClaimRow> TraceClaims => db.Set<TraceClaimRow>();
    }
}
