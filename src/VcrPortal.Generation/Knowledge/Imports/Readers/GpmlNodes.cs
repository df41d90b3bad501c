using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <summary>
/// What a drawn node is: by its database id where that is a gene's, else by its label, first as a gene's symbol, then as any known name. An
/// id that no gene table has is the gene whose symbol most nodes with that id are labelled with. A label that is drawn without an id names
/// a phenotype or nothing. Nothing is grounded by force.
/// </summary>
internal sealed class GpmlNodes
{
    private readonly KnowledgeDraft _draft;
    private readonly Dictionary<string, int> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _named, _compounds, _phenotypes;
    private readonly Dictionary<string, int> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<GpmlNode, int?> _found = [];

    /// <param name="all">Every node of the archive.</param>
    public GpmlNodes(KnowledgeDraft draft, IEnumerable<GpmlNode> all)
    {
        _draft = draft;
        for (var i = 0; i < draft.Entities.Count; i++)
            if (draft.Entities[i] is { Kind: EntityKind.Gene } gene)
                foreach (
                    var id in gene.Attributes.Where(a => a.Item1 == EntityAttribute.CrossReference).Select(a => a.Item2).Append(gene.Curie))
                    if (id.Length > 0) _byId.TryAdd(id, i);
        foreach (var same in all.Where(n => Space(n) is not null).GroupBy(n => $"{Space(n)}:{n.Id}"))
            if (same.Where(n => draft.Find(EntityKind.Gene, n.Label) is not null).CountBy(n => n.Label).OrderByDescending(l => l.Value)
                .ThenBy(l => l.Key, StringComparer.Ordinal).FirstOrDefault().Key is { } symbol)
                _byId.TryAdd(same.Key, draft.Find(EntityKind.Gene, symbol)!.Value);
        _named = draft.ByFoldedName(EntityKind.Gene, EntityKind.Family, EntityKind.Complex);
        _compounds = draft.ByFoldedName(EntityKind.Compound);
        _phenotypes = draft.ByFoldedName(EntityKind.Phenotype);
        foreach (var (group, members) in MembersOfGroups(draft)) _groups.TryAdd(Signature(members), group);
    }

    /// <summary>The ends that an arrow has here: the FamPlex group that has exactly these members, else each member that is
    /// known.</summary>
    public ImmutableArray<int> Ends(ImmutableArray<GpmlNode> nodes)
    {
        ImmutableArray<int> ends =
            [.. nodes.Where(n => nodes.Length == 1 || n.Kind != "Label").Select(Find).OfType<int>().Distinct().Order()];
        return ends.Length > 1 && _groups.TryGetValue(Signature(ends), out var group) ? [group] : ends;
    }

    public int? Find(GpmlNode node)
    {
        var asked = node with { Group = "" };
        if (_found.TryGetValue(asked, out var known)) return known;
        return _found[asked] = node.Kind switch
        {
            "Label" or "Pathway" or "Event" or "Key Event" or "BiologicalProcess" => Get(_phenotypes, node.Label) ?? Pathway(node),
            "Metabolite" => Get(_compounds, node.Label),
            "Complex" => Get(_named, node.Label) is { } complex && _draft.KindOf(complex) != EntityKind.Gene ? complex : null,
            _ => ById(node) ?? _draft.Find(EntityKind.Gene, node.Label) ?? Get(_named, node.Label) ?? Get(_compounds, node.Label)
                ?? Get(_phenotypes, node.Label),
        };
    }

    private int? ById(GpmlNode node) =>
        node.Database == "HGNC" ? _draft.Find(EntityKind.Gene, node.Id) : Space(node) is { } space
            ? Get(_byId, $"{space}:{node.Id}", fold: false) : null;

    /// <summary>The CURIE prefix of ids that name one gene or its protein; null for any other source.</summary>
    private static string? Space(GpmlNode node) => node.Id.Length == 0 ? null : node.Database switch
    {
        "Ensembl" => "ENSEMBL",
        "Entrez Gene" => "NCBIGENE",
        "Uniprot-TrEMBL" or "UniProtKB" => "UNIPROT",
        _ => null,
    };

    private int? Pathway(GpmlNode node) =>
        node is { Database: "WikiPathways", Id: ['W', 'P', .. { Length: > 0 }] }
            ? _draft.Entity(EntityKind.Pathway, node.Id, null, $"WIKIPATHWAYS:{node.Id}") : null;

    private static int? Get(Dictionary<string, int> table, string text, bool fold = true) =>
        table.TryGetValue(fold ? NameFolding.Fold(text) : text, out var found) ? found : null;

    private static string Signature(IEnumerable<int> members) =>
        string.Join(' ', members.Order().Select(m => m.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Genes below each group, through all levels; the smaller key wins where two groups have the same members.</summary>
    private static IEnumerable<(int Group, HashSet<int> Members)> MembersOfGroups(KnowledgeDraft draft)
    {
        var below = draft.Edges.Where(e => draft.Statements[e.Statement] is { Dataset: KnowledgeDataset.FamPlex })
            .ToLookup(e => e.Target, e => e.Source);
        foreach (var group in below.Select(g => g.Key).OrderBy(draft.KeyOf, StringComparer.Ordinal))
        {
            var (members, seen, open) = (new HashSet<int>(), new HashSet<int> { group }, new Stack<int>([group]));
            while (open.TryPop(out var at))
                foreach (var member in below[at])
                    if (draft.KindOf(member) == EntityKind.Gene) members.Add(member);
                    else if (seen.Add(member)) open.Push(member);
            if (members.Count > 1) yield return (group, members);
        }
    }
}
