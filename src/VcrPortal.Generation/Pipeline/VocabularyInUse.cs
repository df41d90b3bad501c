using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Pipeline;

/// <summary>The vocabulary that new work is written in and that texts are read by. A new version takes the place of the old one while the
/// program runs; it knows all that the old one knew, and a run keeps the one that it began with.</summary>
public sealed class VocabularyInUse(PrimitiveVocabulary first)
{
    private volatile PrimitiveVocabulary _now = first;

    public PrimitiveVocabulary Now => _now;

    public static implicit operator VocabularyInUse(PrimitiveVocabulary vocabulary) => new(vocabulary);

    /// <summary>Uses this vocabulary from here on; an older version changes nothing.</summary>
    public void Become(PrimitiveVocabulary vocabulary)
    {
        if (vocabulary.Version >= _now.Version) _now = vocabulary;
    }
}
