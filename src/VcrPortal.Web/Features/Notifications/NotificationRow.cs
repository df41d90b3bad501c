using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Notifications;

/// <summary>Why somebody is told of something; the first that holds.</summary>
public enum NotificationReason { Mentioned, RoleMentioned, Replied, YourTrace, Watching, YourWork }

/// <summary>What a notification tells.</summary>
public enum NotificationKind { Comment, Revision, Review, Suggestion, Proposal, Flag, Team }

/// <summary>That something happened which concerns an account.</summary>
public sealed class NotificationRow
{
    public const int TitleLength = 200;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string AccountKey { get; set; }
    public NotificationReason Reason { get; set; }
    public NotificationKind Kind { get; set; }
    public required string ActorKey { get; set; }
    /// <summary>Null where it is about no trace.</summary>
    public int? TraceNumber { get; set; }
    /// <summary>Where to look: the number of a comment, a revision, a suggestion or a proposal.</summary>
    public int Target { get; set; }
    /// <summary>What it is about, where that is no trace; and what became of it.</summary>
    public string? Title { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public DateTime? ReadAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<NotificationRow>
    {
        public void Configure(EntityTypeBuilder<NotificationRow> builder)
        {
            builder.ToTable("Notifications").HasKey(n => n.Id);
            builder.Property(n => n.Id).ValueGeneratedNever();
            builder.Property(n => n.AccountKey).HasMaxLength(32);
            builder.Property(n => n.ActorKey).HasMaxLength(32);
            builder.Property(n => n.Title).HasMaxLength(TitleLength);
            builder.HasIndex(n => new { n.AccountKey, n.At });
            builder.HasIndex(n => new { n.AccountKey, n.ReadAt });
            builder.HasOne<TraceRow>().WithMany().HasForeignKey(n => n.TraceNumber);
        }
    }
}

/// <summary>An account that wants to hear of all that happens on a trace.</summary>
public sealed class WatchRow
{
    public required string AccountKey { get; set; }
    public int TraceNumber { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<WatchRow>
    {
        public void Configure(EntityTypeBuilder<WatchRow> builder)
        {
            builder.ToTable("Watches").HasKey(w => new { w.AccountKey, w.TraceNumber });
            builder.Property(w => w.AccountKey).HasMaxLength(32);
            builder.HasIndex(w => w.TraceNumber);
            builder.HasOne<TraceRow>().WithMany().HasForeignKey(w => w.TraceNumber);
        }
    }
}
