using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Features.Primitives.Proposals;

namespace VcrPortal.Web.Features.Primitives;

/// <summary>What this portal's vocabulary has beyond the authors' own: a primitive that was accepted, or that one of either kind is
/// obsolete. Nothing of it is ever deleted.</summary>
public sealed class AcceptedPrimitiveRow
{
    public required string Name { get; set; }
    /// <summary>The version that brought it; 1 for the authors' own.</summary>
    public int Since { get; set; }
    /// <summary>A <see cref="PrimitiveDraft"/> as JSON; null for one of the authors' own.</summary>
    public string? DraftJson { get; set; }
    /// <summary>The version that made it obsolete; null while it is in use.</summary>
    public int? ObsoleteSince { get; set; }
    public string? ReplacedBy { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<AcceptedPrimitiveRow>
    {
        public void Configure(EntityTypeBuilder<AcceptedPrimitiveRow> builder)
        {
            builder.ToTable("AcceptedPrimitives").HasKey(p => p.Name);
            builder.Property(p => p.Name).HasMaxLength(ProposalRow.NameLength);
            builder.Property(p => p.ReplacedBy).HasMaxLength(ProposalRow.NameLength);
        }
    }
}
