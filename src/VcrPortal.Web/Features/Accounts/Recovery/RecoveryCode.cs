using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Accounts.Recovery;

/// <summary>
/// A word that lets somebody who lost the password or passkey set a new password, once. It holds 80 bits of chance, so a plain hash keeps
/// it:
/// nobody can try them all, with the database at hand neither.
/// </summary>
internal static class RecoveryCode
{
    public const int OfOneAccount = 10;
    /// <summary>32 letters, without those that look like others.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 16;

    /// <summary><c>ABCD-EFGH-JKLM-NPQR</c>.</summary>
    public static string Make() =>
        string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(4).Select(four => new string(four)));

    /// <summary>The hash as the database keeps it; null for what can be no code. Spaces, dashes and case do not matter.</summary>
    public static string? HashOf(string? typed, string accountKey)
    {
        if (typed is null or { Length: > 100 }) return null;
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length == Length ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{accountKey}:{code}"))) : null;
    }
}

/// <summary>A recovery code that was not used yet. Using it is deleting its row, so that of two at once one succeeds.</summary>
public sealed class RecoveryCodeRow
{
    public required string AccountKey { get; set; }
    public required string Hash { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<RecoveryCodeRow>
    {
        public void Configure(EntityTypeBuilder<RecoveryCodeRow> builder)
        {
            builder.ToTable("AccountRecoveryCodes").HasKey(c => new { c.AccountKey, c.Hash });
            builder.Property(c => c.AccountKey).HasMaxLength(32);
            builder.Property(c => c.Hash).HasMaxLength(64);
            builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountKey);
        }
    }
}
