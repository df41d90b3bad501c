using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Evaluation;

/// <summary>
/// How alike two genes are by what they share in a snapshot: complexes, families, pathways, drawn neighbours, and the stem of their symbols
/// (RPL3 and RPL7). What few genes share weighs more (its surprisal).
/// </summary>
public sealed class GeneAnalogy
{
    /// <summary>A stem of fewer letters says nothing.</summary>
    private const int ShortestStem = 3;

    private readonly Dictionary<string, List<(string Feature, double Weight)>> _features = new(StringComparer.Ordinal);
    private readonly ILookup<string, (string Gene, double Weight)> _sharing;

    /// <param name="genes">The perturbed genes: what they alone share is rare or common among them.</param>
    public GeneAnalogy(KnowledgeSnapshot snapshot, IReadOnlyCollection<string> genes)
    {
        var all = genes.SelectMany(gene => FeaturesOf(snapshot, gene).Distinct().Select(feature => (gene, feature))).ToList();
        var counts = all.CountBy(p => p.feature).ToDictionary();
        foreach (var (gene, feature) in all)
            if (counts[feature] > 1)
                (_features.TryGetValue(gene, out var known) ? known : _features[gene] = [])
                    .Add((feature, Math.Log((double)genes.Count / counts[feature])));
        _sharing = _features.SelectMany(f => f.Value.Select(v => (f.Key, v))).ToLookup(p => p.v.Feature, p => (p.Key, p.v.Weight));
    }

    /// <summary>Genes that share something with this one, and how much.</summary>
    public Dictionary<string, double> Like(string gene)
    {
        var alike = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (feature, _) in _features.GetValueOrDefault(gene, []))
            foreach (var (other, weight) in _sharing[feature])
                if (other != gene) alike[other] = alike.GetValueOrDefault(other) + weight;
        return alike;
    }

    private static IEnumerable<string> FeaturesOf(KnowledgeSnapshot snapshot, string gene)
    {
        var stem = gene.TakeWhile(char.IsLetter).Count();
        if (stem >= ShortestStem && stem < gene.Length) yield return "stem " + gene[..stem];
        if (snapshot.Find(EntityKind.Gene, gene) is not { } entity) yield break;
        foreach (var feature in Neighbours(snapshot, entity)) yield return feature;
    }

    private static List<string> Neighbours(KnowledgeSnapshot snapshot, int gene)
    {
        var features = new List<string>();
        foreach (var edge in snapshot.From(gene))
            features.AddRange(snapshot.KindOfStatement(edge.Statement) switch
            {
                EdgeKind.IsA or EdgeKind.PartOf => ["group " + snapshot.KeyOf(edge.Entity)],
                EdgeKind.TakesPartIn => ["pathway " + snapshot.KeyOf(edge.Entity)],
                EdgeKind.Regulates or EdgeKind.Binds or EdgeKind.RelatesTo or EdgeKind.Phosphorylates =>
                    ["next to " + snapshot.KeyOf(edge.Entity)],
                _ => (string[])[],
            });
        foreach (var edge in snapshot.To(gene))
            if (snapshot.KindOfStatement(edge.Statement) is EdgeKind.Regulates or EdgeKind.Binds) features.Add(
                "next to " + snapshot.KeyOf(edge.Entity));
        return features;
    }
}
