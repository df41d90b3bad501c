using System.Collections.Immutable;

namespace VcrPortal.Generation.IndependentEvidence;

/// <summary>How a gene moves when a pathway is active, by PROGENy: a model of many perturbation experiments, not of drawings.</summary>
/// <param name="Pathway">One of 14: Androgen, EGFR, Estrogen, Hypoxia, JAK-STAT, MAPK, NFkB, p53, PI3K, TGFb, TNFa, Trail, VEGF,
/// WNT.</param>
/// <param name="Weight">Above 0 the gene rises with the pathway, below it falls. Of no unit; rounded to two digits.</param>
/// <param name="PValue">The p value of the weight; all are below 0.001.</param>
public sealed record FootprintWeight(string Pathway, string Gene, double Weight, double PValue);

/// <summary>Pathways and the genes that they leave their mark on.</summary>
public sealed class Footprints
{
    private readonly KeyedRows<(string, string), FootprintWeight> _byPair;
    private readonly KeyedRows<string, FootprintWeight> _byPathway;
    private readonly KeyedRows<string, FootprintWeight> _byGene;

    internal Footprints(ImmutableArray<FootprintWeight> weights)
    {
        All = weights;
        _byPair = new(weights, w => [(w.Pathway, w.Gene)]);
        _byPathway = new(weights, w => [w.Pathway]);
        _byGene = new(weights, w => [w.Gene]);
    }

    public ImmutableArray<FootprintWeight> All { get; }

    /// <summary>In alphabetical order.</summary>
    public ImmutableArray<string> Pathways => [.. _byPathway.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Null: the gene is no certain part of the footprint, which does not say that it stays as it is.</summary>
    public FootprintWeight? Find(string pathway, string gene) => _byPair[(pathway, gene)] is [var only, ..] ? only : null;

    public ImmutableArray<FootprintWeight> OfPathway(string pathway) => _byPathway[pathway];

    public ImmutableArray<FootprintWeight> OfGene(string gene) => _byGene[gene];

    internal static FootprintWeight Read(PackRow row) =>
        new(row.Required("pathway"), row.Required("gene"), row.Number("weight"), row.Number("p"));
}
