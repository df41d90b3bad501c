using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Imports;

namespace VcrPortal.Generation.Evaluation;

/// <summary>One question with its answer: is the gene changed (or up) under the knock-down of <paramref name="Perturbed"/>?</summary>
public readonly record struct LabelledPair(string Perturbed, string Gene, bool Label);

/// <summary>A file of labelled pairs, in its own split by perturbation.</summary>
public sealed record LabelledPairs(string Name, ImmutableArray<LabelledPair> Train, ImmutableArray<LabelledPair> Test)
{
    /// <summary>Columns <c>pert, gene, label, split</c>; label 0 or 1, split train or test.</summary>
    /// <exception cref="ImportException">A row is otherwise, or a perturbation is in both parts: the answer would leak.</exception>
    public static LabelledPairs Read(string file, TextReader text)
    {
        using var rows = DelimitedReader.WithHeader(file, text, ',', "pert", "gene", "label", "split");
        var (train, test) = (ImmutableArray.CreateBuilder<LabelledPair>(), ImmutableArray.CreateBuilder<LabelledPair>());
        var partOf = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            var (label, part) = (rows.Text(2), rows.Text(3));
            if (label is not ("0" or "1")) throw rows.Wrong($"the label is \u201c{label}\u201d; it is 0 or 1.");
            if (part is not ("train" or "test")) throw rows.Wrong($"the split is \u201c{part}\u201d; it is train or test.");
            if (!partOf.TryAdd(rows.Text(0), part) && partOf[rows.Text(0)] != part) throw rows.Wrong(
                $"{rows.Text(0)} is in both parts of the split, so its answers would leak.");
            (part == "train" ? train : test).Add(new(rows.Text(0), rows.Text(1), label == "1"));
        }
        return new(Path.GetFileNameWithoutExtension(file), train.ToImmutable(), test.ToImmutable());
    }
}
