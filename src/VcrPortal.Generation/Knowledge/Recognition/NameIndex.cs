namespace VcrPortal.Generation.Knowledge.Recognition;

/// <summary>One spelling and, for where it may be parted, its folded form.</summary>
internal sealed record NameSpelling(EntityName Name, FoldedText Text);

/// <summary>Finds folded names in folded texts. A pattern is what all spellings with one folded form share.</summary>
internal abstract class NameIndex
{
    public const int None = -1;

    /// <summary>Calls <paramref name="found"/> with start, end (exclusive) and pattern of each occurrence that begins and ends with a word;
    /// in no order.</summary>
    public abstract void Scan(FoldedText text, Action<int, int, int> found);

    /// <summary>The pattern of this folded text, or <see cref="None"/>.</summary>
    public abstract int Find(string folded);

    /// <summary>The spellings of a pattern that fold to this text, the preferred first.</summary>
    public abstract IEnumerable<NameSpelling> Spellings(int pattern, string folded);
}
