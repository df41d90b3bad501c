using System.Runtime.InteropServices;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>
/// Knowledge as it is gathered from imports, before it is written. Entities are known by kind and key; what several sources say of one is
/// merged. The order in which things are added changes nothing but which of two names or CURIEs is the first.
/// </summary>
public sealed class KnowledgeDraft
{
    private readonly Dictionary<(EntityKind, string), int> _entities = [];
    private readonly Dictionary<Statement, int> _statements = [];
    private readonly SortedDictionary<string, KnowledgeDataset> _datasets = new(StringComparer.Ordinal);

    internal List<EntityDraft> Entities { get; } = [];
    internal List<Statement> Statements { get; } = [];
    internal List<EdgeDraft> Edges { get; } = [];
    internal IEnumerable<KnowledgeDataset> Datasets => _datasets.Values;

    /// <summary>One edge: places of two entities and of a statement.</summary>
    internal readonly record struct EdgeDraft(int Source, int Target, int Statement);

    /// <summary>Known by kind and key: a gene's symbol, <c>FPLX:MEK</c>, <c>WP4685</c>.</summary>
    internal sealed class EntityDraft(EntityKind kind, string key, string name)
    {
        public EntityKind Kind { get; } = kind;
        public string Key { get; } = key;
        /// <summary>The first name that a source gives; the key until then.</summary>
        public string Name { get; set; } = name;
        public string Curie { get; set; } = "";
        public SortedSet<string> Synonyms { get; } = new(StringComparer.Ordinal);
        public SortedSet<(EntityAttribute, string)> Attributes { get; } = [];
    }

    public int EntityCount => Entities.Count;

    /// <summary>Genes that a second id of the same registry claims, each with the id that is kept and the other: as they come.</summary>
    internal List<(string Gene, string Kept, string Other)> SecondIds { get; } = [];

    public int EdgeCount => Edges.Count;

    public void Add(KnowledgeDataset dataset) => _datasets[dataset.Name] = dataset;

    /// <summary>The place of an entity, which is added where it is new.</summary>
    public int Entity(EntityKind kind, string key, string? name = null, string? curie = null)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_entities, (kind, key), out var exists);
        if (!exists)
        {
            place = Entities.Count;
            Entities.Add(new(kind, key, string.IsNullOrEmpty(name) ? key : name));
        }
        var entity = Entities[place];
        if (!string.IsNullOrEmpty(curie) && entity.Curie.Length == 0) entity.Curie = curie;
        else if (kind == EntityKind.Gene && curie is not null && curie != entity.Curie && Registry(curie) == Registry(entity.Curie))
            SecondIds.Add((key, entity.Curie, curie));
        if (string.IsNullOrEmpty(name) || name == entity.Name) return place;
        if (entity.Name == key) entity.Name = name;
        else entity.Synonyms.Add(name);
        return place;
    }

    /// <summary>Before the colon. Ids of two registries are no contradiction.</summary>
    private static string Registry(string curie) => curie.Split(':')[0];

    public int? Find(EntityKind kind, string key) => _entities.TryGetValue((kind, key), out var place) ? place : null;

    public EntityKind KindOf(int entity) => Entities[entity].Kind;

    public string KeyOf(int entity) => Entities[entity].Key;

    /// <summary>Entities of these kinds by their folded names and synonyms, as they are now: own names first, then in the order of
    /// adding.</summary>
    public Dictionary<string, int> ByFoldedName(params ReadOnlySpan<EntityKind> kinds)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var isOwn in (ReadOnlySpan<bool>)[true, false])
            for (var i = 0; i < Entities.Count; i++)
                if (kinds.Contains(Entities[i].Kind))
                    foreach (var name in isOwn ? [Entities[i].Name, Entities[i].Key] : (IEnumerable<string>)Entities[i].Synonyms)
                        if (NameFolding.Fold(name) is { Length: > 0 } folded) found.TryAdd(folded, i);
        return found;
    }

    public void Synonym(int entity, string spelling)
    {
        if (spelling.Length > 0 && spelling != Entities[entity].Name) Entities[entity].Synonyms.Add(spelling);
    }

    public void Attribute(int entity, EntityAttribute attribute, string? value)
    {
        if (!string.IsNullOrEmpty(value)) Entities[entity].Attributes.Add((attribute, value));
    }

    public int Statement(in Statement statement)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_statements, statement, out var exists);
        if (!exists)
        {
            place = Statements.Count;
            Statements.Add(statement);
        }
        return place;
    }

    public void Edge(int source, int target, int statement) => Edges.Add(new(source, target, statement));

    public void Edge(int source, int target, in Statement statement) => Edge(source, target, Statement(statement));
}
