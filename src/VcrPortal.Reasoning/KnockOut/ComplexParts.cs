using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.KnockOut;

/// <summary>A complex assembles only from all of its parts, so the actions that bring a part are needed together.</summary>
internal static class ComplexParts
{
    public static bool Assembles(ActionNode action) => action is { Kind: ClaimKind.Complex, Direction: Direction.Up };

    /// <summary>The names of the members, each of a group too: <c>BAX/BAK</c> gives BAX and BAK.</summary>
    public static HashSet<string> Members(ActionNode complex) => complex["members"] is { } members ? Names(members) : [];

    /// <summary>True where any entity that the action names is one of the members.</summary>
    public static bool Concerns(ActionNode action, HashSet<string> members)
    {
        foreach (var argument in action.Arguments)
            if (action.Primitive?.Argument(argument.Name)?.Kind is ArgumentKind.Entity or ArgumentKind.EntityList
                && Names(argument.Value).Overlaps(members)) return true;
        return false;
    }

    private static HashSet<string> Names(ArgumentValue value) =>
        [.. value.Texts.SelectMany(text => EntityMention.Parse(text).Members).Select(Plain).Where(name => name.Length > 0)];

    // BCL-2, Bcl2 and "BCL 2" are one name.
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
