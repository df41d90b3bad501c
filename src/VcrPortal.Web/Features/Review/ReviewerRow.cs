using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Features.Review;

/// <summary>One person's part in a review: the reservation, what is typed so far, and when it was judged.</summary>
public sealed class ReviewerRow
{
    public const int NoteLength = 500;

    public int TraceNumber { get; set; }
    public int Revision { get; set; }
    public required string AccountKey { get; set; }
    /// <summary>UTC; until then nobody else takes this place. What is typed is kept after it.</summary>
    public DateTime ReservedUntil { get; set; }
    /// <summary>Answers that are not sent yet, as JSON; empty once they are.</summary>
    public required string Draft { get; set; }
    public DateTime? DraftAt { get; set; }
    /// <summary>When the blind judgements were stored; null before.</summary>
    public DateTime? JudgedAt { get; set; }
    /// <summary>When this person stood aside, and so sees all of it and judges nothing of it; null while they have not.</summary>
    public DateTime? AsideAt { get; set; }
    /// <summary>Why: a conflict of interest, or that they know already what others say.</summary>
    public string? AsideReason { get; set; }
    /// <summary>For whoever looks at it next; read by those who have judged, and by adjudicators.</summary>
    public string? Note { get; set; }
    /// <summary>Settled what the reviewers differed on, and so is none of them.</summary>
    public bool IsAdjudicator { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<ReviewerRow>
    {
        public void Configure(EntityTypeBuilder<ReviewerRow> builder)
        {
            builder.ToTable("Reviewers").HasKey(r => new { r.TraceNumber, r.Revision, r.AccountKey });
            builder.Property(r => r.AccountKey).HasMaxLength(32);
            builder.Property(r => r.Note).HasMaxLength(NoteLength);
            builder.Property(r => r.AsideReason).HasMaxLength(NoteLength);
            builder.HasIndex(r => new { r.AccountKey, r.JudgedAt });
            builder.HasOne<ReviewRow>().WithMany().HasForeignKey(r => new { r.TraceNumber, r.Revision });
        }
    }
}
