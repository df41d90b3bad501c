using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Features.Accounts;

/// <summary>What a person may do here, each role including those before it. <see cref="Reader"/> is everybody who is not signed in.</summary>
public enum PortalRole { Reader, Contributor, Reviewer, Editor, Admin }

/// <summary>A person with a name here. The key is random, so that what a deleted account leaves behind points to nobody.</summary>
public sealed class Account : IdentityUser<string>
{
    public Account() => (Id, SecurityStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));

    public PortalRole Role { get; set; } = PortalRole.Contributor;

    /// <summary>Jobs that may wait or run at the same time, as an administrator says; null: as the configuration says for everybody.</summary>
    public int? LaunchQuota { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("Accounts");
            builder.Property(a => a.Id).HasMaxLength(32);
            builder.HasIndex(a => a.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
            builder.Property(a => a.PhoneNumber).HasMaxLength(40);
            builder.Property(a => a.PasswordHash).HasMaxLength(400);
            builder.Property(a => a.SecurityStamp).HasMaxLength(64);
            builder.Property(a => a.ConcurrencyStamp).HasMaxLength(64);
        }
    }

    private sealed class Claims : IEntityTypeConfiguration<IdentityUserClaim<string>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder) => builder.ToTable("AccountClaims");
    }

    private sealed class Logins : IEntityTypeConfiguration<IdentityUserLogin<string>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder) => builder.ToTable("AccountLogins");
    }

    private sealed class Tokens : IEntityTypeConfiguration<IdentityUserToken<string>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder) => builder.ToTable("AccountTokens");
    }
}
