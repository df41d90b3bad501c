using System.Globalization;

namespace VcrPortal.Generation.Questions;

/// <summary>What a text field may hold. All text is hostile; what passes here is still encoded wherever it is shown.</summary>
public static class FieldText
{
    private static readonly HashSet<string> Missing = new(["", "n/a", "na", "nan", "none", "null"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The ways of writing that a value is not there.</summary>
    public static bool IsMissing(string text) => Missing.Contains(text.Trim());

    /// <summary>What is wrong with this text, as the end of a sentence; null when it may be taken.</summary>
    /// <param name="maxLength">In UTF-16 characters.</param>
    /// <param name="manyLines">Line breaks and tabs are fine in prose, and not in a name.</param>
    public static string? ProblemOf(string text, int maxLength, bool manyLines = false)
    {
        if (text.Length > maxLength) return string.Create(CultureInfo.InvariantCulture, $"is longer than {maxLength:N0} characters.");
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsSurrogate(letter))
            {
                if (!char.IsSurrogatePair(text, i)) return $"has half a character at position {i + 1}.";
                i++;
            }
            else if (IsControl(letter) && !(manyLines && letter is '\n' or '\r' or '\t'))
                return letter is '\n' or '\r' or '\t' ? "must be one line without tabs." : $"has a control character at position {i + 1}.";
        }
        return null;
    }

    /// <summary>Controls, and the marks that turn the direction of text and so can make it read as something else.</summary>
    private static bool IsControl(char letter) =>
        char.IsControl(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE'
            or '\uFFFF';
}
