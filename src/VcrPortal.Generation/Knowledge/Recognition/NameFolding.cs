using System.Text;

namespace VcrPortal.Generation.Knowledge.Recognition;

/// <summary>
/// Writes one name in one way, so that <c>TGF-beta</c>, <c>TGF beta</c> and <c>TGFβ</c> compare equal, and <c>PI-3K</c> and <c>PI3K</c>:
/// lower case, Greek letters spelled out, blanks and hyphens left out.
/// </summary>
public static class NameFolding
{
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (IsSeparator(letter)) continue;
            if (Greek(letter) is { } spelled) folded.Append(spelled);
            else folded.Append(char.ToLowerInvariant(letter));
        }
        return folded.ToString();
    }

    /// <summary>Blanks, hyphens and dashes, which writers put into names or leave out.</summary>
    internal static bool IsSeparator(char letter) => letter is '-' or '_' or (>= '\u2010' and <= '\u2015') || char.IsWhiteSpace(letter);

    /// <summary>The name of a Greek letter that biology puts into names, else null.</summary>
    internal static string? Greek(char letter) => letter switch
    {
        'α' or 'Α' => "alpha",
        'β' or 'Β' => "beta",
        'γ' or 'Γ' => "gamma",
        'δ' or 'Δ' => "delta",
        'ε' or 'Ε' => "epsilon",
        'ζ' or 'Ζ' => "zeta",
        'η' or 'Η' => "eta",
        'θ' or 'Θ' => "theta",
        'κ' or 'Κ' => "kappa",
        'λ' or 'Λ' => "lambda",
        'μ' or 'µ' => "mu",
        'σ' or 'Σ' => "sigma",
        'τ' or 'Τ' => "tau",
        'ω' or 'Ω' => "omega",
        _ => null,
    };

    private static readonly string[] GreekNames = [.. "αβγδεζηθκλμστω".Select(letter => Greek(letter)!)];

    /// <summary>True where in this folded text the name of a Greek letter ends or begins.</summary>
    internal static bool MeetsGreek(ReadOnlySpan<char> folded, int at)
    {
        foreach (var name in GreekNames)
            if (folded[..at].EndsWith(name) || folded[at..].StartsWith(name)) return true;
        return false;
    }
}
