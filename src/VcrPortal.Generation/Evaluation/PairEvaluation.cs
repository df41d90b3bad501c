using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Evaluation;

/// <summary>How one method did on the test pairs of one file.</summary>
/// <param name="Covered">Pairs that it had something to say of.</param>
/// <param name="Pooled">Over all pairs; null when one answer is missing.</param>
/// <param name="PerGene">The mean over genes with both answers, of which there are <paramref name="Genes"/>.</param>
/// <param name="Accuracy">How often yes above the training mean is right, on the covered pairs; <paramref name="MajorityAccuracy"/> on the
/// same
/// pairs.</param>
public sealed record MethodScore(
    string Method, int Pairs, int Covered, double? Pooled, Estimate? PerGene, int Genes, double? Accuracy, double? MajorityAccuracy);

/// <summary>Evaluates every method on a file of labelled pairs: tuned on the training part, reported on the test part.</summary>
public static class PairEvaluation
{
    private const int Seed = 20260822;
    private const int Folds = 5;

    /// <summary>What the strength of the analogy's pull is chosen from, by the training part alone.</summary>
    private static readonly double[] Shrinkages = [1, 3, 10, 30];

    /// <summary>What other lines may be worth, against the analogy.</summary>
    private static readonly double[] Worths = [0, 0.3, 1, 2];

    /// <param name="elsewhere">The same question in other cell lines; all of their answers may be used.</param>
    public static (ImmutableArray<MethodScore> Scores, Tuning Tuning) Run(
        LabelledPairs pairs, IReadOnlyCollection<LabelledPairs> elsewhere, KnowledgeSnapshot snapshot, CancellationToken ct)
    {
        var others = new OtherLines(elsewhere);
        var perturbed = pairs.Train.Concat(pairs.Test).Select(p => p.Perturbed).ToHashSet(StringComparer.Ordinal);
        double Held(Tuning tuning, string method) => CrossValidated(pairs.Train, train =>
            PredictionMethods.Learn(train, snapshot, perturbed, others, tuning, Seed).Single(m => m.Name == method), ct);

        var tuning = Shrinkages.Select(s => new Tuning(s)).MaxBy(t => Held(t, PredictionMethods.Tuned))!;
        if (!others.IsEmpty)
        {
            tuning = Worths.Select(worth => tuning with { Profile = worth }).MaxBy(t => Held(t, PredictionMethods.TunedElsewhere))!;
            tuning = Worths.Select(worth => tuning with { Same = worth }).MaxBy(t => Held(t, PredictionMethods.TunedElsewhere))!;
        }
        var methods = PredictionMethods.Learn(pairs.Train, snapshot, perturbed, others, tuning, Seed);
        var mean = pairs.Train.Count(p => p.Label) / (double)pairs.Train.Length;
        return ([.. methods.Select(m => Score(m, pairs.Test, mean, ct))], tuning);
    }

    /// <summary>The per-gene area of a method, on perturbations held out of the training part.</summary>
    private static double CrossValidated(
        ImmutableArray<LabelledPair> train, Func<IReadOnlyList<LabelledPair>, PredictionMethod> learn, CancellationToken ct)
    {
        var total = 0.0;
        for (var fold = 0; fold < Folds; fold++)
        {
            ct.ThrowIfCancellationRequested();
            var held = train.ToLookup(p => NameHash.Spread(NameHash.Compute(p.Perturbed)) % Folds == (ulong)fold);
            var method = learn([.. held[false]]);
            total += RankingScores.PerGene(held[true].Select(p => (p.Gene, method.Score(p) ?? method.Silent, p.Label)), Seed)?.Mean.Value
                ?? 0.5;
        }
        return total / Folds;
    }

    private static MethodScore Score(PredictionMethod method, ImmutableArray<LabelledPair> test, double mean, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var answers = test.Select(p => (Pair: p, Score: method.Score(p))).ToList();
        var rows = answers.Select(a => (a.Pair.Gene, Score: a.Score ?? method.Silent, a.Pair.Label)).ToList();
        var covered = answers.Where(a => a.Score is not null).ToList();
        var perGene = RankingScores.PerGene(rows, Seed);
        return new(
            method.Name, test.Length, covered.Count, RankingScores.Auroc([.. rows.Select(r => (r.Score, r.Label))]), perGene?.Mean,
            perGene?.Genes ?? 0,
            covered.Count == 0 ? null : covered.Count(a => (a.Score > method.Threshold) == a.Pair.Label) / (double)covered.Count,
            covered.Count == 0 ? null : covered.Count(a => (mean >= 0.5) == a.Pair.Label) / (double)covered.Count);
    }
}
