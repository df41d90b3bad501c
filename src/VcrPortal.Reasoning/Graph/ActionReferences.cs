namespace VcrPortal.Reasoning.Graph;

/// <summary>Finds the action ids that a <c>via</c> text names: words of the form n5, or the whole text where it is an id.</summary>
internal static class ActionReferences
{
    /// <summary>A place in the text that names an action.</summary>
    public readonly record struct Reference(int Start, int Length);

    public static List<Reference> In(string text, Func<string, bool> isDeclared)
    {
        var references = new List<Reference>();
        var whole = text.Trim();
        if (whole.Length > 0 && isDeclared(whole)) return [new Reference(text.IndexOf(whole, StringComparison.Ordinal), whole.Length)];
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordCharacter(text[i])) { i++; continue; }
            var start = i;
            while (i < text.Length && IsWordCharacter(text[i])) i++;
            if (IsNumberedId(text.AsSpan(start, i - start))) references.Add(new Reference(start, i - start));
        }
        return references;
    }

    private static bool IsNumberedId(ReadOnlySpan<char> word) => word.Length > 1 && word[0] == 'n' && word[1..].IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c == '_';
}
