using System.Security.Cryptography;
using System.Text;

namespace VcrPortal.Web.Features.Accounts.FirstAdministrator;

/// <summary>
/// The key to the first administrator's role: printed on the server's console as long as there is none, so that a public site never belongs
/// to the first stranger. It lives in memory only, and each start makes a new one.
/// </summary>
public sealed class AdminToken
{
    private readonly byte[] _token = RandomNumberGenerator.GetBytes(20);

    public string Text => Convert.ToHexStringLower(_token);

    /// <summary>In the same time for every wrong one.</summary>
    public bool Is(string? typed) => CryptographicOperations.FixedTimeEquals(Hash(typed?.Trim() ?? ""), Hash(Text));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
