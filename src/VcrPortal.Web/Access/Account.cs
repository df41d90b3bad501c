using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Access;

/// <summary>What a person may do here, each role including those before it. <see cref="Reader"/> is everybody who is not signed
/// in.</summary>
public enum PortalRole { Reader, Contributor, Reviewer, Editor, Admin }

/// <summary>How what somebody said is signed in files that leave: by a key that leads back to nobody, or by their name.</summary>
public enum ExportSignature { Key, Name }

/// <summary>A person with a name here. The key is random, so that what a deleted account leaves behind points to nobody.</summary>
public sealed class Account : IdentityUser<string>
{
    public Account() => (Id, SecurityStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));

    public PortalRole Role { get; set; } = PortalRole.Contributor;

    /// <summary>Jobs that may wait or run at the same time, as an administrator says; null: as the configuration says for
    /// everybody.</summary>
    public int? LaunchQuota { get; set; }

    public ExportSignature SignsExportsWith { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("Accounts");
            builder.Property(a => a.Id).HasMaxLength(32);
            builder.HasIndex(a => a.NormalizedEmail).HasDatabaseName("EmailIndex");
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

    // In columns of its own, not as JSON: only then is a changed counter a plain update on every server.
    private sealed class Passkeys : IEntityTypeConfiguration<IdentityUserPasskey<string>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserPasskey<string>> builder)
        {
            builder.ToTable("AccountPasskeys").HasKey(p => p.CredentialId);
            // An index of SQL Server holds 900 bytes; authenticators make 16 to 400.
            builder.Property(p => p.CredentialId).HasMaxLength(800);
            builder.Property(p => p.UserId).HasMaxLength(32);
            builder.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
            builder.OwnsOne(p => p.Data, data =>
            {
                data.Property(d => d.Name).HasMaxLength(100).HasColumnName("Name");
                data.Property(d => d.PublicKey).HasColumnName("PublicKey");
                data.Property(d => d.CreatedAt).HasColumnName("CreatedAt");
                data.Property(d => d.SignCount).HasColumnName("SignCount");
                data.Property(d => d.Transports).HasColumnName("Transports");
                data.Property(d => d.IsUserVerified).HasColumnName("IsUserVerified");
                data.Property(d => d.IsBackupEligible).HasColumnName("IsBackupEligible");
                data.Property(d => d.IsBackedUp).HasColumnName("IsBackedUp");
                data.Property(d => d.AttestationObject).HasColumnName("AttestationObject");
                data.Property(d => d.ClientDataJson).HasColumnName("ClientDataJson");
            }).Navigation(p => p.Data).IsRequired();
        }
    }
}
