using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
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
    private const string DirectoryClaim = "vcr:directory";

    /// <summary>For Entra ID, a hash of the directory and of its own name for the person (<c>tid</c>, <c>oid</c>), which stays when the
    /// portal is registered there anew and <see cref="Key"/> changes. For the history only.</summary>
    public string? DirectoryKey { get; init; }

    internal string? Detail => DirectoryKey is null ? null : $"directory {DirectoryKey}";

    /// <summary>What the provider answered, as claims of the cookie that lives until the account is found or made.</summary>
    /// <returns>Null when it names nobody.</returns>
    internal static ClaimsIdentity? Read(JsonElement person, ExternalProvider provider, string scheme) =>
        person.ValueKind == JsonValueKind.Object ? Read(member => Text(person, member), provider, scheme) : null;

    /// <summary>The same of an OpenID provider's token and user information.</summary>
    internal static ClaimsIdentity? Read(ClaimsPrincipal person, ExternalProvider provider, string scheme) =>
        Read(member => Text(person, member), provider, scheme);

    private static ClaimsIdentity? Read(Func<string, string?> told, ExternalProvider provider, string scheme)
    {
        if (told(provider.Subject) is not { Length: > 0 and <= 1000 } subject) return null;
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, KeyOf(provider.Authority ?? provider.Id, subject)));
        if (provider.Handle.Select(told).FirstOrDefault(h => !string.IsNullOrWhiteSpace(h)) is { } handle)
            identity.AddClaim(new Claim(ClaimTypes.Name, handle.Trim().Fit(HandleLength)));
        if (told("email") is { Length: <= AccountRules.EmailLength } email && AccountRules.CheckEmail(email) is null)
            identity.AddClaim(new Claim(ClaimTypes.Email, email));
        if (told("tid") is { Length: > 0 } directory && told("oid") is { Length: > 0 } person)
            identity.AddClaim(new Claim(DirectoryClaim, KeyOf(directory, person)));
        return identity;
    }

    internal static ExternalIdentity From(ExternalLoginInfo info) =>
        new(info.LoginProvider, info.ProviderKey, info.Principal.FindFirstValue(ClaimTypes.Name),
            info.Principal.FindFirstValue(ClaimTypes.Email))
        {
            DirectoryKey = info.Principal.FindFirstValue(DirectoryClaim),
        };

    internal static string KeyOf(string site, string subject) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{site}\n{subject}")));

    internal UserLoginInfo ToLogin() => new(ProviderId, Key, Handle);

    /// <summary>A name that it might have here: what of the handle is allowed.</summary>
    internal string SuggestedName()
    {
        var letters = new string([.. (Handle ?? "").Replace(' ', '-').Where(AccountRules.NameCharacters.Contains)]).Trim('-', '.', '_');
        return letters.Length > AccountRules.NameLength ? letters[..AccountRules.NameLength] : letters;
    }

    // Microsoft.Identity.Web gives the members of a token the long names of old, whatever it is told.
    private static string? Text(ClaimsPrincipal person, string member)
    {
        var longName = JsonWebTokenHandler.DefaultInboundClaimTypeMap.TryGetValue(member, out var mapped) ? mapped : member;
        return person.FindFirst(c => (c.Type == member || c.Type == longName) && c.ValueType != JsonClaimValueTypes.Json)?.Value;
    }

    private static string? Text(JsonElement person, string member) => person.TryGetProperty(member, out var value)
        ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
        : null;
}
