using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Features.Knowledge.Answers;

/// <summary>What a source answered to one question. Of the question only a hash is kept: it may be a private job's.</summary>
public sealed class SourceAnswerRow
{
    public required string Source { get; set; }
    /// <summary>SHA-256 of the question, in hexadecimal.</summary>
    public required string Question { get; set; }
    public required string Body { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<SourceAnswerRow>
    {
        public void Configure(EntityTypeBuilder<SourceAnswerRow> builder)
        {
            builder.ToTable("SourceAnswers").HasKey(a => new { a.Source, a.Question });
            builder.Property(a => a.Source).HasMaxLength(40);
            builder.Property(a => a.Question).HasMaxLength(64);
            builder.HasIndex(a => a.At);
        }
    }
}
