using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Moderation;

/// <summary>What can be flagged.</summary>
public enum FlagKind { Trace, Comment, Suggestion, Proposal }

/// <summary>Why; whether a claim is right is no reason, since votes and reviews are for that.</summary>
public enum FlagReason { PersonalData, Abuse, Spam, Copyright, Harmful, Other }

/// <summary>What became of a flag. Upheld: a moderator agrees, and the text is held back or says so.</summary>
public enum FlagState { Open, Upheld, Dismissed }

/// <summary>That somebody asks a moderator to look at a text.</summary>
public sealed class FlagRow
{
    public const int NoteLength = 500;

    public int Number { get; set; }
    public FlagKind Kind { get; set; }
    /// <summary>The number of what is flagged, in the series of its kind.</summary>
    public int Target { get; set; }
    /// <summary>The trace that it is or stands on; null for a proposal.</summary>
    public int? TraceNumber { get; set; }
    public FlagReason Reason { get; set; }
    /// <summary>In the flagger's words, for moderators alone.</summary>
    public string? Note { get; set; }
    public required string FlaggerKey { get; set; }
    /// <summary>The key of the account whose text it is.</summary>
    public required string AuthorKey { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public FlagState State { get; set; }
    public string? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }
    /// <summary>Why, for the flagger and the author.</summary>
    public string? Decision { get; set; }
    /// <summary>Counts what was done to it; whoever counts it up has it for themselves until they commit.</summary>
    public int Version { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<FlagRow>
    {
        public void Configure(EntityTypeBuilder<FlagRow> builder)
        {
            builder.ToTable("Flags").HasKey(f => f.Number);
            builder.Property(f => f.Number).ValueGeneratedNever();
            builder.Property(f => f.Note).HasMaxLength(NoteLength);
            builder.Property(f => f.FlaggerKey).HasMaxLength(32);
            builder.Property(f => f.AuthorKey).HasMaxLength(32);
            builder.Property(f => f.DecidedBy).HasMaxLength(32);
            builder.Property(f => f.Decision).HasMaxLength(NoteLength);
            builder.HasIndex(f => new { f.State, f.Number });
            builder.HasIndex(f => new { f.Kind, f.Target, f.State });
            builder.HasOne<TraceRow>().WithMany().HasForeignKey(f => f.TraceNumber);
        }
    }
}
