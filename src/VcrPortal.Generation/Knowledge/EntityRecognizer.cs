using System.Collections.Immutable;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Knowledge;

/// <summary>A name found in a text.</summary>
/// <param name="Start">In UTF-16 characters.</param>
/// <param name="Name">The canonical name: gene symbol, compound name, line name, group id, phenotype id, pathway id.</param>
/// <param name="Curie">As text; null when ungrounded.</param>
public sealed record RecognizedEntity(int Start, int Length, string Text, EntityTypes Type, string Name, string? Curie);

/// <summary>
/// Finds every name, symbol and synonym of a knowledge base in a text: Aho-Corasick, longest match, word boundaries, Greek letters and
/// hyphens folded, ambiguous short symbols only in their case. Immutable and shared by all jobs.
/// </summary>
public sealed class EntityRecognizer
{
    private readonly NameAutomaton _automaton;
    private readonly Pattern[] _patterns;
    private readonly Dictionary<string, Pattern> _byFolded;

    /// <summary>All spellings that fold to the same text.</summary>
    private sealed record Pattern(string Folded, ImmutableArray<Spelling> Spellings);

    /// <param name="Text">The spelling, for where it may be parted.</param>
    private sealed record Spelling(EntityName Name, FoldedText Text);

    public EntityRecognizer(KnowledgeBase knowledge)
    {
        _patterns = [.. EntityName.Of(knowledge).GroupBy(n => NameFolding.Fold(n.Spelling), StringComparer.Ordinal).Where(g => g.Key.Length > 0)
            .Select(g => new Pattern(g.Key, [.. g.Select(n => new Spelling(n, FoldedText.Of(n.Spelling)))]))];
        _byFolded = _patterns.ToDictionary(p => p.Folded, StringComparer.Ordinal);
        _automaton = new(_patterns.Select(p => p.Folded).ToList());
    }

    /// <summary>In text order, without overlaps: of names that overlap the one that starts first, then the longest.</summary>
    public ImmutableArray<RecognizedEntity> Recognize(string text)
    {
        var folded = FoldedText.Of(text);
        var candidates = new List<RecognizedEntity>();
        _automaton.Scan(folded.Characters, (end, number) =>
        {
            var pattern = _patterns[number];
            if (Read(folded, end - pattern.Folded.Length, end, pattern) is { } entity) candidates.Add(entity);
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

    /// <summary>The entity that this whole text names, or null. A field that names one thing is no sentence: case is not asked for.</summary>
    public RecognizedEntity? Match(string text)
    {
        var trimmed = text.Trim();
        if (!_byFolded.TryGetValue(NameFolding.Fold(trimmed), out var pattern)) return null;
        var name = (pattern.Spellings.FirstOrDefault(s => s.Name.Spelling == trimmed) ?? pattern.Spellings[0]).Name;
        return new(text.IndexOf(trimmed, StringComparison.Ordinal), trimmed.Length, trimmed, name.Type, name.Name, name.Curie);
    }

    private static RecognizedEntity? Read(FoldedText text, int start, int end, Pattern pattern)
    {
        if (!text.IsWord(start, end)) return null;
        var first = text.Origins[start];
        var length = text.Origins[end - 1] + 1 - first;
        var written = text.Original.AsSpan(first, length);
        EntityName? best = null;
        foreach (var spelling in pattern.Spellings)
        {
            var name = spelling.Name;
            if (written.SequenceEqual(name.Spelling)) return Entity(name);
            if (best is null && !name.IsAmbiguous && IsPartedLike(text, start, end, spelling.Text)) best = name;
        }
        return best is null ? null : Entity(best);

        RecognizedEntity Entity(EntityName name) => new(first, length, text.Original.Substring(first, length), name.Type, name.Name, name.Curie);
    }

    /// <summary>Blanks and hyphens stand only where this spelling may have them: "PI-3K" is PI3K, "me k" is not MEK.</summary>
    private static bool IsPartedLike(FoldedText text, int start, int end, FoldedText spelling)
    {
        for (var i = start + 1; i < end; i++)
            if (text.IsParted(i) && !spelling.MayPart(i - start) && !text.ChangesKind(i)) return false;
        return true;
    }
}
