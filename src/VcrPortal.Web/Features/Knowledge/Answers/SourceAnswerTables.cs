using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Knowledge.Answers;

/// <summary>The rows of answers that are kept.</summary>
public static class SourceAnswerTables
{
    extension(PortalDb db)
    {
        public DbSet<SourceAnswerRow> SourceAnswers => db.Set<SourceAnswerRow>();
    }
}
