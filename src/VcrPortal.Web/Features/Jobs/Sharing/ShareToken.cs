using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VcrPortal.Web.Features.Jobs.Sharing;

/// <summary>What opens a share link: 256 random bits, which stand in its address and nowhere else.</summary>
internal static class ShareToken
{
    private const int Bytes = 32;
    /// <summary>32 bytes in URL-safe base 64.</summary>
    private const int Characters = 43;

    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256, lower-case hexadecimal. Of a random token nothing slower is needed: it cannot be guessed from a list.</summary>
    /// <returns>Null for what can be no token.</returns>
    public static string? HashOf(string? token) => token is { Length: Characters } && Ascii.IsValid(token)
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token))) : null;

    /// <summary>Takes as long for any two hashes.</summary>
    public static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}
