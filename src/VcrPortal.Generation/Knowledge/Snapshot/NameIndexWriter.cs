using System.Numerics;
using VcrPortal.Generation.Knowledge.Recognition;
using static VcrPortal.Generation.Knowledge.Snapshot.SnapshotFormat;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>
/// Writes the gazetteer: every spelling by the hash of its folded form, and a set of bits that tells of (nearly) every text whether any
/// name goes on from it, so that a search stops where no name does. See <see cref="SnapshotNames"/> for its use.
/// </summary>
internal static class NameIndexWriter
{
    /// <summary>Bits for each prefix: one in about twelve texts that begin no name is searched a word further in vain.</summary>
    private const int BitsOfPrefix = 12;

    /// <summary>Longer names are no names that a text contains; folded characters.</summary>
    public const int LongestName = 200;

    private readonly record struct Named(ulong Hash, int Rank, EntityKind Kind, int Entity, int Text);

    public static void Write(
        KnowledgeDraft draft, SnapshotWriter.EntityOrder order, TextTable texts, SectionStream sections, CancellationToken ct)
    {
        var (named, prefixes) = Spellings(draft, order, texts, ct);
        named.Sort(static (a, b) => (a.Hash, a.Rank, a.Kind, a.Entity, a.Text).CompareTo((b.Hash, b.Rank, b.Kind, b.Entity, b.Text)));
        var patterns = new List<PatternRow>();
        for (var i = 0; i < named.Count; i++)
        {
            if (i > 0 && named[i].Hash == named[i - 1].Hash) patterns[^1] = patterns[^1] with { Count = patterns[^1].Count + 1 };
            else patterns.Add(new(named[i].Hash, i, 1));
        }
        sections.Write<int>(Section.NameSlots, Slots(patterns));
        sections.Write<PatternRow>(Section.NamePatterns, [.. patterns]);
        sections.Write<SpellingRow>(Section.NameSpellings, [.. named.Select(n => new SpellingRow(n.Entity, n.Text, n.Rank))]);
        sections.Write<ulong>(Section.NamePrefixes, Bits(prefixes));
    }

    private static (List<Named>, List<ulong> Prefixes) Spellings(
        KnowledgeDraft draft, SnapshotWriter.EntityOrder order, TextTable texts, CancellationToken ct)
    {
        var named = new List<Named>();
        var prefixes = new List<ulong>();
        for (var place = 0; place < order.Sorted.Length; place++)
        {
            if (place % 4096 == 0) ct.ThrowIfCancellationRequested();
            var entity = draft.Entities[order.Sorted[place]];
            if (entity.Kind.Type() == Reasoning.Vocabulary.EntityTypes.None) continue;
            foreach (var (spelling, rank) in SpellingsOf(entity))
                if (Prefixes(spelling, prefixes) is { } hash) named.Add(new(hash, rank, entity.Kind, place, texts.Add(spelling)));
        }
        return (named, prefixes);
    }

    private static IEnumerable<(string, int)> SpellingsOf(KnowledgeDraft.EntityDraft entity)
    {
        yield return (entity.Name, 0);
        if (entity.Key != entity.Name) yield return (entity.Key, 0);
        foreach (var synonym in entity.Synonyms)
            if (synonym != entity.Key) yield return (synonym, 1);
    }

    /// <summary>Adds the hash of what stands before each place where a text may be parted.</summary>
    /// <returns>The hash of the whole; null for what is no name.</returns>
    private static ulong? Prefixes(string spelling, List<ulong> prefixes)
    {
        var folded = FoldedText.From(spelling);
        if (folded.Characters.Length is 0 or > LongestName) return null;
        var hash = NameHash.Append(NameHash.Empty, folded.Characters[0]);
        for (var i = 1; i < folded.Characters.Length; i++)
        {
            // A text may write the Greek letter that is spelled out here, and part it from what is around it.
            if (folded.MayPart(i) || !char.IsLetterOrDigit(folded.Characters[i])
                || NameFolding.MeetsGreek(folded.Characters, i)) prefixes.Add(hash);
            hash = NameHash.Append(hash, folded.Characters[i]);
        }
        return hash;
    }

    private static int[] Slots(List<PatternRow> patterns)
    {
        var slots = new int[NameHash.SlotsFor(patterns.Count)];
        for (var i = 0; i < patterns.Count; i++)
        {
            var slot = (int)NameHash.Spread(patterns[i].Hash) & (slots.Length - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = i + 1;
        }
        return slots;
    }

    private static ulong[] Bits(List<ulong> prefixes)
    {
        var words = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, (long)prefixes.Count * BitsOfPrefix / 64))];
        foreach (var prefix in prefixes)
        {
            var bit = NameHash.Spread(prefix) >> 8;
            words[(bit >> 6) & (ulong)(words.Length - 1)] |= 1UL << (int)(bit & 63);
        }
        return words;
    }
}
