using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Primitives.Proposals;

namespace VcrPortal.Web.Features.Primitives;

/// <summary>The rows of primitives and of proposals.</summary>
public static class PrimitiveTables
{
    extension(PortalDb db)
    {
        public DbSet<AcceptedPrimitiveRow> AcceptedPrimitives => db.Set<AcceptedPrimitiveRow>();
        public DbSet<ProposalRow> Proposals => db.Set<ProposalRow>();
        public DbSet<ProposalVoteRow> ProposalVotes => db.Set<ProposalVoteRow>();
        public DbSet<ProposalAcceptanceRow> ProposalAcceptances => db.Set<ProposalAcceptanceRow>();
        public DbSet<ProposalCommentRow> ProposalComments => db.Set<ProposalCommentRow>();
    }
}
