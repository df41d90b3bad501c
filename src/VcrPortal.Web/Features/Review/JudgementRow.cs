using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Review;

/// <summary>What a reviewer says of a claim.</summary>
public enum Answer { Holds, HoldsInPart, DoesNotHold, CannotTell }

/// <summary>When it was said: before anything of the others was seen, after it, or to settle what others differed on.</summary>
public enum JudgementStep { Blind, Later, Adjudication }

/// <summary>One person's judgement of one claim of one revision.</summary>
public sealed class JudgementRow
{
    public int TraceNumber { get; set; }
    public int Revision { get; set; }
    public required string AccountKey { get; set; }
    /// <summary>A <see cref="Subject"/> as text.</summary>
    public required string Claim { get; set; }
    public JudgementStep Step { get; set; }
    /// <summary>The primitive of the claim, so that agreement is counted without reading graphs.</summary>
    public required string Primitive { get; set; }
    public Answer Answer { get; set; }
    /// <summary>With a claim that does not hold, or holds in part.</summary>
    public Disagreement? Reason { get; set; }
    public string? Note { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<JudgementRow>
    {
        public void Configure(EntityTypeBuilder<JudgementRow> builder)
        {
            builder.ToTable("Judgements").HasKey(j => new { j.TraceNumber, j.Revision, j.AccountKey, j.Claim, j.Step });
            builder.Property(j => j.AccountKey).HasMaxLength(32);
            builder.Property(j => j.Claim).HasMaxLength(Subject.MostCharacters);
            builder.Property(j => j.Primitive).HasMaxLength(100);
            builder.Property(j => j.Reason).HasMaxLength(30);
            builder.Property(j => j.Note).HasMaxLength(VoteRow.NoteLength);
            builder.HasOne<ReviewerRow>().WithMany().HasForeignKey(j => new { j.TraceNumber, j.Revision, j.AccountKey });
        }
    }
}
