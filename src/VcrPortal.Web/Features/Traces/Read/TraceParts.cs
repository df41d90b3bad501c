using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>The wide text of a trace, read on its own page only.</summary>
public sealed class TraceTextRow
{
    public int TraceNumber { get; set; }
    public required string Report { get; set; }
    public required string EvidenceJson { get; set; }
    public required string CitationsJson { get; set; }
    public required string RecordJson { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<TraceTextRow>
    {
        public void Configure(EntityTypeBuilder<TraceTextRow> builder)
        {
            builder.ToTable("TraceTexts").HasKey(t => t.TraceNumber);
            builder.Property(t => t.TraceNumber).ValueGeneratedNever();
            builder.HasOne<TraceRow>().WithOne().HasForeignKey<TraceTextRow>(t => t.TraceNumber);
        }
    }
}

/// <summary>One revision: never changed, identified by the hash of its canonical text.</summary>
public sealed class TraceRevisionRow
{
    public int TraceNumber { get; set; }
    public int Revision { get; set; }
    /// <summary>The version of the vocabulary that it was written under.</summary>
    public int Vocabulary { get; set; }
    /// <summary>SHA-256 of the text, lower-case hexadecimal.</summary>
    public required string Hash { get; set; }
    public required string Text { get; set; }
    public required string Reason { get; set; }
    /// <summary>The report from this revision on; null: that of the revision before, at first that of <see cref="TraceTextRow"/>.</summary>
    public string? Report { get; set; }
    public DateTime At { get; set; }
    /// <summary>The person who wrote what is new in it; null where the job did.</summary>
    public string? AuthorKey { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<TraceRevisionRow>
    {
        public void Configure(EntityTypeBuilder<TraceRevisionRow> builder)
        {
            builder.ToTable("TraceRevisions").HasKey(r => new { r.TraceNumber, r.Revision });
            builder.Property(r => r.Hash).HasMaxLength(64);
            builder.Property(r => r.Reason).HasMaxLength(500);
            builder.Property(r => r.AuthorKey).HasMaxLength(32);
            builder.HasIndex(r => r.Hash);
            builder.HasOne<TraceRow>().WithMany().HasForeignKey(r => r.TraceNumber);
        }
    }
}

/// <summary>One verdict about one claim of one revision: what facets and scores count, and the whole of it as JSON.</summary>
public sealed class TraceVerdictRow
{
    public int TraceNumber { get; set; }
    public int Revision { get; set; }
    public int Ordinal { get; set; }
    public required string Action { get; set; }
    public string? Member { get; set; }
    public string? EdgeTarget { get; set; }
    public VerdictKind Kind { get; set; }
    public required string Verifier { get; set; }
    public bool SameSource { get; set; }
    public required string VerdictJson { get; set; }

    internal static TraceVerdictRow From(int trace, int revision, int ordinal, Verdict verdict) => new()
    {
        TraceNumber = trace,
        Revision = revision,
        Ordinal = ordinal,
        Action = verdict.Claim.Action.Value.Fit(100),
        Member = verdict.Claim.Member?.Fit(200),
        EdgeTarget = verdict.Claim.EdgeTarget?.Value.Fit(100),
        Kind = verdict.Kind,
        Verifier = verdict.Verifier.Fit(60),
        SameSource = verdict.SameSource,
        VerdictJson = PortalJson.Write(verdict),
    };

    private sealed class Configuration : IEntityTypeConfiguration<TraceVerdictRow>
    {
        public void Configure(EntityTypeBuilder<TraceVerdictRow> builder)
        {
            builder.ToTable("TraceVerdicts").HasKey(v => new { v.TraceNumber, v.Revision, v.Ordinal });
            builder.Property(v => v.Action).HasMaxLength(100);
            builder.Property(v => v.Member).HasMaxLength(200);
            builder.Property(v => v.EdgeTarget).HasMaxLength(100);
            builder.Property(v => v.Verifier).HasMaxLength(60);
            builder.HasOne<TraceRevisionRow>().WithMany().HasForeignKey(v => new { v.TraceNumber, v.Revision });
        }
    }
}

/// <summary>What a trace is about, for search and facets.</summary>
public sealed class TraceTermRow
{
    public int TraceNumber { get; set; }
    public int Ordinal { get; set; }
    /// <summary>One of <see cref="TermKind"/>.</summary>
    public required string Kind { get; set; }
    public string? Curie { get; set; }
    public required string Label { get; set; }
    /// <summary>The label as searches compare it.</summary>
    public required string Folded { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<TraceTermRow>
    {
        public void Configure(EntityTypeBuilder<TraceTermRow> builder)
        {
            builder.ToTable("TraceTerms").HasKey(t => new { t.TraceNumber, t.Ordinal });
            builder.Property(t => t.Kind).HasMaxLength(20);
            builder.Property(t => t.Curie).HasMaxLength(80);
            builder.Property(t => t.Label).HasMaxLength(200);
            builder.Property(t => t.Folded).HasMaxLength(200);
            builder.HasIndex(t => new { t.Kind, t.Folded, t.TraceNumber });
            builder.HasOne<TraceRow>().WithMany().HasForeignKey(t => t.TraceNumber);
        }
    }
}
