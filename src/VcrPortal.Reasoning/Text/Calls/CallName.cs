using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Text.Calls;

/// <summary>What stands before a parenthesis, and where.</summary>
/// <param name="Written">The name as it stands in the text.</param>
/// <param name="Canonical">The name of a primitive, of an edge, or of the old verb for any activity; null where the vocabulary does not
/// know it.</param>
internal sealed record CallName(string Written, string? Canonical, TextSpan Place)
{
    public const string Edge = "edge";

    public bool IsKnown => Canonical is not null;
    public bool IsEdge => Canonical == Edge;

    public static CallName Parse(string written, PrimitiveVocabulary vocabulary, TextSpan place) =>
        new(written, Known(written, vocabulary), place);

    private static string? Known(string written, PrimitiveVocabulary vocabulary)
    {
        if (vocabulary.Find(written) is not null) return written;
        var name = written.ToLowerInvariant();
        if (vocabulary.Find(name) is not null || name is Edge or PrimitiveAliases.AnyActivity) return name;
        return PrimitiveAliases.CanonicalName(name);
    }

    /// <summary>A text that was cut may end in the first letters of a call.</summary>
    public static bool MayBegin(ReadOnlySpan<char> text, PrimitiveVocabulary vocabulary)
    {
        if (text.IsEmpty) return false;
        foreach (var primitive in vocabulary.Primitives)
            if (primitive.Name.AsSpan().StartsWith(text, StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var alias in PrimitiveAliases.OtherNames)
            if (alias.AsSpan().StartsWith(text, StringComparison.OrdinalIgnoreCase)) return true;
        return Edge.AsSpan().StartsWith(text, StringComparison.OrdinalIgnoreCase);
    }
}
