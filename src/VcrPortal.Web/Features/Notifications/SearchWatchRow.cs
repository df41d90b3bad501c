using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Notifications;

/// <summary>A search that an account wants to hear of. What is new in it is counted when its owner looks: a batch of thousands tells nobody
/// thousands of times.</summary>
public sealed class SearchWatchRow
{
    /// <summary>Characters of each part of a search.</summary>
    public const int LongestTerm = 200;

    public required string AccountKey { get; set; }
    /// <summary>The same for the same search.</summary>
    public required string Key { get; set; }
    public string? Text { get; set; }
    public string? Compound { get; set; }
    public string? CellLine { get; set; }
    /// <summary>The newest trace of the portal when its owner last looked.</summary>
    public int SeenTrace { get; set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    public static string KeyOf(TraceQuery search) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{search.Text}\n{search.Compound}\n{search.CellLine}")))[..32];

    private sealed class Configuration : IEntityTypeConfiguration<SearchWatchRow>
    {
        public void Configure(EntityTypeBuilder<SearchWatchRow> builder)
        {
            builder.ToTable("SearchWatches").HasKey(w => new { w.AccountKey, w.Key });
            builder.Property(w => w.AccountKey).HasMaxLength(32);
            builder.Property(w => w.Key).HasMaxLength(32);
            builder.Property(w => w.Text).HasMaxLength(LongestTerm);
            builder.Property(w => w.Compound).HasMaxLength(LongestTerm);
            builder.Property(w => w.CellLine).HasMaxLength(LongestTerm);
        }
    }
}
