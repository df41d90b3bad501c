using System.Collections.Immutable;

namespace VcrPortal.Reasoning.Grounding;

/// <summary>An entity as an author wrote it, and the things that it names: one, or each member of a group such as <c>SMAD2/3</c>.</summary>
/// <param name="Text">The text as written.</param>
/// <param name="Members">At least one, in written order: <c>SMAD2</c>, <c>SMAD3</c>.</param>
public sealed record EntityMention(string Text, ImmutableArray<string> Members)
{
    // What follows the names of a group without being one.
    private static readonly string[] Tails =
        ["complex", "complexes", "heterodimer", "heterodimers", "dimer", "dimers", "oligomer", "oligomers"];

    public bool IsGroup => Members.Length > 1;

    /// <summary>False where <see cref="Parse"/> cannot give a group.</summary>
    internal static bool MayBeGroup(string text) => text.Contains('/');

    /// <summary>
    /// Splits at slashes between names: <c>BAX/BAK</c>, <c>VEGFR-1/VEGFR-2</c>. A part that is only a number, or one letter after a number
    /// or hyphen, takes the stem of the name before it: <c>caspase-3/7</c>, <c>ERK1/2</c>, <c>p38α/β</c>, <c>HLA-A/B</c>. A text in which
    /// any part would name nothing (<c>N/A</c>, <c>and/or</c>) is one entity.
    /// </summary>
    public static EntityMention Parse(string text)
    {
        if (!MayBeGroup(text)) return new EntityMention(text, [text.Trim()]);
        var parts = WithoutTail(text.Trim()).Split('/', StringSplitOptions.TrimEntries);
        var members = ImmutableArray.CreateBuilder<string>(parts.Length);
        foreach (var part in parts)
        {
            if (members.Count > 0 && TakeStem(members[^1], part) is { } whole) members.Add(whole);
            else if (IsName(part)) members.Add(part);
            else return new EntityMention(text, [text.Trim()]);
        }
        return new EntityMention(text, members.Count > 1 ? members.ToImmutable() : [text.Trim()]);
    }

    private static string WithoutTail(string text)
    {
        var space = text.LastIndexOf(' ');
        return space > 0 && Tails.Contains(text[(space + 1)..], StringComparer.OrdinalIgnoreCase) ? text[..space] : text;
    }

    private static string? TakeStem(string before, string part)
    {
        if (part.Length > 0 && part.All(char.IsAsciiDigit))
            return before.TrimEnd("0123456789".ToCharArray()) is { Length: > 0 } stem && stem.Length < before.Length ? stem + part : null;
        var isLetter = part.Length == 1 && char.IsLetter(part[0]);
        return isLetter && before.Length > 1 && char.IsLetter(before[^1]) && (char.IsAsciiDigit(before[^2]) || before[^2] == '-')
            ? before[..^1] + part : null;
    }

    // Names of molecules hold no blanks between slashes, begin with a letter and are no mere words.
    private static bool IsName(string part) =>
        part.Length > 1 && char.IsLetter(part[0]) && !part.Any(char.IsWhiteSpace)
            && (part.Any(char.IsAsciiDigit) || part.Any(char.IsUpper) || part.Contains('-'));
}
