using System.Collections.Immutable;

namespace VcrPortal.Generation.IndependentEvidence;

/// <summary>Rows by a key, in the order of their file. A key without rows gives none, which says only that the source is silent.</summary>
internal sealed class KeyedRows<TKey, TRow>(IEnumerable<TRow> rows, Func<TRow, IEnumerable<TKey>> keys) where TKey : notnull
{
    private readonly Dictionary<TKey, ImmutableArray<TRow>> _rows =
        rows.SelectMany(row => keys(row).Select(key => (Key: key, Row: row))).GroupBy(p => p.Key, p => p.Row)
            .ToDictionary(g => g.Key, g => g.ToImmutableArray());

    public ImmutableArray<TRow> this[TKey key] => _rows.TryGetValue(key, out var found) ? found : [];

    public IEnumerable<TKey> Keys => _rows.Keys;
}
