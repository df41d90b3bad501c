using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Annotations;

/// <summary>A passage of a report that people mark or write about, as stored; it never changes. One for each place of each revision, so
/// that two who choose the same words meet there.</summary>
public sealed class PassageRow
{
    public int Number { get; set; }
    public int TraceNumber { get; set; }
    /// <summary>The revision whose report was read; place and quotation are of that one.</summary>
    public int Revision { get; set; }
    /// <summary>As in <see cref="TextSpan"/>.</summary>
    public int Start { get; set; }
    public int End { get; set; }
    /// <summary>As in <see cref="TextQuote"/>.</summary>
    public required string Exact { get; set; }
    public required string Prefix { get; set; }
    public required string Suffix { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<PassageRow>
    {
        public void Configure(EntityTypeBuilder<PassageRow> builder)
        {
            builder.ToTable("Passages").HasKey(p => p.Number);
            builder.Property(p => p.Number).ValueGeneratedNever();
            // A code point takes two characters of a column at most.
            builder.Property(p => p.Exact).HasMaxLength(2 * TextQuote.MostExact);
            builder.Property(p => p.Prefix).HasMaxLength(2 * TextQuote.Context);
            builder.Property(p => p.Suffix).HasMaxLength(2 * TextQuote.Context);
            builder.HasIndex(p => new { p.TraceNumber, p.Revision, p.Start, p.End }).IsUnique();
            builder.HasOne<TraceRow>().WithMany().HasForeignKey(p => p.TraceNumber);
        }
    }
}

/// <summary>What somebody thinks of a passage.</summary>
public enum PassageOpinion { Supports, Doubts, Question }

/// <summary>One person's mark on one passage: the key makes it one.</summary>
public sealed class PassageMarkRow
{
    public int PassageNumber { get; set; }
    public required string AccountKey { get; set; }
    public PassageOpinion Opinion { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<PassageMarkRow>
    {
        public void Configure(EntityTypeBuilder<PassageMarkRow> builder)
        {
            builder.ToTable("PassageMarks").HasKey(m => new { m.PassageNumber, m.AccountKey });
            builder.Property(m => m.AccountKey).HasMaxLength(32);
            builder.HasIndex(m => m.AccountKey);
            builder.HasOne<PassageRow>().WithMany().HasForeignKey(m => m.PassageNumber);
        }
    }
}
