using VcrPortal.Reasoning.Text.Calls;

namespace VcrPortal.Reasoning.Text;

/// <summary>
/// The beginning of a line inside an open call, held back until it is clear whether the call goes on or another one begins, which
/// means that the open one was never closed.
/// </summary>
internal sealed class LineHead
{
    // Bullets, a name and its parenthesis fit well within this.
    private const int LongestHead = 80;

    public enum Decision { Undecided, CallGoesOn, AnotherBegins }

    private char[] _held = [];
    private int _length;

    public bool IsActive { get; private set; }
    public ReadOnlySpan<char> Held => _held.AsSpan(0, _length);
    public int Line { get; private set; }
    public int Column { get; private set; }

    public void Begin(int line)
    {
        if (_held.Length == 0) _held = new char[LongestHead];
        (_length, Line, Column) = (0, line, 1);
        IsActive = true;
    }

    public void End() => IsActive = false;

    /// <summary>Holds the character back, then decides on all that is held.</summary>
    public Decision Accept(char c)
    {
        _held[_length++] = c;
        if (_length == LongestHead || c == '\n') return Decision.CallGoesOn;
        var begun = Held.TrimStart(" \t");
        if (begun.IsEmpty) return Decision.Undecided;
        if (begun[0] == '<') return DecideTag(begun);
        if (begun[0] == '`') return begun.Length == 3 && begun is "```" ? Decision.AnotherBegins : begun.Length < 3 && c == '`'
            ? Decision.Undecided : Decision.CallGoesOn;
        return DecideCall(begun);
    }

    private static Decision DecideTag(ReadOnlySpan<char> begun)
    {
        if (begun[^1] == '>') return BlockTags.Read(begun) is null ? Decision.CallGoesOn : Decision.AnotherBegins;
        return BlockTags.MayBecome(begun) ? Decision.Undecided : Decision.CallGoesOn;
    }

    private static Decision DecideCall(ReadOnlySpan<char> begun)
    {
        var rest = WithoutBullet(begun);
        if (rest.IsEmpty) return Decision.Undecided;
        if (!Identifier.Begins(rest[0])) return Decision.CallGoesOn;
        var end = 0;
        while (end < rest.Length && Identifier.Continues(rest[end])) end++;
        var after = rest[end..].TrimStart(" \t");
        if (after.IsEmpty) return Decision.Undecided;
        return after[0] == '(' && LooksLikeCall(rest[..end]) ? Decision.AnotherBegins : Decision.CallGoesOn;
    }

    // Every primitive has an underscore in its name, and models keep to that when they make one up.
    private static bool LooksLikeCall(ReadOnlySpan<char> name) =>
        name.Contains('_') || name.Equals(CallName.Edge, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> WithoutBullet(ReadOnlySpan<char> begun)
    {
        var rest = begun.TrimStart("-*•>+");
        var digits = rest.TrimStart("0123456789");
        if (digits.Length < rest.Length)
        {
            if (digits.IsEmpty) return digits;
            if (digits[0] is not ('.' or ')')) return rest;
            rest = digits[1..];
        }
        return rest.TrimStart(" \t");
    }
}
