using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>What a score is about.</summary>
public enum ScoreKind
{
    /// <summary>The explanation as a whole, by its validity: <see cref="TraceScoreRow.Valid"/> or <see cref="TraceScoreRow.Invalid"/>;
    /// counts its claims.</summary>
    Whole,
    /// <summary>One rule that the explanation breaks as an error, by its code; counts the places.</summary>
    Rule,
    /// <summary>Mentions of entities: <see cref="TraceScoreRow.Grounded"/> or <see cref="TraceScoreRow.Ungrounded"/>.</summary>
    Mention,
    /// <summary>One verifier: counts the claims and edges that it looked at.</summary>
    Verifier,
    /// <summary>One primitive: counts its actions; the verdicts are those on their claims.</summary>
    Primitive,
}

/// <summary>
/// One number of a trace as it was generated (revision 1), before anything was pruned: narrow, never changed, so that a corpus is scored by
/// one sum in the database.
/// </summary>
public sealed class TraceScoreRow
{
    public const string Valid = "valid";
    public const string Invalid = "invalid";
    public const string Grounded = "grounded";
    public const string Ungrounded = "ungrounded";

    public int TraceNumber { get; set; }
    public ScoreKind Kind { get; set; }
    public required string Name { get; set; }
    public int Count { get; set; }
    public int Supported { get; set; }
    public int Refuted { get; set; }
    public int Undetermined { get; set; }
    public int NotTestable { get; set; }
    public int SameSource { get; set; }
    public int Disputed { get; set; }
    public int Dependent { get; set; }
    /// <summary>Those of the supported claims that are supported for this compound or in this cell.</summary>
    public int Direct { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<TraceScoreRow>
    {
        public void Configure(EntityTypeBuilder<TraceScoreRow> builder)
        {
            builder.ToTable("TraceScores").HasKey(s => new { s.TraceNumber, s.Kind, s.Name });
            builder.Property(s => s.Name).HasMaxLength(100);
            builder.HasOne<TraceRow>().WithMany().HasForeignKey(s => s.TraceNumber);
        }
    }
}
