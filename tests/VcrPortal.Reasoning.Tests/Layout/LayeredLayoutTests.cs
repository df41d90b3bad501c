using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;

namespace VcrPortal.Reasoning.Tests.Layout;

/// <summary>What a reader of a drawing can rely on.</summary>
public class LayeredLayoutTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
    private static readonly ActionGraph Fork = Graphs.From(4, "n1-n2", "n2-n3", "n2-n4");

    private static PlacedNode Node(GraphLayout layout, int number) => layout.Nodes.Single(n => n.Id == new NodeId($"n{number}"));
    private static PlacedEdge Edge(GraphLayout layout, string ends) => layout.Edges.Single(e => e.Edge == Graphs.Edge(ends));

    [Fact]
    public void Arrange_OfAChain_IsOneStraightColumnOfWideBoxes()
    {
        var layout = LayeredLayout.Arrange(Graphs.From(3, "n1-n2", "n2-n3"));

        Assert.Equal(LayoutMetrics.Wide, layout.Metrics);
        Assert.Equal([(12.0, 12.0), (12.0, 126.0), (12.0, 240.0)], layout.Nodes.Select(n => (n.X, n.Y)));
        Assert.Equal((332.0, 336.0, 1), (layout.Width, layout.Height, layout.Lanes));
        Assert.Equal("M166 96 V126", LayeredLayout.ToSvgPath(Edge(layout, "n1-n2")));
    }

    [Fact]
    public void Arrange_OfThreeLanes_IsCompactAndKeepsTheParentOverTheMiddle()
    {
        var layout = LayeredLayout.Arrange(Graphs.From(5, "n1-n2", "n1-n3", "n1-n4"));

        Assert.Equal((LayoutMetrics.Compact, 3), (layout.Metrics, layout.Lanes));
        Assert.Equal(Enumerable.Range(2, 3).Average(i => Node(layout, i).X), Node(layout, 1).X, 0.2);
        Assert.Equal([0, 1, 2], Enumerable.Range(2, 3).Select(i => Node(layout, i).Lane).Order());
    }

    [Fact]
    public void Arrange_OfAPhenotypeBesideDeepSignalling_PutsItBelow()
    {
        var layout = LayeredLayout.Arrange(Graphs.From(5, "n1-n2", "n2-n3", "n3-n4", "n1-n5"));

        Assert.Equal((GraphBand.Phenotype, 4), (Node(layout, 5).Band, Node(layout, 5).Layer));
        Assert.All(Enumerable.Range(1, 4), i => Assert.Equal(GraphBand.Signalling, Node(layout, i).Band));
    }

    [Fact]
    public void Arrange_WhenOrderCanAvoidIt_CrossesNothing()
    {
        // Two chains whose second halves are written in the other order.
        var layout = LayeredLayout.Arrange(Graphs.From(6, "n1-n4", "n2-n3", "n4-n6", "n3-n5"));

        Assert.Equal(Node(layout, 1).Lane, Node(layout, 4).Lane);
        Assert.Equal(Node(layout, 2).Lane, Node(layout, 3).Lane);
    }

    [Theory]
    [InlineData(4, "n1-n2 n2-n3 n3-n4 n1-n3 n1-n4 n2-n4")]
    [InlineData(6, "n1-n2 n1-n3 n2-n4 n3-n5 n4-n6 n5-n6 n1-n6")]
    [InlineData(7, "n1-n2 n2-n3 n3-n4 n1-n5 n5-n6 n6-n7 n1-n4 n1-n7")]
    public void Arrange_OfLongEdgesThatCanPassAside_CrossesNothing(int actions, string edges)
    {
        var lines = LayeredLayout.Arrange(Graphs.From(actions, edges.Split(' '))).Edges.Select(e => e.Points).ToList();

        Assert.DoesNotContain(
            from one in lines from other in lines where one != other from a in Segments(one) from b in Segments(other) select Cross(a, b),
            crosses => crosses);

        static IEnumerable<((double X, double Y) From, (double X, double Y) To)> Segments(ImmutableArray<(double X, double Y)> points) =>
            points.Zip(points.Skip(1));
        static bool Cross(((double X, double Y) From, (double X, double Y) To) a, ((double X, double Y) From, (double X, double Y) To) b) =>
            Side(a, b.From) * Side(a, b.To) < 0 && Side(b, a.From) * Side(b, a.To) < 0;
        static double Side(((double X, double Y) From, (double X, double Y) To) line, (double X, double Y) point) =>
            (line.To.X - line.From.X) * (point.Y - line.From.Y) - (line.To.Y - line.From.Y) * (point.X - line.From.X);
    }

    [Fact]
    public void Arrange_SpreadsPortsInTheOrderOfTheOtherEnds()
    {
        var layout = LayeredLayout.Arrange(Graphs.From(7, "n1-n2", "n1-n3", "n1-n4", "n1-n5", "n1-n6"));

        var starts = layout.Edges.OrderBy(e => layout.Nodes.Single(n => n.Id == e.Edge.Target).Lane).Select(e => e.Points[0].X).ToList();
        Assert.Equal(starts.Order(), starts);
        Assert.Equal(44, starts[^1] - starts[0], 6);
    }

    [Fact]
    public void ToSvgPath_OfAnEdgeBetweenLanes_IsOneCubicWithVerticalEnds()
    {
        var edge = new PlacedEdge(Graphs.Edge("n1-n2"), [(10.04, 96), (200.5, 126)]);

        Assert.Equal("M10 96 C10 111 200.5 111 200.5 126", LayeredLayout.ToSvgPath(edge));
    }

    [Fact]
    public void ToSvgPath_InAnyCulture_WritesPoints()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = "," } };
            Assert.Equal("M0.5 0 V1.5", LayeredLayout.ToSvgPath(new PlacedEdge(Graphs.Edge("n1-n2"), [(0.5, 0), (0.5, 1.5)])));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Arrange_OfAnEmptyGraph_IsAnEmptyDrawing()
    {
        var layout = LayeredLayout.Arrange(Graphs.From(0));

        Assert.Empty(layout.Nodes);
        Assert.Equal((24.0, 24.0, 0), (layout.Width, layout.Height, layout.Lanes));
    }

    [Fact]
    public void Arrange_OfActionsWithoutEdges_StacksThem() =>
        Assert.Equal([(0, 0), (1, 0), (2, 0)], LayeredLayout.Arrange(Graphs.From(3)).Nodes.Select(n => (n.Layer, n.Lane)));

    [Fact]
    public void Arrange_OfACycle_PointsOneEdgeUpwards()
    {
        var layout = LayeredLayout.Arrange(Graphs.From(3, "n1-n2", "n2-n3", "n3-n1"));

        Assert.Equal([0, 1, 2], layout.Nodes.Select(n => n.Layer));
        var back = Edge(layout, "n3-n1");
        Assert.True(back.Points[0].Y > back.Points[^1].Y);
    }

    [Fact]
    public void Arrange_OfAnyGraph_NeverOverlapsBoxesAndStaysInside() =>
        Prop.ForAll(Seeds, seed => Boxes(LayeredLayout.Arrange(Graphs.Random(seed)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Arrange_OfAnyGraph_PlacesEachActionOnceAndDrawsEachEdge() => Prop.ForAll(Seeds, seed =>
    {
        var graph = Graphs.Random(seed);
        var layout = LayeredLayout.Arrange(graph);
        return layout.Nodes.Select(n => n.Id).SequenceEqual(graph.Actions.Select(a => a.Id!.Value))
            && layout.Edges.Select(e => e.Edge).SequenceEqual(graph.Edges.Where(e => e.Source != e.Target).Distinct());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Arrange_OfAnyAcyclicGraph_PointsEveryEdgeDown() => Prop.ForAll(Seeds, seed =>
        LayeredLayout.Arrange(Graphs.Random(seed, isAcyclic: true)).Edges.All(
            e => e.Points.Zip(e.Points.Skip(1)).All(step => step.First.Y < step.Second.Y))).QuickCheckThrowOnFailure();

    [Fact]
    public void Arrange_OfAnyGraph_RunsNoEdgeThroughABox() =>
        Prop.ForAll(Seeds, seed => NoEdgeMeetsABox(LayeredLayout.Arrange(Graphs.Random(seed)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Arrange_OfAnyAcyclicGraph_KeepsTheBandsInOrder() => Prop.ForAll(Seeds, seed =>
    {
        var nodes = LayeredLayout.Arrange(Mixed(seed)).Nodes;
        return nodes.All(a => nodes.All(b => a.Band >= b.Band || a.Layer < b.Layer));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Arrange_WhenActionsArriveOneAtATime_MovesThemAtMostDownByWholeRows() => Prop.ForAll(Seeds, seed =>
    {
        var whole = Mixed(seed);
        GraphLayout? layout = null;
        for (var count = 0; count <= whole.Actions.Length; count++)
        {
            var next = LayeredLayout.Arrange(First(whole, count), layout);
            if (layout is not null && !MovesLittle(layout, next)) return false;
            if (!Boxes(next) || !NoEdgeMeetsABox(next)) return false;
            layout = next;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Arrange_WhenAnActionIsAdded_PutsItBelowItsParent()
    {
        var before = LayeredLayout.Arrange(Fork);
        var after = LayeredLayout.Arrange(Graphs.From(5, "n1-n2", "n2-n3", "n2-n4", "n4-n5"), before);

        Assert.Equal((Node(before, 4).Layer + 1, Node(before, 4).X), (Node(after, 5).Layer, Node(after, 5).X));
    }

    [Fact]
    public void Arrange_WhenAPlaceIsTaken_PutsItBeside()
    {
        var before = LayeredLayout.Arrange(Fork);
        var after = LayeredLayout.Arrange(Graphs.From(5, "n1-n2", "n2-n3", "n2-n4", "n2-n5"), before);

        Assert.Equal((Node(after, 4).Layer, 1, 2), (Node(after, 5).Layer, Node(after, 5).Lane, after.Lanes));
        Assert.Equal(LayoutMetrics.Wide, after.Metrics);
    }

    [Fact]
    public void Arrange_WhenANewEdgeHasToPointUpwards_DrawsItBesideTheBoxes()
    {
        var before = LayeredLayout.Arrange(Graphs.From(3, "n1-n2", "n2-n3"));
        var after = LayeredLayout.Arrange(new ActionGraph(Fork.Vocabulary, null, Graphs.From(3).Actions, [Graphs.Edge("n3-n1")]), before);

        Assert.Equal(before.Nodes.AsEnumerable(), after.Nodes);
        Assert.True(NoEdgeMeetsABox(after));
        Assert.StartsWith("M", LayeredLayout.ToSvgPath(after.Edges[0]));
    }

    [Fact]
    public void Arrange_OfGraphsThatBreakEveryRule_NeverThrows() => Prop.ForAll(Graphs.Any, graph =>
    {
        var layout = LayeredLayout.Arrange(graph);
        return Boxes(layout) && NoEdgeMeetsABox(layout) && layout.Edges.All(e => LayeredLayout.ToSvgPath(e).StartsWith('M'));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Arrange_AskedTwice_GivesTheSame()
    {
        var (a, b) = (LayeredLayout.Arrange(Graphs.Random(7)), LayeredLayout.Arrange(Graphs.Random(7)));

        Assert.Equal(a.Nodes.AsEnumerable(), b.Nodes);
        Assert.Equal(a.Edges.Select(LayeredLayout.ToSvgPath), b.Edges.Select(LayeredLayout.ToSvgPath));
    }

    [Fact]
    public void Arrange_OfTwiceAsManyActions_AllocatesAboutTwiceAsMuch()
    {
        // How long it takes is a row of eng/bench/run layout.
        Allocated(50);
        var (once, twice) = (Allocated(300), Allocated(600));
        Assert.True(twice < 3 * once, $"{once} bytes for 300 actions, {twice} for 600");
    }

    private static bool MovesLittle(GraphLayout before, GraphLayout after)
    {
        var now = after.Nodes.ToDictionary(n => n.Id);
        return after.Metrics == before.Metrics
            && before.Nodes.All(n => now[n.Id].X == n.X && now[n.Id].Layer >= n.Layer)
            && before.Nodes.GroupBy(n => n.Layer).All(row => row.Select(n => now[n.Id].Layer).Distinct().Count() == 1);
    }

    // Kinds of every band, in any order.
    private static ActionGraph Mixed(int seed)
    {
        var graph = Graphs.Random(seed, 25, isAcyclic: true);
        string[] kinds = ["binds_to", "modulates_molecule_activity", "regulates_expression", "induces_phenotype", "no_such_kind"];
        var random = new Random(seed);
        return new ActionGraph(graph.Vocabulary, graph.Context,
            [.. graph.Actions.Zip(graph.Actions.Select(_ => kinds[random.Next(kinds.Length)]),
                (action, kind) => new ActionNode(action.Id, kind, graph.Vocabulary.Find(kind), []))], graph.Edges);
    }

    private static long Allocated(int actions)
    {
        var graph = Layered(actions, 4);
        var before = GC.GetAllocatedBytesForCurrentThread();
        LayeredLayout.Arrange(graph);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static ActionGraph Layered(int actions, int lanes)
    {
        var random = new Random(1);
        var edges = from i in Enumerable.Range(lanes + 1, actions - lanes)
                    from parent in Enumerable.Range(0, random.Next(1, 3))
                        .Select(_ => random.Next(Math.Max(1, i - 3 * lanes), i - lanes + 1)).Distinct()
                    select $"n{parent}-n{i}";
        return Graphs.From(actions, [.. edges]);
    }

    private static ActionGraph First(ActionGraph graph, int count)
    {
        var ids = graph.Actions.Take(count).Select(a => a.Id!.Value).ToHashSet();
        return new ActionGraph(
            graph.Vocabulary, graph.Context, [.. graph.Actions.Take(count)],
            [.. graph.Edges.Where(e => ids.Contains(e.Source) && ids.Contains(e.Target))]);
    }

    private static bool Boxes(GraphLayout layout)
    {
        var (width, height) = (layout.Metrics.NodeWidth, layout.Metrics.NodeHeight);
        return layout.Nodes.All(a => a.X >= 0 && a.Y >= 0 && a.X + width <= layout.Width && a.Y + height <= layout.Height
            && layout.Nodes.All(b => a == b || a.X + width <= b.X || b.X + width <= a.X || a.Y + height <= b.Y || b.Y + height <= a.Y));
    }

    /// <summary>Follows the drawn path itself, in small steps, and looks for points inside any box.</summary>
    private static bool NoEdgeMeetsABox(GraphLayout layout) =>
        layout.Edges.All(edge => DrawnPath.PointsOf(LayeredLayout.ToSvgPath(edge)).All(p =>
            p.X >= 0 && p.X <= layout.Width && p.Y >= 0 && p.Y <= layout.Height
            && !layout.Nodes.Any(
                n => p.X > n.X + 0.1 && p.X < n.X + layout.Metrics.NodeWidth - 0.1 && p.Y > n.Y + 0.1
                && p.Y < n.Y + layout.Metrics.NodeHeight - 0.1)));
}
