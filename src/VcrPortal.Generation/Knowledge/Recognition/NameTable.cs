using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Knowledge.Recognition;

/// <summary>
/// Items by every name they have, as people write them: first as written, then folded, then in other usual forms (<see
/// cref="NameForms"/>); primary names before synonyms. A form that two items share names neither.
/// </summary>
internal sealed class NameTable<T> where T : class
{
    // Fewer characters begin too many names.
    private const int ShortestBeginning = 4;
    private readonly FrozenDictionary<string, T> _exact;
    private readonly FrozenDictionary<string, T> _folded;
    private readonly FrozenDictionary<string, T?> _forms;
    // For people who type: most tables are never asked so.
    private readonly Lazy<ImmutableArray<(T Item, string Name, ImmutableArray<string> Folded)>> _items;
    private readonly Lazy<FrozenDictionary<string, T>> _byLowerCase;
    private readonly Lazy<NameBeginnings<T>> _beginnings;

    public NameTable(ImmutableArray<T> items, Func<T, IEnumerable<string?>> primary, Func<T, IEnumerable<string>> synonyms)
    {
        var exact = new Dictionary<string, T>(StringComparer.Ordinal);
        var folded = new Dictionary<string, T>(StringComparer.Ordinal);
        var forms = new Dictionary<string, T?>(StringComparer.Ordinal);
        foreach (var names in (Func<T, IEnumerable<string?>>[])[primary, synonyms])
            foreach (var item in items)
                foreach (var name in names(item).OfType<string>())
                {
                    exact.TryAdd(name, item);
                    folded.TryAdd(NameFolding.Fold(name), item);
                    foreach (var form in NameForms.OfKnown(name))
                        if (!forms.TryAdd(form, item) && forms[form] != item) forms[form] = null;
                }
        (_exact, _folded) = (exact.ToFrozenDictionary(StringComparer.Ordinal), folded.ToFrozenDictionary(StringComparer.Ordinal));
        _forms = forms.ToFrozenDictionary(StringComparer.Ordinal);
        _items = new(() => [
            .. items.Select(i => (i, primary(i).OfType<string>().First(), Folded(primary(i).OfType<string>().Concat(synonyms(i)))))]);
        _byLowerCase = new(() =>
            _items.Value.DistinctBy(i => i.Name.ToLowerInvariant()).ToFrozenDictionary(i => i.Name.ToLowerInvariant(), i => i.Item));
        _beginnings = new(() => new(items.Select(i => (Item: i, Name: primary(i).OfType<string>().First()))
            .OrderBy(i => i.Name, StringComparer.OrdinalIgnoreCase).Select(i => (i.Item, Folded([i.Name, .. synonyms(i.Item)])))));
    }

    public T? Find(string name)
    {
        var trimmed = name.Trim();
        if (_exact.GetValueOrDefault(trimmed) is { } asWritten) return asWritten;
        var folded = NameFolding.Fold(trimmed);
        if ((_folded.GetValueOrDefault(folded) ?? _forms.GetValueOrDefault(folded)) is { } found) return found;
        foreach (var form in NameForms.OfWritten(trimmed))
            if ((_folded.GetValueOrDefault(form) ?? _forms.GetValueOrDefault(form)) is { } meant) return meant;
        return null;
    }

    /// <summary>The item that a misspelt or shortened name most likely means.</summary>
    public T? FindNearest(string name) =>
        NearestName.To(name.Trim(), _byLowerCase.Value.Keys) is { } near ? _byLowerCase.Value[near] : FindOnlyOneThatBegins(name);

    // "HepG2" for HepG2/C3A. Where several begin so, to name one would mislead.
    private T? FindOnlyOneThatBegins(string name)
    {
        var wanted = NameFolding.Fold(name);
        if (wanted.Length < ShortestBeginning) return null;
        var found = _items.Value.Where(i => Rank(i.Folded, wanted) == 1).Take(2).ToList();
        return found.Count == 1 ? found[0].Item : null;
    }

    /// <summary>What somebody may mean who has typed so much: the item of this name, names that begin with it, names that hold it; where
    /// there is none, the nearest.</summary>
    public ImmutableArray<T> Suggest(string text, int most)
    {
        var (wanted, meant) = (NameFolding.Fold(text), Find(text));
        ImmutableArray<T> found =
        [
            .. _items.Value
                .Select(i => (i.Item, i.Name, Rank: i.Item == meant ? 0 : Rank(i.Folded, wanted)))
                .Where(i => i.Rank < int.MaxValue).OrderBy(i => i.Rank).ThenBy(i => i.Name, StringComparer.OrdinalIgnoreCase)
                .Take(most).Select(i => i.Item),
        ];
        return found.IsEmpty && FindNearest(text) is { } nearest ? [nearest] : found;
    }

    /// <summary>The items that fit what somebody has typed so far: those of this name, then those that have a name which begins so, ordered
    /// by name; ids do not count as names.</summary>
    public ImmutableArray<T> Beginning(string text, int most) => _beginnings.Value.Find(NameFolding.Fold(text), most);

    private static ImmutableArray<string> Folded(IEnumerable<string> names) =>
        [.. names.Select(NameFolding.Fold).Where(n => n.Length > 0).Distinct()];

    private static int Rank(ImmutableArray<string> names, string wanted) =>
        names.Select(name => Rank(name, wanted)).DefaultIfEmpty(int.MaxValue).Min();

    private static int Rank(string name, string wanted) =>
        name == wanted ? 0
        : name.StartsWith(wanted, StringComparison.Ordinal) ? 1
        : name.Contains(wanted, StringComparison.Ordinal) ? 2
        : int.MaxValue;
}
