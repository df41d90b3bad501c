using System.Collections.Immutable;
using VcrPortal.Reasoning.Grounding;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>
/// What the embedded engine reasons over, from a snapshot: its compounds, lines, genes and groups, and signed relations (<see
/// cref="ImportedRelations"/>).
/// What the starter pack has of the same name is taken from there, and the pathways and phenotypes that it chose by hand are kept.
/// </summary>
public static class SnapshotKnowledge
{
    public static KnowledgeBase Read(KnowledgeSnapshot snapshot, KnowledgeBase pack)
    {
        var groups = Groups(snapshot);
        var brakes = pack.Brakes.Select(b => b.Gene).ToHashSet(StringComparer.Ordinal);
        return new(snapshot.Version,
            Merge(pack.Compounds, snapshot.OfKind(EntityKind.Compound).Select(e => CompoundOf(snapshot, e)).OfType<Compound>(), c =>
                c.Name),
            Merge(pack.CellLines, snapshot.OfKind(EntityKind.CellLine).Select(e => LineOf(snapshot, e, brakes)).OfType<CellLine>(), l =>
                l.Name),
            [.. pack.Relations, .. ImportedRelations.Read(snapshot, pack)],
            Merge(pack.Groups, groups, g => g.Id),
            Merge(pack.Genes,
                snapshot.OfKind(EntityKind.Gene).Select(e => new Gene(e.Key, Curie.TryParse(e.Curie), snapshot.Synonyms(e.Index))), g =>
                g.Symbol),
            pack.Phenotypes, pack.Pathways)
        {
            Brakes = pack.Brakes,
            Exceptions = pack.Exceptions,
            Pools = pack.Pools,
            Sites = pack.Sites,
            Standbys = pack.Standbys,
        };
    }

    private static ImmutableArray<T> Merge<T>(ImmutableArray<T> own, IEnumerable<T> imported, Func<T, string> name)
    {
        var known = own.Select(name).ToHashSet(StringComparer.Ordinal);
        return [.. own, .. imported.Where(i => !known.Contains(name(i)))];
    }

    /// <summary>Null for a compound of which no table tells anything but its name.</summary>
    private static Compound? CompoundOf(KnowledgeSnapshot snapshot, SnapshotEntity entity)
    {
        if (snapshot.Attribute(entity.Index, EntityAttribute.SourceRow) is not { } row) return null;
        var targets = new SortedDictionary<string, string>(StringComparer.Ordinal); // by their place in the source
        foreach (var edge in snapshot.From(entity.Index))
            if (snapshot.Statement(edge.Statement) is { Kind: EdgeKind.Targets, Dataset: KnowledgeDataset.Tahoe } said) targets[
                said.Detail] = snapshot.KeyOf(edge.Entity);
        var mechanism = snapshot.Attribute(entity.Index, EntityAttribute.Mechanism) ?? "";
        var broad = snapshot.Attribute(entity.Index, EntityAttribute.MechanismClass) ?? "";
        return new(
            entity.Key, Curie.TryParse(entity.Curie), snapshot.Synonyms(entity.Index), [.. targets.Values], mechanism, broad,
            PolarityOf(broad, mechanism), row);
    }

    /// <summary>The broad class decides; where it is unclear, the last word of the fine one; where both contradict each other, nothing
    /// does.</summary>
    private static Polarity PolarityOf(string broad, string fine) => broad switch
    {
        "inhibitor/antagonist" when fine.EndsWith(" agonist", StringComparison.Ordinal)
            || fine.EndsWith(" activator", StringComparison.Ordinal) => Polarity.Unknown,
        "activator/agonist" when fine.EndsWith(" inhibitor", StringComparison.Ordinal)
            || fine.EndsWith(" antagonist", StringComparison.Ordinal) => Polarity.Unknown,
        "inhibitor/antagonist" => Polarity.Inhibits,
        "activator/agonist" => Polarity.Activates,
        _ => fine.Split(' ')[^1] switch
        {
            "inhibitor" or "antagonist" => Polarity.Inhibits,
            "activator" or "agonist" => Polarity.Activates,
            "degrader" => Polarity.Degrades,
            _ => Polarity.Unknown,
        },
    };

    private static CellLine? LineOf(KnowledgeSnapshot snapshot, SnapshotEntity entity, HashSet<string> brakes) =>
        Curie.TryParse(entity.Curie) is { } id
            ? new(
                entity.Key, id, snapshot.Attribute(entity.Index, EntityAttribute.Organ) ?? "", LineNames(snapshot, entity.Index),
                LineAlterations.Read(snapshot, entity.Index, brakes)) : null;

    /// <summary>With DepMap's id, by which people name lines too.</summary>
    private static ImmutableArray<string> LineNames(KnowledgeSnapshot snapshot, int line) =>
        snapshot.Attribute(line, EntityAttribute.CrossReference) is { Length: > 0 } id ? [.. snapshot.Synonyms(line), id]
            : snapshot.Synonyms(line);

    private static IEnumerable<EntityGroup> Groups(KnowledgeSnapshot snapshot)
    {
        foreach (var kind in (EntityKind[])[EntityKind.Family, EntityKind.Complex])
            foreach (var entity in snapshot.OfKind(kind))
                if (Members(snapshot, entity.Index) is { IsEmpty: false } members)
                    yield return new(
                        entity.Key, entity.Name, kind == EntityKind.Complex ? GroupKind.Complex : GroupKind.Family,
                        snapshot.Synonyms(entity.Index), members);
    }

    /// <summary>The genes below a group, through all levels.</summary>
    private static ImmutableArray<string> Members(KnowledgeSnapshot snapshot, int group)
    {
        var (members, seen, open) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<int> { group }, new Stack<int>([group]));
        while (open.TryPop(out var at))
            foreach (var edge in snapshot.To(at))
                if (snapshot.KindOfStatement(edge.Statement) is EdgeKind.IsA or EdgeKind.PartOf && seen.Add(edge.Entity))
                {
                    if (snapshot.KindOf(edge.Entity) == EntityKind.Gene) members.Add(snapshot.KeyOf(edge.Entity));
                    else open.Push(edge.Entity);
                }
        return [.. members];
    }
}
