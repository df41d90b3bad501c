namespace VcrPortal.Reasoning.Text;

internal enum Block : byte { None, Think, Answer, Explain, Dag }

/// <summary>The tags around the blocks of a model's answer, in any case, blanks allowed before the closing bracket.</summary>
internal static class BlockTags
{
    /// <summary>Longer than any tag: what is held back to decide.</summary>
    public const int LongestTag = 16;

    private static readonly (string Name, Block Block)[] Names =
        [("think", Block.Think), ("answer", Block.Answer), ("explain", Block.Explain), ("dag", Block.Dag)];

    /// <summary>Reads a whole tag, brackets included; null when it is none of ours.</summary>
    public static (Block Block, bool IsClosing)? Read(ReadOnlySpan<char> tag)
    {
        if (tag.Length < 3 || tag[0] != '<' || tag[^1] != '>') return null;
        var closing = tag[1] == '/';
        var name = tag[(closing ? 2 : 1)..^1].TrimEnd();
        foreach (var (known, block) in Names)
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase)) return (block, closing);
        return null;
    }

    /// <summary>True while this may still become a tag of ours.</summary>
    public static bool MayBecome(ReadOnlySpan<char> begun)
    {
        if (begun.Length > LongestTag) return false;
        var name = begun[1..];
        if (!name.IsEmpty && name[0] == '/') name = name[1..];
        var letters = name.TrimEnd();
        foreach (var (known, _) in Names)
            if (letters.Length < name.Length ? letters.Equals(known, StringComparison.OrdinalIgnoreCase)
                : known.AsSpan().StartsWith(letters, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    public static string NameOf(Block block) => block.ToString().ToLowerInvariant();
}
