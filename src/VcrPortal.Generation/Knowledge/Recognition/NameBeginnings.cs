using System.Collections.Immutable;

namespace VcrPortal.Generation.Knowledge.Recognition;

/// <summary>Things by how their names begin, for somebody who is typing. A look-up reads those names alone that begin so, however many
/// there are.</summary>
public sealed class NameBeginnings<T>
{
    private readonly ImmutableArray<T> _items;
    // Folded and in order, and of each the place of its item.
    private readonly string[] _names;
    private readonly int[] _owners;

    /// <param name="items">In the order in which they are offered, with their folded names (<see cref="NameFolding"/>).</param>
    public NameBeginnings(IEnumerable<(T Item, ImmutableArray<string> Folded)> items)
    {
        var all = items.ToList();
        var names = all.SelectMany((item, at) => item.Folded.Select(name => (Name: name, Owner: at))).ToList();
        _items = [.. all.Select(i => i.Item)];
        (_names, _owners) = ([.. names.Select(n => n.Name)], [.. names.Select(n => n.Owner)]);
        Array.Sort(_names, _owners, StringComparer.Ordinal);
    }

    /// <summary>Those of exactly this name first, then those of which a name begins so; both in their order, each once.</summary>
    public ImmutableArray<T> Find(string folded, int most)
    {
        if (folded.Length == 0 || most <= 0) return [];
        var found = new List<int>(most + 1);
        var at = FirstNotBefore(folded);
        for (; at < _names.Length && _names[at] == folded; at++) Keep(found, 0, _owners[at], most);
        var whole = found.Count;
        for (; at < _names.Length && _names[at].StartsWith(folded, StringComparison.Ordinal); at++) Keep(found, whole, _owners[at], most);
        return [.. found.Select(owner => _items[owner])];
    }

    /// <summary>Keeps the first of those that are met, in order from <paramref name="from"/> on.</summary>
    private static void Keep(List<int> found, int from, int owner, int most)
    {
        if ((found.Count == most && (from == most || owner > found[^1])) || found.Contains(owner)) return;
        var at = found.Count;
        while (at > from && found[at - 1] > owner) at--;
        found.Insert(at, owner);
        if (found.Count > most) found.RemoveAt(most);
    }

    private int FirstNotBefore(string folded)
    {
        var (low, high) = (0, _names.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_names[middle], folded) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
