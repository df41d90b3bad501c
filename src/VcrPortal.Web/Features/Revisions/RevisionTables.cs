using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Revisions.Suggest;

namespace VcrPortal.Web.Features.Revisions;

/// <summary>The rows of suggestions.</summary>
public static class RevisionTables
{
    extension(PortalDb db)
    {
        public DbSet<SuggestionRow> Suggestions => db.Set<SuggestionRow>();
    }
}
