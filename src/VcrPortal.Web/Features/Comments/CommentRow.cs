using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Comments;

/// <summary>What somebody said about a trace or one of its claims, as stored.</summary>
public sealed class CommentRow
{
    public int Number { get; set; }
    public int TraceNumber { get; set; }
    /// <summary>The revision that its author was looking at.</summary>
    public int Revision { get; set; }
    /// <summary>The claim's id in that revision; empty: the trace as a whole.</summary>
    public required string Action { get; set; }
    public required string AuthorKey { get; set; }
    /// <summary>Markdown; empty once deleted.</summary>
    public required string Text { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public DateTime? DeletedAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<CommentRow>
    {
        public void Configure(EntityTypeBuilder<CommentRow> builder)
        {
            builder.ToTable("Comments").HasKey(c => c.Number);
            builder.Property(c => c.Number).ValueGeneratedNever();
            builder.Property(c => c.Action).HasMaxLength(100);
            builder.Property(c => c.AuthorKey).HasMaxLength(32);
            builder.HasIndex(c => new { c.TraceNumber, c.Number });
            builder.HasIndex(c => new { c.AuthorKey, c.At });
            builder.HasOne<TraceRow>().WithMany().HasForeignKey(c => c.TraceNumber);
        }
    }
}
