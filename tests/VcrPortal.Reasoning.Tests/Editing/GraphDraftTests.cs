using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Editing;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Tests.Editing;

public sealed class GraphDraftTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Edits_OfAnySequence_KeepIdsUniqueAndOnePlaceForEachClaim() => Prop.ForAll(Graphs.Any, AnyEdits, (graph, edits) =>
    {
        var draft = After(GraphDraft.From(graph), edits);
        var ids = draft.Graph.Actions.Select(action => action.Id!.Value).ToList();
        return ids.Distinct().Count() == ids.Count && draft.Places.Keys.ToHashSet().SetEquals(ids);
    }).Check(Many);

    [Fact]
    public void Text_OfAnyDraft_ReadsBackAsTheSameGraph() => Prop.ForAll(Graphs.Any, AnyEdits, (graph, edits) =>
    {
        var draft = After(GraphDraft.From(graph), edits).Graph;
        return ExplanationReader.Read(ExplanationWriter.Write(draft)).Graph.IsIdenticalTo(draft);
    }).Check(Many.WithMaxTest(3000));

    [Fact]
    public void Undo_OfEverything_IsTheDraftBefore_AndRedoTheDraftAfter() => Prop.ForAll(Graphs.Any, AnyEdits, (graph, edits) =>
    {
        var first = GraphDraft.From(graph);
        var done = edits.Aggregate(DraftHistory.From(first), (history, edit) =>
            history.Draft.Apply(edit(history.Draft)) is EditOutcome.Applied(var draft) ? history.Become(draft) : history);
        var undone = done;
        while (undone.CanUndo) undone = undone.Undo();
        var again = undone;
        while (again.CanRedo) again = again.Redo();
        return ReferenceEquals(undone.Draft, first) && ReferenceEquals(again.Draft, done.Draft);
    }).Check(Many);

    [Fact]
    public void History_KeepsTheLatestStepsOnly()
    {
        var draft = GraphDraft.From(Graphs.From(2, "n1-n2"));
        var history = Enumerable.Range(0, DraftHistory.MostSteps + 50).Aggregate(
            DraftHistory.From(draft), (all, _) => all.Become(all.Draft with { }));

        Assert.Equal(DraftHistory.MostSteps, history.Past.Count);
    }

    [Fact]
    public void Connect_WhenItWouldCloseACircle_IsRefusedWithASentence()
    {
        var draft = GraphDraft.From(Graphs.From(3, "n1-n2", "n2-n3"));

        var refused = Assert.IsType<EditOutcome.Refused>(draft.Apply(new DraftEdit.Connect(Graphs.Edge("n3-n1"))));

        Assert.Contains("circle", refused.Reason, StringComparison.Ordinal);
        Assert.IsType<EditOutcome.Refused>(draft.Apply(new DraftEdit.Connect(Graphs.Edge("n1-n1"))));
        Assert.IsType<EditOutcome.Refused>(draft.Apply(new DraftEdit.Connect(Graphs.Edge("n1-n2"))));
        Assert.IsType<EditOutcome.Refused>(draft.Apply(new DraftEdit.Connect(Graphs.Edge("n1-n9"))));
    }

    [Fact]
    public void AddClaim_AfterAnother_IsLinkedBelowItAndCoversNothing()
    {
        var draft = GraphDraft.From(Graphs.From(3, "n1-n2", "n1-n3"));

        var added = Applied(draft, new DraftEdit.AddClaim("modulates_pathway_activity", new NodeId("n1")));

        var place = added.Places[new NodeId("n4")];
        Assert.Contains(Graphs.Edge("n1-n4"), added.Graph.Edges);
        Assert.True(place.Y > added.Places[new NodeId("n1")].Y);
        var card = LayoutMetrics.Compact;
        Assert.All(draft.Places.Values, other => Assert.False(
            Math.Abs(other.X - place.X) < card.NodeWidth && Math.Abs(other.Y - place.Y) < card.NodeHeight));
    }

    [Fact]
    public void AddClaim_WithoutItsArguments_IsDiagnosedAtOnce()
    {
        var added = Applied(GraphDraft.From(Graphs.From(2, "n1-n2")), new DraftEdit.AddClaim("binds_to"));

        Assert.Contains(added.Graph.Problems(), problem => problem.Severity == Severity.Error && problem.Action == new NodeId("n3"));
    }

    [Fact]
    public void Remove_OfAClaim_TakesItsLinksAndNothingElse()
    {
        var draft = GraphDraft.From(Graphs.From(4, "n1-n2", "n2-n3", "n1-n4"));

        var left = Applied(draft, new DraftEdit.Remove([new NodeId("n2")], [])).Graph;

        Assert.Equal([Graphs.Edge("n1-n4")], left.Edges.ToArray());
        Assert.Equal(3, left.Actions.Length);
    }

    [Fact]
    public void Replace_KeepsThePlacesOfClaimsThatStay()
    {
        var moved = Applied(
            GraphDraft.From(Graphs.From(2, "n1-n2")),
            new DraftEdit.Move(ImmutableDictionary<NodeId, BoardPlace>.Empty.Add(new NodeId("n1"), new(500, 7))));

        var replaced = Applied(moved, new DraftEdit.Replace(Graphs.From(3, "n1-n2", "n2-n3")));

        Assert.Equal(new BoardPlace(500, 7), replaced.Places[new NodeId("n1")]);
        Assert.True(replaced.Places.ContainsKey(new NodeId("n3")));
    }

    [Fact]
    public void ChangeKind_KeepsWhatBothKindsAskFor()
    {
        var draft = GraphDraft.From(Graphs.From(2, "n1-n2"));

        var changed = Applied(draft, new DraftEdit.ChangeKind(new NodeId("n1"), "degrades_or_stabilises")).Graph.Find(new NodeId("n1"))!;

        Assert.Equal(("GENE1", "up"), (changed.Text("target"), changed.Text("direction")));
    }

    private static GraphDraft Applied(GraphDraft draft, DraftEdit edit) => Assert.IsType<EditOutcome.Applied>(draft.Apply(edit)).Draft;

    private static GraphDraft After(GraphDraft draft, IEnumerable<Func<GraphDraft, DraftEdit>> edits) =>
        edits.Aggregate(draft, (now, edit) => now.Apply(edit(now)) is EditOutcome.Applied(var next) ? next : now);

    private static Arbitrary<List<Func<GraphDraft, DraftEdit>>> AnyEdits =>
        Gen.ListOf(AnyEdit).Select(edits => edits.ToList()).ToArbitrary();

    // An edit is chosen against the draft that it meets, so that most of them hit something.
    private static Gen<Func<GraphDraft, DraftEdit>> AnyEdit =>
        from kind in Gen.Choose(0, 8)
        from one in Gen.Choose(0, 1000)
        from other in Gen.Choose(0, 1000)
        from text in ArbMap.Default.ArbFor<string>().Generator
        select (Func<GraphDraft, DraftEdit>)(draft => Edit(draft, kind, one, other, text ?? ""));

    private static DraftEdit Edit(GraphDraft draft, int kind, int one, int other, string text)
    {
        var primitives = draft.Graph.Vocabulary.Primitives;
        var (primitive, argument) = (primitives[one % primitives.Length].Name, primitives[other % primitives.Length].Arguments[^1].Name);
        return kind switch
        {
            0 or 1 => new DraftEdit.AddClaim(primitive, other % 2 == 0 ? Claim(other) : null),
            2 => new DraftEdit.Remove([Claim(one)], []),
            3 => new DraftEdit.Connect(new(Claim(one), Claim(other))),
            4 => new DraftEdit.ChangeArgument(one % 5 == 0 ? null : Claim(one), argument, new ArgumentValue.Text(text)),
            5 => new DraftEdit.ChangeKind(Claim(one), primitive),
            6 => new DraftEdit.Move(ImmutableDictionary<NodeId, BoardPlace>.Empty.Add(Claim(one), new(one, other))),
            7 => new DraftEdit.Replace(Graphs.Random(one, 12)),
            _ => new DraftEdit.ChangeArgument(Claim(one), argument, new ArgumentValue.List([text, "TP53"])),
        };

        NodeId Claim(int number) =>
            draft.Graph.Actions is { IsEmpty: false } actions ? actions[number % actions.Length].Id!.Value : new NodeId("n0");
    }
}
