using System.Buffers.Text;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Accounts.Passkeys;

/// <param name="Id">The credential's id, in URL-safe base 64.</param>
/// <param name="IsBackedUp">Its maker keeps a copy, so that it outlives the device.</param>
public sealed record PasskeyView(string Id, string Name, DateTime CreatedAt, bool IsBackedUp)
{
    /// <summary>Each is a row that every sign-in with a name reads.</summary>
    public const int MostOfOneAccount = 20;
    public const int NameLength = 60;

    internal static PasskeyView From(UserPasskeyInfo passkey) =>
        new(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "Passkey", passkey.CreatedAt.UtcDateTime, passkey.IsBackedUp);

    internal static ImmutableArray<PasskeyView> From(IEnumerable<UserPasskeyInfo> passkeys) =>
        [.. passkeys.OrderBy(p => p.CreatedAt).Select(From)];

    /// <summary>Null when it is no id at all.</summary>
    internal static byte[]? IdFrom(string? text)
    {
        if (text is null or { Length: 0 or > 1400 } || !Base64Url.IsValid(text)) return null; // 1023 bytes at most (WebAuthn level 3, 4)
        return Base64Url.DecodeFromChars(text);
    }

    /// <summary>What the person calls it; else a number.</summary>
    internal static string NameFrom(string? typed, int others)
    {
        var name = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Passkey {others + 1}")
            : name.Fit(NameLength);
    }
}
