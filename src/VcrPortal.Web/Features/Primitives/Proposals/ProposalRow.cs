using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>What became of a proposal.</summary>
public enum ProposalState { Open, Accepted, Declined, Withdrawn }

/// <summary>A primitive that somebody proposes, as it was written.</summary>
public sealed class ProposalRow
{
    public const int NameLength = 60;
    public const int ReasonLength = 500;

    public int Number { get; set; }
    public required string Name { get; set; }
    public required string Definition { get; set; }
    /// <summary>The whole of it, a <see cref="PrimitiveDraft"/> as JSON.</summary>
    public required string DraftJson { get; set; }
    public required string AuthorKey { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    public ProposalState State { get; set; }
    /// <summary>Why it was declined or withdrawn.</summary>
    public string? Reason { get; set; }
    public DateTime? DecidedAt { get; set; }
    /// <summary>The version of the vocabulary that brought it.</summary>
    public int? VocabularyVersion { get; set; }
    /// <summary>Counts what was done to it; whoever counts it up has it for themselves until they commit.</summary>
    public int Version { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<ProposalRow>
    {
        public void Configure(EntityTypeBuilder<ProposalRow> builder)
        {
            builder.ToTable("Proposals").HasKey(p => p.Number);
            builder.Property(p => p.Number).ValueGeneratedNever();
            builder.Property(p => p.Name).HasMaxLength(NameLength);
            builder.Property(p => p.AuthorKey).HasMaxLength(32);
            builder.Property(p => p.Reason).HasMaxLength(ReasonLength);
            builder.HasIndex(p => new { p.State, p.Number });
        }
    }
}

/// <summary>One person for or against a proposal.</summary>
public sealed class ProposalVoteRow
{
    public int ProposalNumber { get; set; }
    public required string AccountKey { get; set; }
    public bool IsFor { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<ProposalVoteRow>
    {
        public void Configure(EntityTypeBuilder<ProposalVoteRow> builder)
        {
            builder.ToTable("ProposalVotes").HasKey(v => new { v.ProposalNumber, v.AccountKey });
            builder.Property(v => v.AccountKey).HasMaxLength(32);
            builder.HasOne<ProposalRow>().WithMany().HasForeignKey(v => v.ProposalNumber);
        }
    }
}

/// <summary>One of the people who accept a proposal.</summary>
public sealed class ProposalAcceptanceRow
{
    public int ProposalNumber { get; set; }
    public required string AccountKey { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<ProposalAcceptanceRow>
    {
        public void Configure(EntityTypeBuilder<ProposalAcceptanceRow> builder)
        {
            builder.ToTable("ProposalAcceptances").HasKey(v => new { v.ProposalNumber, v.AccountKey });
            builder.Property(v => v.AccountKey).HasMaxLength(32);
            builder.HasOne<ProposalRow>().WithMany().HasForeignKey(v => v.ProposalNumber);
        }
    }
}

/// <summary>What somebody said of a proposal. Comments of traces hang on a revision, which a proposal does not have.</summary>
public sealed class ProposalCommentRow
{
    public int ProposalNumber { get; set; }
    /// <summary>Counted from 1 in each proposal.</summary>
    public int Ordinal { get; set; }
    public required string AuthorKey { get; set; }
    public required string Text { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<ProposalCommentRow>
    {
        public void Configure(EntityTypeBuilder<ProposalCommentRow> builder)
        {
            builder.ToTable("ProposalComments").HasKey(c => new { c.ProposalNumber, c.Ordinal });
            builder.Property(c => c.AuthorKey).HasMaxLength(32);
            builder.HasOne<ProposalRow>().WithMany().HasForeignKey(c => c.ProposalNumber);
        }
    }
}
