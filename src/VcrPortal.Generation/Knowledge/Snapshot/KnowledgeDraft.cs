using System.Runtime.InteropServices;

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
        public string Name { get; } = name;
        public string Curie { get; set; } = "";
        public SortedSet<string> Synonyms { get; } = new(StringComparer.Ordinal);
        public SortedSet<(EntityAttribute, string)> Attributes { get; } = [];
    }

    public int EntityCount => Entities.Count;

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
        if (!string.IsNullOrEmpty(name) && name != entity.Name) entity.Synonyms.Add(name);
        return place;
    }

    public int? Find(EntityKind kind, string key) => _entities.TryGetValue((kind, key), out var place) ? place : null;

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
