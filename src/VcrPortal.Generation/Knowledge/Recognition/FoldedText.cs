namespace VcrPortal.Generation.Knowledge.Recognition;

/// <summary>A text as <see cref="NameFolding"/> writes it, and for each folded character where it stood.</summary>
/// <param name="Origins">For each folded character, its place in the original text.</param>
internal sealed record FoldedText(string Original, char[] Characters, int[] Origins)
{
    public static FoldedText From(string text)
    {
        var characters = new List<char>(text.Length);
        var origins = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (NameFolding.IsSeparator(text[i])) continue;
            if (NameFolding.Greek(text[i]) is { } spelled)
                foreach (var letter in spelled) Add(letter, i);
            else Add(char.ToLowerInvariant(text[i]), i);
        }
        return new(text, [.. characters], [.. origins]);

        void Add(char character, int origin)
        {
            characters.Add(character);
            origins.Add(origin);
        }
    }

    /// <summary>True where neither the start nor the end of this folded span lies inside a word or number of the original.</summary>
    public bool IsWord(int start, int end) => StartsWord(start) && EndsWord(end);

    /// <summary>True where no letter or digit stands before this folded character.</summary>
    public bool StartsWord(int at)
    {
        var first = Origins[at];
        return (at == 0 || Origins[at - 1] != first) && (first == 0 || !char.IsLetterOrDigit(Original[first - 1]));
    }

    /// <summary>True where no letter or digit follows the folded character before this place.</summary>
    public bool EndsWord(int end)
    {
        var last = Origins[end - 1];
        return (end == Origins.Length || Origins[end] != last)
            && (last == Original.Length - 1 || !char.IsLetterOrDigit(Original[last + 1]));
    }

    /// <summary>
    /// True where a writer may put a blank or hyphen before this folded character, or leave it out: there is one in this text, a digit
    /// follows a letter or a letter a digit, or a Greek letter begins or ends.
    /// </summary>
    public bool MayPart(int at) => IsParted(at) || ChangesKind(at);

    /// <summary>True where letter and digit meet, or a Greek letter begins or ends.</summary>
    public bool ChangesKind(int at)
    {
        var (before, here) = (Origins[at - 1], Origins[at]);
        if (before == here) return false;
        return NameFolding.Greek(Original[before]) is not null || NameFolding.Greek(Original[here]) is not null
            || char.IsDigit(Original[before]) != char.IsDigit(Original[here]);
    }

    /// <summary>True where the original has a blank or hyphen before this folded character.</summary>
    public bool IsParted(int at) => Origins[at] - Origins[at - 1] > 1;
}
