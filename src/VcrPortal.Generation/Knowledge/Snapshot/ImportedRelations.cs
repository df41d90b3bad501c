using System.Collections.Immutable;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>
/// The signed relations of WikiPathways that the embedded engine follows beside the starter pack's. What leaves an entity whose relations
/// the pack chose by hand is left out: drawn shortcuts (BRAF straight to ERK) and side branches would win over the chosen way, and did. So
/// is what one pathway alone draws (olaparib's PARP2 to PPARGC1A, and on to mTORC1), and what is drawn for a group, because a subunit's
/// wiring is not its neighbour's, and a phenotype that no relation of the pack ends in: VEGFA promotes angiogenesis by what other cells do.
/// DoRothEA and SIGNOR are left to the verifiers, whose verdicts would otherwise judge the engine by its own sources.
/// </summary>
internal static class ImportedRelations
{
    private const int FewestGenes = 3;

    public static ImmutableArray<SignedRelation> Read(KnowledgeSnapshot snapshot, KnowledgeBase pack)
    {
        var chosen = ChosenSources(pack);
        var shown = pack.Relations.Where(r => r.Kind == RelationKind.Phenotype).Select(r => r.Target).ToHashSet(StringComparer.Ordinal);
        var relations = new List<SignedRelation>();
        for (var source = 0; source < snapshot.EntityCount; source++)
            if (CanAct(snapshot.KindOf(source)) && snapshot.KeyOf(source) is var key && !chosen.Contains(key))
                foreach (var edge in snapshot.From(source))
                    if (RelationOf(snapshot, key, edge) is { } relation
                        && (relation.Kind != RelationKind.Phenotype || shown.Contains(relation.Target))) relations.Add(relation);
        var factors = Factors(relations);
        relations.RemoveAll(r => r.Kind == RelationKind.Expression && !factors.Contains(r.Source));
        return
        [
            .. relations.DistinctBy(r => (r.Source, r.Target, r.Kind, r.PathwayId, r.Sign)).GroupBy(r => (r.Source, r.Target, r.Kind))
                .Where(pair => pair.Select(r => r.PathwayId).Distinct().Count() > 1).SelectMany(pair => pair),
        ];
    }

    /// <summary>Sources of the pack's relations, the members of those that are groups, and the groups that hold one.</summary>
    private static HashSet<string> ChosenSources(KnowledgeBase pack)
    {
        var sources = pack.Relations.Select(r => r.Source).ToHashSet(StringComparer.Ordinal);
        var chosen = new HashSet<string>(sources, StringComparer.Ordinal);
        foreach (var group in pack.Groups)
            if (sources.Contains(group.Id)) chosen.UnionWith(group.Members);
            else if (group.Members.Any(sources.Contains)) chosen.Add(group.Id);
        return chosen;
    }

    /// <summary>
    /// Sources that are drawn onto the expression of so many genes that they may be transcription factors. A kinase drawn onto one gene
    /// (RPS6KA5 onto MYC) acts through a factor that the arrow leaves out.
    /// </summary>
    private static HashSet<string> Factors(List<SignedRelation> relations) =>
        relations.Where(r => r.Kind == RelationKind.Expression).GroupBy(r => r.Source)
            .Where(g => g.Select(r => r.Target).Distinct().Count() >= FewestGenes).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);

    private static bool CanAct(EntityKind kind) => kind is EntityKind.Gene or EntityKind.Family or EntityKind.Complex;

    private static SignedRelation? RelationOf(KnowledgeSnapshot snapshot, string source, SnapshotEdge edge)
    {
        if (KindOf(snapshot.KindOfStatement(edge.Statement), snapshot.KindOf(edge.Entity)) is not { } kind) return null;
        var said = snapshot.Statement(edge.Statement);
        if (said.Dataset != KnowledgeDataset.WikiPathways || said.Sign == 0
            || said.Detail.EndsWith("for a group", StringComparison.Ordinal)) return null;
        return new(
            source, kind, said.Sign, snapshot.KeyOf(edge.Entity), said.Record, said.Detail,
            said.Reference.StartsWith("PMID:", StringComparison.Ordinal) ? said.Reference[5..] : null, IsImported: true);
    }

    private static RelationKind? KindOf(EdgeKind edge, EntityKind target) => (edge, target) switch
    {
        (EdgeKind.Regulates or EdgeKind.RegulatesExpression, EntityKind.Phenotype) => RelationKind.Phenotype,
        (EdgeKind.RegulatesExpression, EntityKind.Gene) => RelationKind.Expression,
        (EdgeKind.Regulates, _) when CanAct(target) => RelationKind.Activity,
        _ => null,
    };
}
