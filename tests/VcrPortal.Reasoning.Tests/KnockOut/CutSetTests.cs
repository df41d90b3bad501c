using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.KnockOut;

namespace VcrPortal.Reasoning.Tests.KnockOut;

/// <summary>The smallest sets that fell a conclusion.</summary>
public class CutSetTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static string Written(CutSets cuts) => string.Join("; ", cuts.Sets);

    [Fact]
    public void Chain_FallsWithAnyLink() => Assert.Equal("n1; n2", Written(CutSets.Find(Graphs.From(3, "n1-n2", "n2-n3"), new("n3"))));

    [Fact]
    public void TwoPaths_FallWithTheirRootOrOneOfEach() =>
        Assert.Equal(
            "n1; n2, n4; n2, n5; n3, n4; n3, n5",
            Written(CutSets.Find(Graphs.From(6, "n1-n2", "n1-n4", "n2-n3", "n4-n5", "n3-n6", "n5-n6"), new("n6"))));

    [Fact]
    public void Edges_AreCutWhereAsked() =>
        Assert.Equal(
            "n1 → n2, n1 → n3; n1 → n3, n2 → n3",
                Written(CutSets.Find(Graphs.From(3, "n1-n2", "n2-n3", "n1-n3"), new("n3"), CutsOf.Edges)));

    [Fact]
    public void Complex_FallsWithAnyOfItsParts()
    {
        var graph = new ActionGraph(Graphs.From(1).Vocabulary, null,
            [Graphs.Activity(1, "BAX", "up"), Graphs.Activity(2, "BAK", "up"), SupportGraphs.Complex(3, "up", "BAX", "BAK"),
                Graphs.Phenotype(4)],
            [Graphs.Edge("n1-n3"), Graphs.Edge("n2-n3"), Graphs.Edge("n3-n4")]);

        Assert.Equal("n1; n2; n3", Written(CutSets.Find(graph, new("n4"))));
    }

    [Theory]
    [InlineData("n1")]
    [InlineData("n9")]
    public void RootOrUnknownAction_HasNone(string conclusion) => Assert.Empty(CutSets.Find(Graphs.From(2, "n1-n2"), new(conclusion)).Sets);

    [Fact]
    public void FourPaths_HaveNoneOfThreeParts()
    {
        var cuts = CutSets.Find(Graphs.From(5, "n1-n5", "n2-n5", "n3-n5", "n4-n5"), new("n5"));

        Assert.Empty(cuts.Sets);
        Assert.False(cuts.MoreExist);
    }

    [Fact]
    public void MoreThanAHundred_SaysSo()
    {
        // Two chains of eleven links end in one conclusion: 121 pairs.
        var links = Enumerable.Range(1, 10).SelectMany(i => new[] { $"n{i}-n{i + 1}", $"n{i + 11}-n{i + 12}" });
        var cuts = CutSets.Find(Graphs.From(23, [.. links, "n11-n23", "n22-n23"]), new("n23"));

        Assert.Equal((100, true), (cuts.Sets.Length, cuts.MoreExist));
        Assert.All(cuts.Sets, cut => Assert.Equal(2, cut.Count));
    }

    [Fact]
    public void ExactlyAHundred_AreAll()
    {
        var links = Enumerable.Range(1, 9).SelectMany(i => new[] { $"n{i}-n{i + 1}", $"n{i + 10}-n{i + 11}" });
        var cuts = CutSets.Find(Graphs.From(21, [.. links, "n10-n21", "n20-n21"]), new("n21"));

        Assert.Equal((100, false), (cuts.Sets.Length, cuts.MoreExist));
    }

    [Theory]
    [InlineData(CutsOf.Actions)]
    [InlineData(CutsOf.Edges)]
    [InlineData(CutsOf.ActionsAndEdges)]
    public void CutSets_EqualTheSearchOverAllSets(CutsOf parts) => Prop.ForAll(Seeds, seed =>
    {
        var graph = SupportGraphs.Random(seed, parts == CutsOf.Actions ? 12 : 7);
        var conclusion = graph.Actions[^1];
        var expected = AllMinimal(graph, conclusion, parts).ToHashSet();
        var found = CutSets.Find(graph, conclusion.Id!.Value, parts);
        return found.Sets.Distinct().Count() == found.Sets.Length && found.MoreExist == expected.Count > CutSets.MostSets
            && (found.MoreExist ? found.Sets.All(expected.Contains) : expected.SetEquals(found.Sets));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static List<AssumedFalse> AllMinimal(ActionGraph graph, ActionNode conclusion, CutsOf parts)
    {
        if (!SupportGraphs.Stands(graph, conclusion, AssumedFalse.Nothing)) return [];
        List<AssumedFalse> candidates = [
            .. parts.HasFlag(CutsOf.Actions) ? graph.Actions.Where(a => a != conclusion).Select(a => AssumedFalse.From(a.Id!.Value)) : [],
            .. parts.HasFlag(CutsOf.Edges) ? graph.Edges.Distinct().Select(e => AssumedFalse.From(e)) : []];
        var cuts = new List<AssumedFalse>();
        var sets = new List<(AssumedFalse Set, int Next)> { (AssumedFalse.Nothing, 0) };
        for (var size = 1; size <= CutSets.MostParts; size++)
        {
            sets = [.. from set in sets from next in Enumerable.Range(set.Next, candidates.Count - set.Next)
                select (set.Set.And(candidates[next]), next + 1)];
            var smaller = cuts.ToList();
            cuts.AddRange(
                sets.Select(s => s.Set)
                .Where(set => !smaller.Any(cut => cut.And(set).Count == set.Count) && !SupportGraphs.Stands(graph, conclusion, set)));
        }
        return cuts;
    }
}
