using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge;

/// <summary>Every relation, pathway and gene synonym of the pack, against the GPML of the pathway that it names.</summary>
public class StarterPackAgainstWikiPathwaysTests
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();
    private static readonly KnowledgeIndex Index = new(Pack);

    [DataFact]
    public void Relations_AreDrawnInTheirPathwayWithTheirArrow() =>
        Facts.None(Pack.Relations.Where(r => !r.IsOfAPaper && !Drawn(r).Any()).Select(r => r.ToString()));

    /// <summary>What no pathway draws with a sign is a single fact with its place, and the table stays small.</summary>
    [Fact]
    public void RelationsOfPapers_AreFew_AndSayWhereTheyWerePublished()
    {
        var papers = Pack.Relations.Where(r => r.IsOfAPaper).ToList();
        Assert.InRange(papers.Count, 1, 20);
        Assert.All(papers, r => Assert.Matches(@"^(PMID:\d+|PMC\d+|doi:10\.\S+|\D+ \d+:\d+)$", r.PathwayId));
    }

    [DataFact]
    public void PubMedIds_AreListedForTheirArrow() =>
        Facts.None(
            Pack.Relations.Where(r => r.PubMedId is { } id && !Drawn(r).Any(a => a.PubMedIds.Contains(id))).Select(r => r.ToString()));

    /// <summary>SMAD3 represses MYC in epithelia, and one pathway draws the reverse; blocking the proteasome keeps IkappaB alpha in some
    /// cells, and loses it in others: both are kept, so that nothing is asserted of it.</summary>
    [Fact]
    public void Signs_DisagreeForNoPairButThoseThatAreKept() => Assert.Equal(
        ["SMAD3 MYC", "FPLX:Proteasome NFKBIA"],
            Pack.Relations.GroupBy(r => $"{r.Source} {r.Target}").Where(g => g.Select(r => r.Sign).Distinct().Count() > 1)
            .Select(g => g.Key));

    [Fact]
    public void EveryPairHasOneKind() => Facts.None(
        Pack.Relations.GroupBy(r => (r.Source, r.Target)).Where(g => g.Select(r => r.Kind).Distinct().Count() > 1)
            .Select(g => g.Key.ToString()));

    [Fact]
    public void PhenotypeRelations_AndNoOthers_EndInAPhenotype() =>
        Facts.None(
            Pack.Relations.Where(r => (r.Kind == RelationKind.Phenotype) != r.Target.StartsWith("PHENO:", StringComparison.Ordinal))
            .Select(r => r.ToString()));

    [DataFact]
    public void Pathways_HaveTheirTitleAndHoldTheirOutputs()
    {
        foreach (var pathway in Pack.Pathways)
        {
            var drawn = GpmlPathway.Load(pathway.Id);
            Assert.Equal(drawn.Title, pathway.Title);
            Assert.All(pathway.Outputs, output => Assert.Contains(drawn.Nodes, n => n.IsDataNode && IsGene(n, output)));
        }
    }

    [DataFact]
    public void GeneSynonyms_AreGroundedByFamPlexOrLabelANodeOfTheGene()
    {
        var nodes = GpmlPathway.LoadAll().SelectMany(p => p.Nodes).Where(n => n.IsDataNode).ToList();
        var labels = nodes.Where(n => n.Database == "Ensembl").Select(n => (n.Label, $"ENSEMBL:{n.Id}")).ToHashSet();
        var accessions = nodes.Where(n => n.Database.StartsWith("Uniprot", StringComparison.OrdinalIgnoreCase))
            .Select(n => (n.Label, $"UP:{n.Id}")).ToHashSet();
        var groundings = FamPlexTables.Groundings.ToLookup(g => g.Text, g => g.Grounding);
        var unsupported = from gene in Pack.Genes
                          from synonym in gene.Synonyms
                          where !labels.Contains((synonym, gene.Id.ToString()!))
                              && !groundings[synonym].Any(g => g == $"HGNC:{gene.Symbol}" || accessions.Contains((gene.Symbol, g))
                                  || groundings[gene.Symbol].Contains(g))
                          select $"{gene.Symbol}: {synonym}";
        Facts.None(unsupported);
    }

    private static IEnumerable<GpmlArrow> Drawn(SignedRelation relation) =>
        GpmlPathway.Load(relation.PathwayId).Arrows.Where(
            a => a.Head == relation.Arrow && Names(a.From, relation.Source) && Names(a.To, relation.Target));

    private static bool Names(IReadOnlyList<GpmlNode> end, string entity) =>
        entity.StartsWith("FPLX:", StringComparison.Ordinal) ? IsGroup(end, Pack.Groups.Single(g => g.Id == entity))
        : entity.StartsWith("PHENO:", StringComparison.Ordinal) ? end.Count == 1
            && IsPhenotype(end[0], Pack.Phenotypes.Single(p => p.Id == entity))
        : end.Any(n => IsGene(n, entity));

    /// <summary>Whether a node is the gene: by its Ensembl id where the node has one, for then its label may be anything; else by a
    /// name.</summary>
    private static bool IsGene(GpmlNode node, string symbol)
    {
        var gene = Index.Gene(symbol)!;
        if (!node.IsDataNode) return false;
        return node.Database == "Ensembl" ? gene.Id?.Id == node.Id : gene.Synonyms.Prepend(symbol).Any(s => SameName(s, node.Label));
    }

    /// <summary>One node with the group's name; or members only, or all members and further subunits, at least two.</summary>
    private static bool IsGroup(IReadOnlyList<GpmlNode> end, EntityGroup group)
    {
        if (end.Count == 1) return group.Synonyms.Append(group.Name).Append(group.Id["FPLX:".Length..]).Any(s => SameName(s, end[0].Label));
        var genes = end.Where(n => n.IsDataNode).ToList();
        var members = group.Members.Where(m => genes.Any(n => IsMember(n, m))).ToList();
        return members.Count >= 2 && (members.Count == group.Members.Length || genes.All(n => members.Any(m => IsMember(n, m))));
    }

    private static bool IsMember(GpmlNode node, string symbol) =>
        Index.Gene(symbol)?.Symbol == symbol ? IsGene(node, symbol) : SameName(symbol, node.Label);

    private static bool IsPhenotype(GpmlNode node, Phenotype phenotype) =>
        phenotype.Synonyms.Append(phenotype.Name).Any(s => SameName(s, node.Label));

    private static bool SameName(string name, string label) => NameFolding.Fold(name) == NameFolding.Fold(label);
}
