using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Generation.IndependentEvidence;

/// <summary>What the NCI-60 exomes say of one gene in one line.</summary>
/// <param name="Percent">The percent that the source gives for variants that affect the protein's function. Null: none was called,
/// which does not say that there is none.</param>
public sealed record ExomeReading(string Gene, string Line, double? Percent);

/// <summary>How a drug held back the growth of a line, as the NCI-60 panel measured it.</summary>
/// <param name="Drug">CellMiner's name.</param>
/// <param name="Nsc">The drug's number there.</param>
/// <param name="Line">Name in the atlas.</param>
/// <param name="PGi50">Mean of -log10 of the molar concentration that halves growth: 6 is 1 uM. Values
/// pile up at 4, 4.6 and 8, so take those for bounds.</param>
/// <param name="Experiments">How many it is the mean of.</param>
/// <param name="Lowest">The least sensitive experiment.</param>
/// <param name="Highest">The most sensitive experiment.</param>
/// <param name="PanelMedian">The median over all lines of the panel, to tell a sensitive line from a toxic drug.</param>
public sealed record GrowthInhibition(
    string Drug, string Nsc, string Line, double PGi50, int Experiments, double Lowest, double Highest, double PanelMedian)
{
    /// <summary>The same mean in micromolar.</summary>
    public double Gi50Micromolar => Math.Pow(10, 6 - PGi50);
}

/// <summary>How strongly an untreated line expresses a gene, by DepMap.</summary>
/// <param name="Tpm">Transcripts per million.</param>
public sealed record BaselineExpression(string Gene, string Line, double Tpm)
{
    /// <summary>Below it a gene counts as not expressed.</summary>
    public const double NotExpressedBelow = 0.5;

    /// <summary>From here on a gene counts as expressed; between the two nothing is said.</summary>
    public const double ExpressedFrom = 2;

    /// <summary>True, false, or null for the values between.</summary>
    public bool? IsExpressed => Tpm < NotExpressedBelow ? false : Tpm >= ExpressedFrom ? true : null;
}

/// <summary>What was measured in the lines of the atlas by others. A line is asked for by its name or id.</summary>
public sealed class LineEvidence
{
    private readonly EvidenceNames _names;
    private readonly KeyedRows<(string, string), ExomeReading> _exome;
    private readonly KeyedRows<(string, string), BaselineExpression> _expression;
    private readonly KeyedRows<string, BaselineExpression> _expressionOf;
    private readonly KeyedRows<(string, string), GrowthInhibition> _growth;

    internal LineEvidence(
        EvidenceNames names, ImmutableArray<ExomeReading> exome, ImmutableArray<GrowthInhibition> growth,
        ImmutableArray<BaselineExpression> expression)
    {
        (_names, AllExome, AllGrowth, AllExpression) = (names, exome, growth, expression);
        _exome = new(exome, e => [(e.Gene, e.Line)]);
        _expression = new(expression, e => [(e.Gene, e.Line)]);
        _expressionOf = new(expression, e => [e.Gene]);
        _growth = new(growth, g => [(NameFolding.Fold(g.Drug), g.Line)]);
    }

    public ImmutableArray<ExomeReading> AllExome { get; }

    public ImmutableArray<GrowthInhibition> AllGrowth { get; }

    public ImmutableArray<BaselineExpression> AllExpression { get; }

    /// <summary>Null: the gene or the line is not in the panel's table.</summary>
    public ExomeReading? Exome(string gene, string line) =>
        _exome[(gene, _names.LineName(line))] is [var only, ..] ? only : null;

    /// <summary>Null: not known.</summary>
    public BaselineExpression? Expression(string gene, string line) =>
        _expression[(gene, _names.LineName(line))] is [var only, ..] ? only : null;

    /// <summary>In every line in which it is known.</summary>
    public ImmutableArray<BaselineExpression> ExpressionOf(string gene) => _expressionOf[gene];

    /// <summary>One for each number that the panel has of the drug.</summary>
    public ImmutableArray<GrowthInhibition> Growth(string compound, string line) =>
        [.. _names.FoldedNamesOf(compound).SelectMany(name => _growth[(name, _names.LineName(line))])];

    internal static GrowthInhibition ReadGrowth(PackRow row) => new(
        row.Required("drug"), row.Required("nsc"), row.Required("line"), row.Number("pgi50"), row.Whole("experiments"),
        row.Number("lowest"), row.Number("highest"), row.Number("panel"));
}
