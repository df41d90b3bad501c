using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Generation.Evaluation;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Imports.Readers;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Evaluation;

public sealed class PairEvaluationTests : IDisposable
{
    private readonly Imported _imported = new();

    public void Dispose() => _imported.Dispose();

    private static LabelledPairs Read(string rows) => LabelledPairs.Read("t.csv", new StringReader("pert,gene,label,split\n" + rows));

    [Theory]
    [InlineData("A,G,2,train\n", "t.csv, line 2: the label is")]
    [InlineData("A,G,1,both\n", "line 2: the split is")]
    [InlineData("A,G,1,train\nA,H,1,test\n", "line 3: A is in both parts")]
    public void Read_BadRow_NamesTheLine(string rows, string says) =>
        Assert.Contains(says, Assert.Throws<ImportException>(() => Read(rows)).Message, StringComparison.Ordinal);

    [Fact]
    public void Auroc_AnyScores_IsTheShareOfPairsInOrder() =>
        Prop.ForAll(Gen.ListOf(Gen.Zip(Gen.Choose(0, 5), Gen.Elements(true, false))).ToArbitrary(), drawn =>
    {
        var rows = drawn.Select(d => (Score: (double)d.Item1, Label: d.Item2)).ToList();
        var pairs = rows.Where(r => r.Label)
            .SelectMany(p => rows.Where(r => !r.Label), (p, n) => p.Score > n.Score ? 1.0 : p.Score == n.Score ? 0.5 : 0).ToList();
        return RankingScores.Auroc(rows) is { } area ? Math.Abs(area - pairs.Average()) < 1e-9 : pairs.Count == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void PerGene_GeneWithOneAnswer_IsLeftOut()
    {
        var score = RankingScores.PerGene([("A", 1, true), ("A", 0, false), ("B", 1, true), ("B", 0, true)], seed: 1)!.Value;
        Assert.Equal((1.0, 1), (score.Mean.Value, score.Genes));
        Assert.Null(RankingScores.PerGene([("B", 1, true)], seed: 1));
    }

    [Fact]
    public void Methods_NeverSeeATestLabel()
    {
        _imported.Add(
            _imported.File("relations.csv", "HGNC,RPL1,partof,FPLX,R\nHGNC,RPL2,partof,FPLX,R\nHGNC,RPL3,partof,FPLX,R\n"),
            FamPlexImport.AddRelations);
        var snapshot = _imported.Snapshot();
        const string train = "RPL1,G,1,train\nRPL2,G,1,train\nRPL1,H,0,train\nOTHER,G,0,train\nOTHER,H,1,train\n";
        var one = PairEvaluation.Run(Read(train + "RPL3,G,1,test\nRPL3,H,0,test\n"), [], snapshot, CancellationToken.None);
        var flipped = PairEvaluation.Run(Read(train + "RPL3,G,0,test\nRPL3,H,1,test\n"), [], snapshot, CancellationToken.None);
        Assert.Equal(one.Tuning, flipped.Tuning);
        foreach (var (a, b) in one.Scores.Zip(flipped.Scores)) Assert.Equal(1, a.Pooled!.Value + b.Pooled!.Value, 9);
        Assert.Equal(1.0, one.Scores.Single(s => s.Method == "analogy").Pooled);
    }

    [Fact]
    public void Analogy_GenesOfOneComplexOrStem_AreAlikeAndOthersAreNot()
    {
        _imported.Add(_imported.File("relations.csv", "HGNC,AAA,partof,FPLX,R\nHGNC,BBB,partof,FPLX,R\n"), FamPlexImport.AddRelations);
        var analogy = new GeneAnalogy(_imported.Snapshot(), ["AAA", "BBB", "RPL3", "RPL7", "ZZZ"]);
        Assert.Equal(["BBB"], analogy.Like("AAA").Keys);
        Assert.Equal(["RPL7"], analogy.Like("RPL3").Keys);
        Assert.Empty(analogy.Like("ZZZ"));
        Assert.Empty(analogy.Like("not asked"));
    }

    [DataFact]
    public async Task PerturbQa_DirectionByAnalogy_BeatsEveryBaselinePerGene()
    {
        using var text = new StreamReader(ReferenceData.File("perturbqa/k562-dir.csv"));
        var (scores, _) = PairEvaluation.Run(
            LabelledPairs.Read("k562-dir.csv", text), [], (await ReferenceKnowledge.InstalledAsync()).Snapshot!, CancellationToken.None);
        var by = scores.ToDictionary(s => s.Method);
        Assert.Equal(0.5, by["gene frequency"].PerGene!.Value.Value, 6);
        Assert.InRange(by["random"].PerGene!.Value.Value, 0.42, 0.58);
        Assert.True(by["gene frequency and analogy"].PerGene!.Value.Low > 0.6, $"{by["gene frequency and analogy"]}");
        Assert.True(by["gene frequency and analogy"].Pooled > by["gene frequency"].Pooled);
    }

    [Fact]
    public void OtherLines_TellWhatTheSamePerturbationDid_AndWhoIsAlikeByIt()
    {
        const string other = "A,G,1,train\nA,H,0,train\nA,K,1,train\nB,G,1,test\nB,H,0,test\nB,K,1,test\n"
            + "C,G,0,train\nC,H,1,train\nC,K,0,train\n";
        var elsewhere = new OtherLines([Read(other)]);
        Assert.True(elsewhere.Same(new("B", "G", false)) > 0);
        Assert.True(elsewhere.Same(new("B", "H", true)) < 0);
        Assert.Null(elsewhere.Same(new("B", "M", true)));
        var like = elsewhere.Like("A");
        Assert.True(like["B"] > 0.9 && like["C"] < -0.9, string.Join(", ", like));
    }

    [DataFact]
    public async Task PerturbQa_WithAnotherLine_ReachesTheAimOfDirection()
    {
        var snapshot = (await ReferenceKnowledge.InstalledAsync()).Snapshot!;
        var scores = PairEvaluation.Run(File("k562-dir.csv"), [File("rpe1-dir.csv")], snapshot, CancellationToken.None).Scores;
        var best = scores.Single(s => s.Method == PredictionMethods.TunedElsewhere);
        Assert.True(best.PerGene!.Value.Value > 0.78, string.Join('\n', scores));

        static LabelledPairs File(string name)
        {
            using var text = new StreamReader(ReferenceData.File($"perturbqa/{name}"));
            return LabelledPairs.Read(name, text);
        }
    }
}
