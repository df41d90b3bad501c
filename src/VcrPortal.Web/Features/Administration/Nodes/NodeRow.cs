using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Administration.Nodes;

/// <summary>One process of the portal, as it last said that it lives. The row goes when it stops, or a while after it was killed.</summary>
public sealed class NodeRow
{
    /// <summary>Machine, process and a random part: a restarted process is another one.</summary>
    public required string Name { get; set; }
    /// <summary><c>portal</c>, <c>worker</c>, or both.</summary>
    public required string Role { get; set; }
    public required string Version { get; set; }
    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; set; }
    /// <summary>UTC, by this process's own clock.</summary>
    public DateTime SeenAt { get; set; }
    /// <summary>Jobs that it runs at the same time; 0 without that role.</summary>
    public int Workers { get; set; }
    /// <summary>Open pages with a live part.</summary>
    public int Circuits { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<NodeRow>
    {
        public void Configure(EntityTypeBuilder<NodeRow> builder)
        {
            builder.ToTable("Nodes").HasKey(n => n.Name);
            builder.Property(n => n.Name).HasMaxLength(100);
            builder.Property(n => n.Role).HasMaxLength(40);
            builder.Property(n => n.Version).HasMaxLength(60);
        }
    }
}

/// <summary>The rows of this slice.</summary>
public static class NodeTables
{
    extension(PortalDb db)
    {
        public DbSet<NodeRow> Nodes => db.Set<NodeRow>();
    }
}
