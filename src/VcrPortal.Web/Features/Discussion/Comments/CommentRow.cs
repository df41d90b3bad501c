using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.Comments;

/// <summary>What somebody said, as stored.</summary>
public sealed class CommentRow
{
    public int Number { get; set; }
    public int TraceNumber { get; set; }
    /// <summary>The revision that its author was looking at; <see cref="Subject"/> is a part of it.</summary>
    public int Revision { get; set; }
    /// <summary>A <see cref="Traces.Subject"/> as text; empty: the trace as a whole.</summary>
    public required string Subject { get; set; }
    /// <summary>The first comment of its thread; null for that one itself.</summary>
    public int? ReplyTo { get; set; }
    public required string AuthorKey { get; set; }
    /// <summary>Made up by the sender for one sending, so that sent twice is said once.</summary>
    public required string RequestKey { get; set; }
    /// <summary>Markdown; empty once deleted.</summary>
    public required string Text { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public DateTime? EditedAt { get; set; }
    /// <summary>1, and one more with every edit; who edits says which one they saw.</summary>
    public int Version { get; set; } = 1;
    public DateTime? DeletedAt { get; set; }
    /// <summary>Since when a moderator holds it back; null while nobody does.</summary>
    public DateTime? HeldBackAt { get; set; }
    /// <summary>For the first comment of a thread: when and by whom it was settled.</summary>
    public DateTime? ResolvedAt { get; set; }
    public string? ResolvedBy { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<CommentRow>
    {
        public void Configure(EntityTypeBuilder<CommentRow> builder)
        {
            builder.ToTable("Comments").HasKey(c => c.Number);
            builder.Property(c => c.Number).ValueGeneratedNever();
            builder.Property(c => c.Subject).HasMaxLength(Traces.Subject.MostCharacters);
            builder.Property(c => c.AuthorKey).HasMaxLength(32);
            builder.Property(c => c.RequestKey).HasMaxLength(32);
            builder.Property(c => c.ResolvedBy).HasMaxLength(32);
            builder.HasIndex(c => new { c.TraceNumber, c.Number });
            builder.HasIndex(c => new { c.AuthorKey, c.At });
            builder.HasIndex(c => new { c.AuthorKey, c.RequestKey }).IsUnique();
            builder.HasOne<TraceRow>().WithMany().HasForeignKey(c => c.TraceNumber);
        }
    }
}

/// <summary>What a comment said before an edit.</summary>
public sealed class CommentTextRow
{
    public int CommentNumber { get; set; }
    public int Version { get; set; }
    public required string Text { get; set; }
    /// <summary>UTC; since when it said so.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<CommentTextRow>
    {
        public void Configure(EntityTypeBuilder<CommentTextRow> builder)
        {
            builder.ToTable("CommentTexts").HasKey(t => new { t.CommentNumber, t.Version });
            builder.HasOne<CommentRow>().WithMany().HasForeignKey(t => t.CommentNumber);
        }
    }
}

/// <summary>What somebody is writing: kept as it is typed, gone when it is sent.</summary>
public sealed class DraftRow
{
    public const int SlotLength = Subject.MostCharacters;

    public required string AccountKey { get; set; }
    public int TraceNumber { get; set; }
    /// <summary>A subject as text, <c>reply:12</c> or <c>edit:12</c>.</summary>
    public required string Slot { get; set; }
    public required string Text { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<DraftRow>
    {
        public void Configure(EntityTypeBuilder<DraftRow> builder)
        {
            builder.ToTable("Drafts").HasKey(d => new { d.AccountKey, d.TraceNumber, d.Slot });
            builder.Property(d => d.AccountKey).HasMaxLength(32);
            builder.Property(d => d.Slot).HasMaxLength(SlotLength);
            builder.HasOne<TraceRow>().WithMany().HasForeignKey(d => d.TraceNumber);
        }
    }
}
