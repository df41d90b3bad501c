using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Vocabulary;

/// <summary>A claim in a reader's words.</summary>
/// <param name="Verb">"activity falls".</param>
/// <param name="Main">"venetoclax → BCL-2".</param>
/// <param name="Sub">What it acts through, or empty.</param>
public sealed record ClaimText(string Verb, ClaimSign Sign, string Main, string Sub)
{
    public string SignWord => Sign switch
    {
        ClaimSign.Given => "given",
        ClaimSign.Up => "up",
        ClaimSign.Down => "down",
        ClaimSign.Binds => "binds",
        ClaimSign.Moves => "moves",
        ClaimSign.Into => "into",
        ClaimSign.With => "with",
        ClaimSign.Gain => "gain",
        ClaimSign.Loss => "loss",
        ClaimSign.End => "end",
        _ => "?",
    };

    /// <summary>All of it but <see cref="Sub"/> as one reads it: "binimetinib binds MAP2K1", "MAPK1 activity falls".</summary>
    public string Sentence =>
        Main.Length == 0 ? Verb
        : Sign != ClaimSign.Into && Main.Split([" → ", " ~ "], StringSplitOptions.None) is [var from, var to] ? $"{from} {Verb} {to}"
        : Verb.EndsWith(" rises", StringComparison.Ordinal) || Verb.EndsWith(" falls", StringComparison.Ordinal)
            || Sign is ClaimSign.Gain or ClaimSign.Loss or ClaimSign.Moves ? $"{Main} {Verb}"
        : $"{Verb} {Main}";
}

/// <summary>Says what an action claims, in the words that its vocabulary gives the primitive.</summary>
public static class ClaimWording
{
    // What an action without words of its own is about: its arguments, the first of many.
    private const int NamedArguments = 3;

    public static ClaimText For(ActionNode node)
    {
        if (node.Primitive is not { } primitive) return Plain(node, " (unknown verb)");
        if (primitive.Wording is not { } words) return Plain(node, "");
        var (verb, sign) = words.Opposite is null ? (words.Verb.Say(node), words.Sign) : node.Direction switch
        {
            Direction.Up => (words.Verb.Say(node), ClaimSign.Up),
            Direction.Down => (words.Opposite.Say(node), ClaimSign.Down),
            _ => ($"{words.Verb.Say(node)} or {words.Opposite.Say(node)}", ClaimSign.Unknown),
        };
        return new(verb, sign, words.Main.Say(node), words.Sub.Say(node));
    }

    private static ClaimText Plain(ActionNode node, string remark)
    {
        var sign = node.Primitive is null ? ClaimSign.Unknown
            : node.Direction switch { Direction.Up => ClaimSign.Up, Direction.Down => ClaimSign.Down, _ => ClaimSign.With };
        return new(node.Name.Replace('_', ' ') + remark, sign, Some(node.Arguments.Select(a => a.Value.ToString())), "");
    }

    private static string Some(IEnumerable<string> texts)
    {
        var all = texts.Where(t => t.Length > 0).ToList();
        return all.Count <= NamedArguments ? string.Join(", ", all)
            : $"{string.Join(", ", all.Take(NamedArguments - 1))}, +{all.Count - NamedArguments + 1}";
    }
}
