namespace VcrPortal.Generation.Evaluation;

/// <summary>
/// What the same questions were answered in other cell lines. It is no leak of the line that is asked: another line is another experiment.
/// It tells two things: what the same perturbation did there to this gene, and which perturbations are alike by what they did there. Both
/// against a gene's own frequency there, so that a gene that always changes makes nothing alike.
/// </summary>
internal sealed class OtherLines
{
    /// <summary>Pulls a rare gene towards the mean of all, as so many imagined pairs.</summary>
    private const double Shrinkage = 2;

    /// <summary>Genes that two perturbations must have been measured on together to be compared.</summary>
    private const int FewestShared = 3;

    private readonly Dictionary<string, Dictionary<string, double>> _residuals = new(StringComparer.Ordinal);
    private readonly ILookup<string, (string Perturbed, double Residual)> _byGene;
    private readonly Dictionary<string, double> _length;

    public OtherLines(IReadOnlyCollection<LabelledPairs> files)
    {
        foreach (var file in files) AddFile([.. file.Train, .. file.Test]);
        _byGene = _residuals.SelectMany(p => p.Value.Select(r => (Gene: r.Key, Said: (p.Key, r.Value)))).ToLookup(r => r.Gene, r => r.Said);
        _length = _residuals.ToDictionary(p => p.Key, p => Math.Sqrt(p.Value.Values.Sum(r => r * r)), StringComparer.Ordinal);
    }

    public bool IsEmpty => _residuals.Count == 0;

    /// <summary>What the same perturbation did to this gene elsewhere; null where it was not asked.</summary>
    public double? Same(LabelledPair pair) =>
        _residuals.TryGetValue(pair.Perturbed, out var said) && said.TryGetValue(pair.Gene, out var residual) ? residual : null;

    /// <summary>The cosine between what this perturbation and others did elsewhere; those that share nothing are left out.</summary>
    public Dictionary<string, double> Like(string perturbed)
    {
        var products = new Dictionary<string, (double Sum, int Shared)>(StringComparer.Ordinal);
        foreach (var (gene, residual) in _residuals.GetValueOrDefault(perturbed, []))
            foreach (var (other, theirs) in _byGene[gene])
                if (other != perturbed)
                {
                    var (sum, shared) = products.GetValueOrDefault(other);
                    products[other] = (sum + (residual * theirs), shared + 1);
                }
        return products.Where(p => p.Value.Shared >= FewestShared && _length[p.Key] > 0).ToDictionary(
            p => p.Key, p => p.Value.Sum / (_length[perturbed] * _length[p.Key]), StringComparer.Ordinal);
    }

    /// <summary>A gene that several files ask under one perturbation has the mean of its residuals.</summary>
    private void AddFile(IReadOnlyCollection<LabelledPair> pairs)
    {
        var mean = pairs.Count(p => p.Label) / (double)Math.Max(1, pairs.Count);
        var frequency = pairs.GroupBy(p => p.Gene).ToDictionary(
            g => g.Key, g => (g.Count(p => p.Label) + (Shrinkage * mean)) / (g.Count() + Shrinkage), StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var residual = (pair.Label ? 1 : 0) - frequency[pair.Gene];
            var said = _residuals.TryGetValue(pair.Perturbed, out var known) ? known
                : _residuals[pair.Perturbed] = new(StringComparer.Ordinal);
            said[pair.Gene] = said.TryGetValue(pair.Gene, out var other) ? (other + residual) / 2 : residual;
        }
    }
}
