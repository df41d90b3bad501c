namespace VcrPortal.Reasoning.Text;

/// <summary>What stands on a line outside calls.</summary>
internal static class LineText
{
    /// <summary>Without the bullets, numbers and punctuation that lists of calls come with.</summary>
    public static ReadOnlySpan<char> WithoutBullet(ReadOnlySpan<char> line)
    {
        var rest = line.Trim().TrimStart("-*•–>+,;.)]}` \t");
        var afterDigits = rest.TrimStart("0123456789");
        if (afterDigits.Length < rest.Length && !afterDigits.IsEmpty && afterDigits[0] is '.' or ')' or ':') rest = afterDigits[1..];
        return rest.TrimStart(" \t`");
    }

    public static bool IsCodeFence(ReadOnlySpan<char> line) => line.TrimStart().StartsWith("```");

    public static bool HasLetters(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
            if (char.IsLetter(c)) return true;
        return false;
    }

    public static bool EndsInArrow(string line) =>
        line.EndsWith("->", StringComparison.Ordinal) || line.EndsWith('→') || line.EndsWith("--", StringComparison.Ordinal);
}
