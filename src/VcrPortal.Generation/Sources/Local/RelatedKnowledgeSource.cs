using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Sources.Local;

/// <summary>
/// What imported PrimeKG says of compound, targets and edited genes, with their relations, as VCR-Agent's <c>kg_with_rel</c> does: for each
/// kind of relation the first names. None of it is signed.
/// </summary>
public sealed class RelatedKnowledgeSource(KnowledgeSnapshot snapshot) : IKnowledgeSource
{
    private const int MostEntities = 6, MostNames = 15, MostRelations = 12;

    private readonly KnowledgeDataset? _dataset = snapshot.Datasets.FirstOrDefault(d => d.Name == KnowledgeDataset.PrimeKg);

    public string Name => KnowledgeDataset.PrimeKg;

    /// <summary>Null where PrimeKG is not imported.</summary>
    public static RelatedKnowledgeSource? Over(KnowledgeSnapshot? snapshot) =>
        snapshot is not null && snapshot.Datasets.Any(d => d.Name == KnowledgeDataset.PrimeKg) ? new(snapshot) : null;

    public Task<ImmutableArray<EvidenceItem>> RetrieveAsync(RetrievalRequest request, CancellationToken ct)
    {
        var causes = request.Question.Causes;
        var asked = causes.Select(c => (Kind: c.IsGeneEdit ? EntityKind.Gene : EntityKind.Compound, Key: c.Compound?.Name ?? c.Actor))
            .Concat(causes.SelectMany(c => c.Targets).Select(t => (Kind: EntityKind.Gene, Key: t.Entity)));
        return Task.FromResult<ImmutableArray<EvidenceItem>>(
            [.. asked.Distinct().Select(a => snapshot.Find(a.Kind, a.Key)).OfType<int>().Distinct().Take(MostEntities)
                .Select(e => Item(e, ct)).OfType<EvidenceItem>()]);
    }

    private EvidenceItem? Item(int entity, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var said = Relations(entity);
        if (said.Count == 0) return null;
        var (name, curie) = (snapshot.Entity(entity).Name, snapshot.Entity(entity).Curie);
        return new(0, Name, _dataset!.Version, curie.Length == 0 ? null : curie, $"{name} in PrimeKG",
            string.Join(' ', said.Take(MostRelations)), _dataset.Url, _dataset.Licence, TrustTier.Curated);
    }

    /// <summary>One sentence for each kind of relation, those with the fewest ends first: they say the most.</summary>
    private List<string> Relations(int entity)
    {
        var ends = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var edge in snapshot.From(entity))
        {
            var statement = snapshot.Statement(edge.Statement);
            if (statement.Dataset != KnowledgeDataset.PrimeKg) continue;
            var relation = statement.Detail.Length > 0 ? statement.Detail : statement.Record;
            if (!ends.TryGetValue(relation, out var names)) ends[relation] = names = new(StringComparer.Ordinal);
            names.Add(snapshot.Entity(edge.Entity).Name);
        }
        return [.. ends.OrderBy(r => r.Value.Count).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => Sentence(r.Key, r.Value))];
    }

    private static string Sentence(string relation, SortedSet<string> names) =>
        $"{relation}: {string.Join(", ", names.Take(MostNames))}{(names.Count > MostNames ? $" and {names.Count - MostNames} more" : "")}.";
}
