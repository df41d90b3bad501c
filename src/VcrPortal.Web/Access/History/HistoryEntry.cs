using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Access.History;

/// <summary>
/// That somebody did something: written in the transaction of the operation, never changed, never removed (the database refuses both). It
/// holds opaque keys and no text of anybody, so nothing in it needs to go when an account goes.
/// </summary>
public sealed class HistoryEntry
{
    public const int ActorLength = 64;
    public const int SubjectLength = 300;
    public const int DetailLength = 400;

    /// <summary>Rises with time within one process (RFC 9562, version 7).</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
    /// <summary>The key of an account or visitor; "server" for the portal itself.</summary>
    public required string ActorKey { get; set; }
    /// <summary>The name of a operation of the permission table.</summary>
    public required string Operation { get; set; }
    /// <summary>What it was done to: <c>comment:12</c>, <c>n:n5</c>, <c>account:…</c>; empty where <see cref="TraceNumber"/> says it
    /// all.</summary>
    public required string Subject { get; set; }
    public int? TraceNumber { get; set; }
    /// <summary>What a later reader must know besides: "Contributor to Editor".</summary>
    public string? Detail { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<HistoryEntry>
    {
        public void Configure(EntityTypeBuilder<HistoryEntry> builder)
        {
            // The triggers of the migration forbid changes; SQL Server must be told that there are some.
            builder.ToTable("History", t => t.HasTrigger("History_IsAppendOnly")).HasKey(h => h.Id);
            builder.Property(h => h.Id).ValueGeneratedNever();
            builder.Property(h => h.ActorKey).HasMaxLength(ActorLength);
            builder.Property(h => h.Operation).HasMaxLength(40);
            builder.Property(h => h.Subject).HasMaxLength(SubjectLength);
            builder.Property(h => h.Detail).HasMaxLength(DetailLength);
            builder.HasIndex(h => new { h.ActorKey, h.Operation, h.At }); // what the limits count
            builder.HasIndex(h => h.At);
            builder.HasIndex(h => new { h.TraceNumber, h.At });
        }
    }
}
