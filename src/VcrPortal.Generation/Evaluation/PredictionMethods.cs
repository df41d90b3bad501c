using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Evaluation;

/// <summary>A way to answer, learned from the training pairs. A score is higher the more it says yes.</summary>
/// <param name="Score">Null where the method has nothing to say.</param>
/// <param name="Silent">The score of a pair of which it has nothing to say, among the others.</param>
/// <param name="Threshold">Above it the answer is yes.</param>
public sealed record PredictionMethod(string Name, Func<LabelledPair, double?> Score, double Silent, double Threshold);

/// <summary>The methods of the evaluation, named before it was run. None sees a test label.</summary>
public static class PredictionMethods
{
    /// <summary>The method whose strength of pull is tuned on the training part.</summary>
    internal const string Tuned = "gene frequency and analogy";

    /// <summary>The same with other lines, whose worth is tuned likewise.</summary>
    internal const string TunedElsewhere = "gene frequency, analogy and other lines";

    /// <summary>Pulls a rare gene towards the mean of all, as so many imagined pairs.</summary>
    private const double Shrinkage = 2;

    internal static ImmutableArray<PredictionMethod> Learn(
        IReadOnlyList<LabelledPair> train, KnowledgeSnapshot snapshot, IReadOnlyCollection<string> perturbed, OtherLines elsewhere,
        Tuning tuning, int seed)
    {
        var mean = train.Count(p => p.Label) / (double)train.Count;
        var byGene = train.GroupBy(p => p.Gene)
            .ToDictionary(g => g.Key, g => (g.Count(p => p.Label) + (Shrinkage * mean)) / (g.Count() + Shrinkage), StringComparer.Ordinal);
        double Frequency(LabelledPair pair) => byGene.GetValueOrDefault(pair.Gene, mean);
        var labels = LabelsOf(train);
        var analogy = Analogy(labels, new GeneAnalogy(snapshot, perturbed).Like, Frequency, tuning.Shrinkage);
        var profile = Analogy(labels, elsewhere.Like, Frequency, 1);
        var paths = Paths(snapshot);
        return
        [
            new("always the majority", _ => mean, mean, 0.5),
            new("random", pair => new Random(HashCode(pair, seed)).NextDouble(), 0.5, 0.5),
            new("gene frequency", pair => Frequency(pair), mean, 0.5),
            new("signed paths", pair => paths(pair), 0, 0),
            new("analogy", pair => analogy(pair), 0, 0),
            new(Tuned, pair => Frequency(pair) + (analogy(pair) ?? 0), mean, 0.5),
            new("gene frequency, analogy and paths", pair => Frequency(pair) + (analogy(pair) ?? 0) + (0.1 * (paths(pair) ?? 0)), mean,
                0.5),
            .. elsewhere.IsEmpty ? (PredictionMethod[])[] :
            [
                new("the same perturbation elsewhere", elsewhere.Same, 0, 0),
                new("alike by what they did elsewhere", pair => profile(pair), 0, 0),
                new(TunedElsewhere, pair => Frequency(pair) + (analogy(pair) ?? 0) + (tuning.Same * (elsewhere.Same(pair) ?? 0))
                    + (tuning.Profile * (profile(pair) ?? 0)), mean, 0.5),
            ],
        ];
    }

    private static Dictionary<string, Dictionary<string, bool>> LabelsOf(IReadOnlyList<LabelledPair> train) =>
        train.GroupBy(p => p.Perturbed).ToDictionary(
            g => g.Key, g => g.DistinctBy(p => p.Gene).ToDictionary(p => p.Gene, p => p.Label, StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>How far the alike perturbations moved this gene from its own frequency, weighed by likeness and pulled towards no
    /// difference. What is unlike (below 0) counts the other way.</summary>
    private static Func<LabelledPair, double?> Analogy(
        Dictionary<string, Dictionary<string, bool>> labels, Func<string, Dictionary<string, double>> like,
        Func<LabelledPair, double> frequency, double shrinkage)
    {
        var alike = new Dictionary<string, List<(Dictionary<string, bool> Labels, double Weight)>>(StringComparer.Ordinal);
        return pair =>
        {
            if (!alike.TryGetValue(pair.Perturbed, out var others))
                alike[pair.Perturbed] = others =
                    [.. like(pair.Perturbed).Where(o => labels.ContainsKey(o.Key)).Select(o => (labels[o.Key], o.Value))];
            double sum = 0, weights = 0;
            foreach (var (known, weight) in others)
                if (known.TryGetValue(pair.Gene, out var label)) (sum, weights) =
                    (sum + (weight * ((label ? 1 : 0) - frequency(pair))), weights + Math.Abs(weight));
            return weights == 0 ? null : sum / (weights + shrinkage);
        };
    }

    /// <summary>Signs along drawn and curated edges of at most two steps, from a gene that falls; a second step counts a third.</summary>
    private static Func<LabelledPair, double?> Paths(KnowledgeSnapshot snapshot)
    {
        const double second = 1.0 / 3;
        var reached = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        return pair =>
        {
            if (!reached.TryGetValue(pair.Perturbed, out var scores))
            {
                reached[pair.Perturbed] = scores = new(StringComparer.Ordinal);
                foreach (var (first, sign) in Signed(snapshot, snapshot.Find(EntityKind.Gene, pair.Perturbed)))
                {
                    Add(scores, snapshot.KeyOf(first), -sign);
                    foreach (var (next, nextSign) in Signed(snapshot, first)) Add(scores, snapshot.KeyOf(next), -sign * nextSign * second);
                }
            }
            return scores.TryGetValue(pair.Gene, out var score) ? score : null;
        };

        static void Add(Dictionary<string, double> scores, string gene, double score) =>
            scores[gene] = scores.GetValueOrDefault(gene) + score;
    }

    private static List<(int Target, int Sign)> Signed(KnowledgeSnapshot snapshot, int? source)
    {
        var found = new List<(int, int)>();
        if (source is null) return found;
        foreach (var edge in snapshot.From(source.Value))
            if (snapshot.KindOfStatement(edge.Statement) is EdgeKind.Regulates or EdgeKind.RegulatesExpression
                && snapshot.Statement(edge.Statement).Sign is var sign and not 0) found.Add((edge.Entity, sign));
        return found;
    }

    /// <summary>The same in every process, unlike <see cref="object.GetHashCode"/> of a text.</summary>
    private static int HashCode(LabelledPair pair, int seed) => unchecked((int)NameHash.Compute($"{seed} {pair.Perturbed} {pair.Gene}"));
}
