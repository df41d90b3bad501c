using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Collections;

/// <summary>A named set of traces and claims, in an order that somebody gave them.</summary>
public sealed class CollectionRow : IResourceRow<CollectionRow>
{
    /// <summary>Characters of the title.</summary>
    public const int LongestTitle = 120;

    /// <summary>Characters of what it is about, and of a note.</summary>
    public const int LongestText = 2_000;

    public int Number { get; set; }
    public required string Title { get; set; }
    /// <summary>What it is about, as plain text.</summary>
    public string About { get; set; } = "";
    public bool IsPrivate { get; set; }
    /// <summary>The key of an account or a team.</summary>
    public required string OwnerKey { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime ChangedAt { get; set; }
    /// <summary>Counts its changes; a citation names it.</summary>
    public int Version { get; set; }

    /// <inheritdoc />
    public static Expression<Func<CollectionRow, ResourceFacts>> Facts { get; } = c => new()
    {
        Number = c.Number,
        OwnerKey = c.OwnerKey,
        IsPrivate = c.IsPrivate,
    };

    /// <inheritdoc />
    public static Operation Reading => Operation.ReadCollection;

    private sealed class Configuration : IEntityTypeConfiguration<CollectionRow>
    {
        public void Configure(EntityTypeBuilder<CollectionRow> builder)
        {
            builder.ToTable("Collections").HasKey(c => c.Number);
            builder.Property(c => c.Number).ValueGeneratedNever();
            builder.Property(c => c.Title).HasMaxLength(LongestTitle);
            builder.Property(c => c.About).HasMaxLength(LongestText);
            builder.Property(c => c.OwnerKey).HasMaxLength(64);
            builder.HasIndex(c => new { c.OwnerKey, c.Number });
            builder.HasIndex(c => new { c.ChangedAt, c.Number });
        }
    }
}

/// <summary>A trace, or one claim of it, in a collection: in the revision that was looked at, which never changes.</summary>
public sealed class CollectionItemRow
{
    /// <summary>Characters of the id of an action.</summary>
    public const int LongestAction = 100;

    public int CollectionNumber { get; set; }
    public int TraceNumber { get; set; }
    /// <summary>The id of an action; empty for the trace as a whole.</summary>
    public required string Action { get; set; }
    public int Revision { get; set; }
    /// <summary>The lower ones first; not contiguous.</summary>
    public int Place { get; set; }
    public string Note { get; set; } = "";
    /// <summary>When it was put in. UTC.</summary>
    public DateTime At { get; set; }

    public ItemKey Key => new(TraceNumber, Action);

    private sealed class Configuration : IEntityTypeConfiguration<CollectionItemRow>
    {
        public void Configure(EntityTypeBuilder<CollectionItemRow> builder)
        {
            builder.ToTable("CollectionItems").HasKey(i => new { i.CollectionNumber, i.TraceNumber, i.Action });
            builder.Ignore(i => i.Key);
            builder.Property(i => i.Action).HasMaxLength(LongestAction);
            builder.Property(i => i.Note).HasMaxLength(CollectionRow.LongestText);
            builder.HasIndex(i => new { i.CollectionNumber, i.Place });
            builder.HasOne<CollectionRow>().WithMany().HasForeignKey(i => i.CollectionNumber);
        }
    }
}
