using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches.Launch;

namespace VcrPortal.Web.Features.Batches;

/// <summary>The rows of batches.</summary>
public static class BatchTables
{
    extension(PortalDb db)
    {
        public DbSet<BatchRow> Batches => db.Set<BatchRow>();
        public DbSet<BatchPieceRow> BatchPieces => db.Set<BatchPieceRow>();
    }
}
