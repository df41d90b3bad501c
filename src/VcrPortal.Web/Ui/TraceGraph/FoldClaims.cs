using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Ui.TraceGraph;

/// <summary>A sheet in which some cards stand for several claims.</summary>
/// <param name="CardOf">The card of every claim that has none of its own.</param>
public sealed record FoldedSheet(ClaimSheet Sheet, ImmutableDictionary<NodeId, NodeId> CardOf)
{
    public NodeId? Find(NodeId? id) => id is { } one ? CardOf.GetValueOrDefault(one, one) : null;
}

/// <summary>
/// Makes a large graph small enough to be read: claims of one category that stand equally far from the perturbation become one card, with
/// their count and their worst verdict. Links between cards stay causal where one of them was. Because only what is equally far is joined,
/// no circle comes of it. The claims themselves stay as they are in every other view.
/// </summary>
public static class FoldClaims
{
    /// <summary>Graphs of more claims open folded.</summary>
    public const int OpenUpTo = 40;

    /// <summary>The marks from worst to best: what a card of several says is the worst of them.</summary>
    private static readonly ImmutableArray<ClaimMark> WorstFirst =
    [
        ClaimMark.Refuted, ClaimMark.Disputed, ClaimMark.Undetermined, ClaimMark.Dependent, ClaimMark.NotTestable, ClaimMark.SameSource,
        ClaimMark.Pending, ClaimMark.Elsewhere, ClaimMark.Supported,
    ];

    /// <summary>How many cards of the sheet could be fewer, by category, in the order of the vocabulary.</summary>
    public static ImmutableArray<(PrimitiveCategory Category, int Claims, int Cards)> Foldable(ClaimSheet sheet) =>
    [
        .. from run in Runs(sheet)
           group run by run[0].Node.Primitive!.Category into category
           orderby category.Key
           select (category.Key, category.Sum(run => run.Length), category.Count()),
    ];

    public static FoldedSheet Run(ClaimSheet sheet, IReadOnlySet<PrimitiveCategory> categories)
    {
        var runs = Runs(sheet).Where(run => categories.Contains(run[0].Node.Primitive!.Category)).ToList();
        var cardOf = runs.SelectMany(run => run.Skip(1).Select(row => (row.Id, Card: run[0].Id)))
            .ToImmutableDictionary(row => row.Id, row => row.Card);
        if (cardOf.IsEmpty) return new(sheet, cardOf);
        var marks = Links(sheet, cardOf);
        var edges = marks.Keys.ToImmutableArray();
        var (incoming, outgoing) = (edges.ToLookup(e => e.Target), edges.ToLookup(e => e.Source));
        var held = runs.ToDictionary(run => run[0].Id);
        var rows = sheet.Rows.Where(row => !cardOf.ContainsKey(row.Id))
            .Select((row, at) => (held.TryGetValue(row.Id, out var run) ? Card(run) : row) with
            {
                Number = at + 1,
                Incoming = [.. incoming[row.Id]],
                Outgoing = [.. outgoing[row.Id]],
            }).ToImmutableArray();
        var graph = new ActionGraph(
            sheet.Graph.Vocabulary, sheet.Graph.Context, [.. rows.Where(r => !r.Node.IsContext).Select(r => r.Node)], edges);
        var gone = sheet.Graph.Edges.Distinct().ToLookup(e => (To(e.Source, cardOf), To(e.Target, cardOf)), sheet.FalseEdges.Contains);
        return new(
            new(graph, rows, marks, sheet.Verdicts)
            {
                Judgements = sheet.Judgements,
                FalseEdges = [.. edges.Where(e => gone[(e.Source, e.Target)].All(isFalse => isFalse))],
            }, cardOf);
    }

    private static IEnumerable<ImmutableArray<ClaimRow>> Runs(ClaimSheet sheet) =>
        from row in sheet.Rows
        where row.Node is { IsContext: false, Primitive: not null }
        group row by (Depth: sheet.Graph.Depth(row.Id), row.Node.Primitive!.Category) into run
        where run.Count() > 1
        select run.ToImmutableArray();

    private static NodeId To(NodeId id, ImmutableDictionary<NodeId, NodeId> cardOf) => cardOf.GetValueOrDefault(id, id);

    private static ImmutableDictionary<CausalEdge, ClaimMark> Links(ClaimSheet sheet, ImmutableDictionary<NodeId, NodeId> cardOf) =>
        (from edge in sheet.Graph.Edges.Distinct()
         let ends = (Source: To(edge.Source, cardOf), Target: To(edge.Target, cardOf))
         where ends.Source != ends.Target || edge.Source == edge.Target
         group edge by ends into link
         select (
             Edge: new CausalEdge(link.Key.Source, link.Key.Target, link.Min(e => e.Relation)),
             Mark: Worst(link.Select(e => sheet.EdgeMarks.GetValueOrDefault(e, ClaimMark.NotTestable)))))
        .ToImmutableDictionary(link => link.Edge, link => link.Mark);

    private static ClaimMark Worst(IEnumerable<ClaimMark> marks) => marks.MinBy(mark => WorstFirst.IndexOf(mark));

    private static ClaimRow Card(ImmutableArray<ClaimRow> run)
    {
        var mark = Worst(run.Select(row => row.Mark));
        var count = run.Count(row => row.Mark == mark);
        var verbs = run.Select(row => row.Text.Verb).Distinct().ToList();
        var signs = run.Select(row => row.Text.Sign).Distinct().ToList();
        var what = verbs is [var verb] ? verb : PrimitiveCategories.Word(run[0].Node).ToLowerInvariant();
        var words = string.Create(CultureInfo.InvariantCulture, $"{count} of {run.Length} {mark.Word().ToLowerInvariant()}");
        var standings = run.Select(row => row.Standing).Distinct().ToList();
        return run[0] with
        {
            Node = new(run[0].Id, run[0].Node.Name, run[0].Node.Primitive, []),
            Text = new(
                string.Create(CultureInfo.InvariantCulture, $"{run.Length} × {what}"), signs is [var sign] ? sign : ClaimSign.With,
                string.Join(", ", run.Select(Short)), ""),
            Mark = mark,
            MarkText = words,
            MarkLong = words,
            Verdicts = [.. run.SelectMany(row => row.Verdicts)],
            Reason = null,
            Standing = standings is [var standing] ? standing : ClaimStanding.AsBefore,
            Holds = [.. run.Select(row => row.Id)],
        };
    }

    /// <summary>The target of "binimetinib → MAP2K1".</summary>
    private static string Short(ClaimRow row) => row.Text.Main[(row.Text.Main.LastIndexOf('→') + 1)..].Trim();
}
