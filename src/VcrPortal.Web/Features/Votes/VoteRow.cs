using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Votes;

/// <summary>One person's opinion of one trace: the key makes it one.</summary>
public sealed class VoteRow
{
    public int TraceNumber { get; set; }
    public required string AccountKey { get; set; }
    public bool IsUp { get; set; }
    /// <summary>The revision that was looked at.</summary>
    public int Revision { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<VoteRow>
    {
        public void Configure(EntityTypeBuilder<VoteRow> builder)
        {
            builder.ToTable("Votes").HasKey(v => new { v.TraceNumber, v.AccountKey });
            builder.Property(v => v.AccountKey).HasMaxLength(32);
            builder.HasOne<TraceRow>().WithMany().HasForeignKey(v => v.TraceNumber);
        }
    }
}
