namespace VcrPortal.Reasoning.Graph;

/// <summary>Finds the action ids that a <c>via</c> text names: words of the form n5, or the whole text where it is an id.</summary>
internal static class ActionReferences
{
    /// <summary>A place in the text that names an action.</summary>
    public readonly record struct Reference(int Start, int Length);

    public static IReadOnlyList<Reference> In(string text, GraphIndex graph)
    {
        var whole = text.AsSpan().Trim();
        if (whole.Length > 0 && whole.Length <= graph.LongestId && graph.Position(new NodeId(whole.ToString())) >= 0) return [
            new(text.AsSpan().IndexOf(whole), whole.Length)];
        List<Reference>? references = null;
        for (var at = 0; text.IndexOf('n', at) is var start and >= 0;)
        {
            at = start + 1;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            if (at > start + 1 && !IsWordCharacter(text, start - 1) && !IsWordCharacter(text, at)) (references ??= [])
                .Add(new(start, at - start));
        }
        return references ?? (IReadOnlyList<Reference>)[];
    }

    private static bool IsWordCharacter(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');
}
