using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion.Votes;

/// <summary>What is wrong with a claim, for somebody who disagrees with it.</summary>
public enum Disagreement { Entity, Grounding, Direction, WrongPrimitive, NoSuchRelation, Context, EvidenceSaysOtherwise, Other }

/// <summary>One person's opinion of one trace, or of one claim of it: the key makes it one.</summary>
public sealed class VoteRow
{
    /// <summary>The most characters of <see cref="Note"/>.</summary>
    public const int NoteLength = 300;

    public int TraceNumber { get; set; }
    public required string AccountKey { get; set; }
    /// <summary>A <see cref="Traces.Subject"/> as text; empty: the trace as a whole.</summary>
    public required string Subject { get; set; }
    /// <summary>The revision whose claim it is; 0 with the trace as a whole, which is the same in all.</summary>
    public int Revision { get; set; }
    public bool IsUp { get; set; }
    /// <summary>With a claim that is disagreed with.</summary>
    public Disagreement? Reason { get; set; }
    public string? Note { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<VoteRow>
    {
        public void Configure(EntityTypeBuilder<VoteRow> builder)
        {
            builder.ToTable("Votes").HasKey(v => new { v.TraceNumber, v.AccountKey, v.Subject, v.Revision });
            builder.Property(v => v.AccountKey).HasMaxLength(32);
            builder.Property(v => v.Subject).HasMaxLength(Traces.Subject.MostCharacters);
            builder.Property(v => v.Reason).HasMaxLength(30);
            builder.Property(v => v.Note).HasMaxLength(NoteLength);
            builder.HasOne<TraceRow>().WithMany().HasForeignKey(v => v.TraceNumber);
        }
    }
}
