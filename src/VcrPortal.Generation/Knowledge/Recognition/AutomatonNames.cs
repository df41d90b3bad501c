using System.Collections.Immutable;

namespace VcrPortal.Generation.Knowledge.Recognition;

/// <summary>The names of a knowledge base in memory, by Aho-Corasick.</summary>
internal sealed class AutomatonNames : NameIndex
{
    private readonly NameAutomaton _automaton;
    private readonly (string Folded, ImmutableArray<NameSpelling> Spellings)[] _patterns;
    private readonly Dictionary<string, int> _byFolded;

    public AutomatonNames(KnowledgeBase knowledge)
    {
        _patterns =
            [.. EntityName.All(knowledge).GroupBy(n => NameFolding.Fold(n.Spelling), StringComparer.Ordinal).Where(g => g.Key.Length > 0)
            .Select(g => (g.Key, g.Select(n => new NameSpelling(n, FoldedText.From(n.Spelling))).ToImmutableArray()))];
        _byFolded = Enumerable.Range(0, _patterns.Length).ToDictionary(i => _patterns[i].Folded, StringComparer.Ordinal);
        _automaton = new(_patterns.Select(p => p.Folded).ToList());
    }

    public override void Scan(FoldedText text, Action<int, int, int> found) => _automaton.Scan(text.Characters, (end, pattern) =>
    {
        var start = end - _patterns[pattern].Folded.Length;
        if (text.IsWord(start, end)) found(start, end, pattern);
    });

    public override int Find(string folded) => _byFolded.GetValueOrDefault(folded, None);

    public override IEnumerable<NameSpelling> Spellings(int pattern, string folded) => _patterns[pattern].Spellings;
}
