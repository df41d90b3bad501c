using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Tests.Graph;

/// <summary>The revision hash knows every letter; the semantic hash knows what is said.</summary>
public class HashTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static ActionGraph Sound => ExplanationReader.Read(Damage.Sound).Graph;

    private static ActionGraph Changed(string from, string to) => ExplanationReader.Read(Damage.Sound.Replace(from, to)).Graph;

    [Fact]
    public void RevisionHash_IsTheSha256OfTheCanonicalText()
    {
        // Computed with sha256sum over the one line that the writer gives.
        var graph = new ActionGraph(Sound.Vocabulary, Graphs.Context("C32"), [], []);

        Assert.Equal("set_context(cell_type=\"C32\")\n", ExplanationWriter.Write(graph));
        Assert.Equal("9d751e261cd3f502f8eeb73ba49242b18317a6dd3f7b3c52018d25f87f4a9c7a", graph.RevisionHash);
    }

    [Fact]
    public void RevisionHash_IgnoresTheOrderOfEdgesOnly() => Prop.ForAll(Seeds, seed =>
    {
        var graph = Graphs.Random(seed);
        var shuffled = new ActionGraph(graph.Vocabulary, graph.Context, graph.Actions, [.. graph.Edges.Reverse()]);
        return shuffled.RevisionHash == graph.RevisionHash && shuffled.IsIdenticalTo(graph);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void SemanticHash_IgnoresIdsAndLineOrder() => Prop.ForAll(Seeds, seed =>
    {
        var graph = Graphs.Random(seed, 20);
        return Renamed(graph, new Random(seed)).SemanticHash == graph.SemanticHash;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void SemanticHash_FollowsTheIdsThatViaNames() =>
        Assert.Equal(Sound.SemanticHash, Changed("\"n1\"", "\"n77\"").SemanticHash);

    [Theory]
    [InlineData("binimetinib", "Binimetinib")]
    [InlineData("allosteric pocket", "allosteric  pocket")]
    [InlineData("\"DUSP6\", \"SPRY4\"", "\"SPRY4\", \"DUSP6\"")]
    public void SemanticHash_IgnoresCaseBlanksAndListOrder(string from, string to)
    {
        Assert.Equal(Sound.SemanticHash, Changed(from, to).SemanticHash);
        Assert.NotEqual(Sound.RevisionHash, Changed(from, to).RevisionHash);
    }

    [Theory]
    [InlineData("direction=\"down\", via", "direction=\"up\", via")]
    [InlineData("MAP2K1", "MAP2K2")]
    [InlineData("C32", "A549")]
    [InlineData("relation=\"correlative\"", "relation=\"causal\"")]
    [InlineData("edge(\"n2\", \"n4\"", "edge(\"n3\", \"n4\"")]
    [InlineData("edge(\"n1\", \"n2\"", "edge(\"n2\", \"n1\"")]
    [InlineData("via=\"n1\"", "via=\"n3\"")]
    [InlineData("modulates_pathway_activity(id=\"n2\", pathway", "modulates_molecule_activity(id=\"n2\", target")]
    public void SemanticHash_ChangesWithWhatIsSaid(string from, string to)
    {
        Assert.Contains(from, Damage.Sound);
        Assert.NotEqual(Sound.SemanticHash, Changed(from, to).SemanticHash);
    }

    [Fact]
    public void SemanticHash_TellsGraphsApartThatDifferOnlyInWiring() =>
        // The same three words twice: one chain of six, or two chains of three.
        Assert.NotEqual(
            Twice("n1-n2", "n2-n3", "n3-n4", "n4-n5", "n5-n6").SemanticHash, Twice("n1-n2", "n2-n3", "n4-n5", "n5-n6").SemanticHash);

    private static ActionGraph Twice(params string[] edges) =>
        new(Sound.Vocabulary, null, [.. Enumerable.Range(1, 6).Select(i => Graphs.Activity(i, $"GENE{i % 3}", "up"))],
            [.. edges.Select(Graphs.Edge)]);

    private static ActionGraph Renamed(ActionGraph graph, Random random)
    {
        var numbers = Enumerable.Range(100, graph.Actions.Length).ToArray();
        random.Shuffle(numbers);
        var names = graph.Actions.Select((a, i) => (a.Id!.Value, New: new NodeId($"n{numbers[i]}"))).ToDictionary(p => p.Value, p => p.New);
        var actions = graph.Actions.Select(a => a with { Id = names[a.Id!.Value] }).ToArray();
        random.Shuffle(actions);
        var edges = graph.Edges.Select(e => e with { Source = names[e.Source], Target = names[e.Target] }).ToArray();
        random.Shuffle(edges);
        return new ActionGraph(graph.Vocabulary, graph.Context, [.. actions], [.. edges]);
    }
}
