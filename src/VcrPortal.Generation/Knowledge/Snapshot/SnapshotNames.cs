using VcrPortal.Generation.Knowledge.Recognition;

using static VcrPortal.Generation.Knowledge.Snapshot.SnapshotFormat;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>
/// The names of a snapshot. From each place where a word begins, the hash of what follows is looked up at each place where a word ends, for
/// as long as the set of prefixes lets a name go on: a few look-ups for each word of a text, however many names there are. (The complete
/// table of an Aho-Corasick automaton over a million names would take gigabytes; see docs/adr.)
/// </summary>
internal sealed class SnapshotNames(KnowledgeSnapshot snapshot) : NameIndex
{
    public override void Scan(FoldedText text, Action<int, int, int> found)
    {
        var index = new Lookup(snapshot);
        for (var start = 0; start < text.Characters.Length; start++)
        {
            if (!text.StartsWord(start)) continue;
            var hash = NameHash.Empty;
            var last = Math.Min(text.Characters.Length, start + NameIndexWriter.LongestName);
            for (var end = start + 1; end <= last; end++)
            {
                hash = NameHash.Append(hash, text.Characters[end - 1]);
                if (!text.EndsWord(end)) continue;
                var pattern = index.Find(hash);
                if (pattern >= 0) found(start, end, pattern);
                if (end < last && !index.MayGoOn(hash)) break;
            }
        }
    }

    public override int Find(string folded) => folded.Length == 0 ? None : new Lookup(snapshot).Find(NameHash.Compute(folded));

    public override IEnumerable<NameSpelling> Spellings(int pattern, string folded)
    {
        var row = snapshot.Rows<PatternRow>(Section.NamePatterns)[pattern];
        for (var i = row.First; i < row.First + row.Count; i++)
        {
            var spelling = snapshot.Rows<SpellingRow>(Section.NameSpellings)[i];
            var text = FoldedText.From(snapshot.Text(spelling.Text));
            if (!text.Characters.AsSpan().SequenceEqual(folded)) continue; // another name of the same hash
            var entity = snapshot.Entity(spelling.Entity);
            yield return new(
                new(text.Original, spelling.Rank == 0, entity.Kind.Type(), entity.Key, entity.Curie.Length == 0 ? null : entity.Curie),
                text);
        }
    }

    private readonly ref struct Lookup(KnowledgeSnapshot snapshot)
    {
        private readonly ReadOnlySpan<int> _slots = snapshot.Rows<int>(Section.NameSlots);
        private readonly ReadOnlySpan<PatternRow> _patterns = snapshot.Rows<PatternRow>(Section.NamePatterns);
        private readonly ReadOnlySpan<ulong> _prefixes = snapshot.Rows<ulong>(Section.NamePrefixes);

        public int Find(ulong hash)
        {
            var mask = _slots.Length - 1;
            for (var slot = (int)NameHash.Spread(hash) & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
                if (_patterns[_slots[slot] - 1].Hash == hash) return _slots[slot] - 1;
            return None;
        }

        public bool MayGoOn(ulong hash)
        {
            var bit = NameHash.Spread(hash) >> 8;
            return (_prefixes[(int)((bit >> 6) & (ulong)(_prefixes.Length - 1))] >> (int)(bit & 63) & 1) != 0;
        }
    }
}
