using System.Collections.Concurrent;
using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Knowledge.Recognition;

/// <summary>A name found in a text.</summary>
/// <param name="Start">In UTF-16 characters.</param>
/// <param name="Name">The canonical name: gene symbol, compound name, line name, group id, phenotype id, pathway id.</param>
/// <param name="Curie">The CURIE as text; null when ungrounded.</param>
public sealed record RecognizedEntity(int Start, int Length, string Text, EntityTypes Type, string Name, string? Curie);

/// <summary>
/// Finds every name, symbol and synonym of the installed knowledge in a text: longest match, word boundaries, Greek letters and
/// hyphens folded, ambiguous short symbols only in their case. Shared by all jobs; what it says of a text never changes.
/// </summary>
public sealed class EntityRecognizer
{
    /// <summary>Texts of which is kept what they name, some hundred bytes each: a corpus says the same few thousand names again and
    /// again.</summary>
    private const int MostKept = 20_000;

    private const int LongestKept = 100;

    private readonly NameIndex _names;
    private readonly ConcurrentDictionary<string, RecognizedEntity?> _matched = new(StringComparer.Ordinal);
    private int _kept;

    public EntityRecognizer(KnowledgeBase knowledge) => _names = new AutomatonNames(knowledge);

    /// <summary>Recognises a million names or more: they stay in the snapshot's file.</summary>
    public EntityRecognizer(KnowledgeSnapshot snapshot) => _names = new SnapshotNames(snapshot);

    /// <summary>In text order, without overlaps: of names that overlap the one that starts first, then the longest.</summary>
    public ImmutableArray<RecognizedEntity> Recognize(string text)
    {
        var folded = FoldedText.From(text);
        var candidates = new List<RecognizedEntity>();
        _names.Scan(folded, (start, end, pattern) =>
        {
            if (Read(folded, start, end, pattern) is { } entity) candidates.Add(entity);
        });
        var chosen = ImmutableArray.CreateBuilder<RecognizedEntity>();
        var free = 0;
        foreach (var candidate in candidates.OrderBy(c => c.Start).ThenByDescending(c => c.Length))
        {
            if (candidate.Start < free) continue;
            chosen.Add(candidate);
            free = candidate.Start + candidate.Length;
        }
        return chosen.ToImmutable();
    }

    /// <summary>The entity that this whole text names, or null. A field that names one thing is no sentence: case is not asked
    /// for.</summary>
    public RecognizedEntity? Match(string text)
    {
        if (_matched.TryGetValue(text, out var known)) return known;
        var found = Look(text);
        if (text.Length <= LongestKept && _kept < MostKept && _matched.TryAdd(text, found)) Interlocked.Increment(ref _kept);
        return found;
    }

    private RecognizedEntity? Look(string text)
    {
        var trimmed = text.Trim();
        var folded = NameFolding.Fold(trimmed);
        var pattern = _names.Find(folded);
        if (pattern == NameIndex.None) return null;
        EntityName? best = null;
        foreach (var spelling in _names.Spellings(pattern, folded))
        {
            best ??= spelling.Name;
            if (spelling.Name.Spelling != trimmed) continue;
            best = spelling.Name;
            break;
        }
        return best is null ? null
            : new(text.IndexOf(trimmed, StringComparison.Ordinal), trimmed.Length, trimmed, best.Type, best.Name, best.Curie);
    }

    private RecognizedEntity? Read(FoldedText text, int start, int end, int pattern)
    {
        var first = text.Origins[start];
        var length = text.Origins[end - 1] + 1 - first;
        var written = text.Original.AsSpan(first, length);
        EntityName? best = null;
        foreach (var spelling in _names.Spellings(pattern, new string(text.Characters, start, end - start)))
        {
            var name = spelling.Name;
            if (written.SequenceEqual(name.Spelling)) return Entity(name);
            if (best is null && !name.IsAmbiguous && IsPartedLike(text, start, end, spelling.Text)) best = name;
        }
        return best is null ? null : Entity(best);

        RecognizedEntity Entity(EntityName name) =>
            new(first, length, text.Original.Substring(first, length), name.Type, name.Name, name.Curie);
    }

    /// <summary>Blanks and hyphens stand only where this spelling may have them: "PI-3K" is PI3K, "me k" is not MEK.</summary>
    private static bool IsPartedLike(FoldedText text, int start, int end, FoldedText spelling)
    {
        for (var i = start + 1; i < end; i++)
            if (text.IsParted(i) && !spelling.MayPart(i - start) && !text.ChangesKind(i)) return false;
        return true;
    }
}
