using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Sources.Local;

/// <summary>The evidence of a job, found again by what it says.</summary>
public sealed class EvidenceIndex(ImmutableArray<EvidenceItem> items)
{
    private readonly Dictionary<(string, string), EvidenceItem> _bySourceAndTitle =
        items.GroupBy(i => (i.Source, i.Title)).ToDictionary(g => g.Key, g => g.First());

    private readonly Dictionary<int, EvidenceItem> _byNumber = items.ToDictionary(i => i.Number);

    public ImmutableArray<EvidenceItem> Items { get; } = items;

    /// <summary>The number that this fact came in under, or null when it was not retrieved.</summary>
    public int? NumberOf(EvidenceItem fact) => _bySourceAndTitle.TryGetValue((fact.Source, fact.Title), out var item) ? item.Number : null;

    public EvidenceItem? Find(int number) => _byNumber.GetValueOrDefault(number);
}
