using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Accounts.External;

/// <summary>Who somebody is elsewhere, by that site's word.</summary>
/// <param name="Key">
/// A hash of the site and of its name for the person: databases that take small and capital letters for the same must not take two people
/// for one, and the name itself is nobody's business here.
/// </param>
/// <param name="Handle">What they are called there; for showing only, and hostile.</param>
public sealed record ExternalIdentity(string ProviderId, string Key, string? Handle, string? Email)
{
    public const int HandleLength = 60;

    /// <summary>What the provider answered, as claims of the cookie that lives until the account is found or made.</summary>
    /// <returns>Null when it names nobody.</returns>
    internal static ClaimsIdentity? Read(JsonElement person, ExternalProvider provider, string scheme)
    {
        if (person.ValueKind != JsonValueKind.Object
            || Text(person, provider.Subject) is not { Length: > 0 and <= 1000 } subject) return null;
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, KeyOf(provider.Authority ?? provider.Id, subject)));
        if (provider.Handle.Select(member => Text(person, member))
            .FirstOrDefault(h => !string.IsNullOrWhiteSpace(h)) is { } handle) identity.AddClaim(
            new Claim(ClaimTypes.Name, handle.Trim().Fit(HandleLength)));
        if (Text(person, "email") is { Length: <= AccountRules.EmailLength } email
            && AccountRules.CheckEmail(email) is null) identity.AddClaim(new Claim(ClaimTypes.Email, email));
        return identity;
    }

    internal static ExternalIdentity From(ExternalLoginInfo info) =>
        new(info.LoginProvider, info.ProviderKey, info.Principal.FindFirstValue(ClaimTypes.Name),
            info.Principal.FindFirstValue(ClaimTypes.Email));

    internal static string KeyOf(string site, string subject) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{site}\n{subject}")));

    internal UserLoginInfo ToLogin() => new(ProviderId, Key, Handle);

    /// <summary>A name that it might have here: what of the handle is allowed.</summary>
    internal string SuggestedName()
    {
        var letters = new string([.. (Handle ?? "").Replace(' ', '-').Where(AccountRules.NameCharacters.Contains)]).Trim('-', '.', '_');
        return letters.Length > AccountRules.NameLength ? letters[..AccountRules.NameLength] : letters;
    }

    private static string? Text(JsonElement person, string member) => person.TryGetProperty(member, out var value)
        ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
        : null;
}
