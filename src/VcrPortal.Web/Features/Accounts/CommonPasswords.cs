using System.Collections.Frozen;

namespace VcrPortal.Web.Features.Accounts;

/// <summary>Passwords that are long and yet among the first that are tried (NIST SP 800-63B, 3.1.1.2): a common word with digits around it,
/// one word again and again, what stands side by side on a keyboard, the person's own name.</summary>
internal static class CommonPasswords
{
    /// <summary>Letters and digits that follow each other, as fingers or heads do.</summary>
    private static readonly string[] Rows =
        ["01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop"];

    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet([
        "password", "passwort", "passcode", "passphrase", "motdepasse", "contrasena", "secret", "letmein", "welcome", "login", "signin",
        "admin", "administrator", "root", "user", "guest", "master", "superman", "batman", "dragon", "monkey", "football", "baseball",
        "sunshine", "princess", "iloveyou", "trustno", "whatever", "starwars", "pokemon", "shadow", "michael", "jordan", "charlie",
        "freedom", "computer", "internet", "default", "changeme", "example", "testing", "test", "hello", "hallo", "qwerty", "qwertz",
        "azerty", "asdf", "abc", "vcrportal", "vcrtrace", "vcr", "portal", "summer", "winter", "spring", "autumn", "love", "flower",
    ]);

    /// <param name="name">The name of the account.</param>
    public static bool Has(string password, string? name)
    {
        var lower = password.ToLowerInvariant();
        if (IsRow(lower)) return true;
        var word = Plain(lower.Trim([.. lower.Where(c => !char.IsLetter(c))]));
        return Enumerable.Range(1, word.Length).Any(n => word.Length % n == 0 && IsKnown(word[..n], name) && Repeats(word, n))
            || Enumerable.Range(1, 4).Any(n => Repeats(lower, n));
    }

    private static bool IsKnown(string word, string? name) =>
        Words.Contains(word) || (name is { Length: > 2 } && word == name.Trim().ToLowerInvariant());

    /// <summary>Whether it is its first letters again and again.</summary>
    private static bool Repeats(string text, int period) => Enumerable.Range(0, text.Length).All(i => text[i] == text[i % period]);

    /// <summary>Whether three of four steps lead to a neighbour.</summary>
    private static bool IsRow(string text)
    {
        var steps = Enumerable.Range(0, text.Length - 1).Count(i => Rows.Any(row =>
            row.Contains(text.Substring(i, 2), StringComparison.Ordinal)
            || row.Contains($"{text[i + 1]}{text[i]}", StringComparison.Ordinal)));
        return steps * 4 >= (text.Length - 1) * 3;
    }

    /// <summary>"p4ssw0rd" as it is meant.</summary>
    private static string Plain(string word) => word.Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a')
        .Replace('5', 's').Replace('@', 'a').Replace('$', 's').Replace("-", "", StringComparison.Ordinal)
        .Replace(" ", "", StringComparison.Ordinal);
}
