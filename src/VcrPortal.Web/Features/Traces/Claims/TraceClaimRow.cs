using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Features.Traces.Claims;

/// <summary>One claim of the latest revision of a trace, narrow, so that claims are found across traces: who says the same, and who the
/// opposite. A claim about a list of genes has a row for each of them.</summary>
public sealed class TraceClaimRow
{
    public int TraceNumber { get; set; }
    public int Ordinal { get; set; }
    /// <summary>The id within the revision.</summary>
    public required string Action { get; set; }
    /// <summary>The name of the primitive, in lower case.</summary>
    public required string Primitive { get; set; }
    public ClaimKind Kind { get; set; }
    /// <summary>Who acts, as searches compare names; empty where the claim names nobody.</summary>
    public required string Actor { get; set; }
    public required string ActorLabel { get; set; }
    /// <summary>What it is done to, as searches compare names.</summary>
    public required string Target { get; set; }
    public required string TargetLabel { get; set; }
    /// <summary>+1 rises, -1 falls, 0 neither.</summary>
    public int Sign { get; set; }
    /// <summary>What the checks say about the whole claim.</summary>
    public ClaimMark Mark { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<TraceClaimRow>
    {
        public void Configure(EntityTypeBuilder<TraceClaimRow> builder)
        {
            builder.ToTable("TraceClaims").HasKey(c => new { c.TraceNumber, c.Ordinal });
            builder.Property(c => c.Action).HasMaxLength(100);
            builder.Property(c => c.Primitive).HasMaxLength(100);
            builder.Property(c => c.Actor).HasMaxLength(200);
            builder.Property(c => c.ActorLabel).HasMaxLength(200);
            builder.Property(c => c.Target).HasMaxLength(200);
            builder.Property(c => c.TargetLabel).HasMaxLength(200);
            builder.HasIndex(c => new { c.Target, c.Kind, c.Sign, c.TraceNumber });
            builder.HasIndex(c => new { c.Actor, c.Kind, c.TraceNumber });
            builder.HasOne<TraceRow>().WithMany().HasForeignKey(c => c.TraceNumber);
        }
    }
}
