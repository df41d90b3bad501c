using System.Collections.Frozen;
using System.Collections.Immutable;

namespace VcrPortal.Generation.Knowledge.Recognition;

/// <summary>Items by every name they have: first as written, then folded; primary names before synonyms.</summary>
internal sealed class NameTable<T> where T : class
{
    private readonly FrozenDictionary<string, T> _exact;
    private readonly FrozenDictionary<string, T> _folded;

    public NameTable(ImmutableArray<T> items, Func<T, IEnumerable<string?>> primary, Func<T, IEnumerable<string>> synonyms)
    {
        var exact = new Dictionary<string, T>(StringComparer.Ordinal);
        var folded = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var names in (Func<T, IEnumerable<string?>>[])[primary, synonyms])
            foreach (var item in items)
                foreach (var name in names(item).OfType<string>())
                {
                    exact.TryAdd(name, item);
                    folded.TryAdd(NameFolding.Fold(name), item);
                }
        _exact = exact.ToFrozenDictionary(StringComparer.Ordinal);
        _folded = folded.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public T? Find(string name)
    {
        var trimmed = name.Trim();
        return _exact.GetValueOrDefault(trimmed) ?? _folded.GetValueOrDefault(NameFolding.Fold(trimmed));
    }
}
