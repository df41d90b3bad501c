using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Editing;

/// <summary>Ids that no claim and no link of a draft uses.</summary>
internal static class DraftIds
{
    // Larger numbers leave no room for a next one and are not counted.
    private const int LargestNumber = 1_000_000_000;

    public static NodeId Fresh(ActionGraph graph) => Number(graph.Edges.SelectMany(edge => new[] { edge.Source, edge.Target })
        .Concat(graph.Actions.Select(action => action.Id).Append(graph.Context?.Id).OfType<NodeId>()).Select(NumberOf)
        .DefaultIfEmpty().Max() + 1);

    /// <summary>The first of equal ids keeps it, since edges lead to that one. A blank id is none: no link could name it in a
    /// text.</summary>
    public static ActionGraph MakeUnique(ActionGraph graph)
    {
        var taken = new HashSet<NodeId>();
        if (graph.Context?.Id is { } context) taken.Add(context);
        var next = NumberOf(Fresh(graph));
        var actions = ImmutableArray.CreateBuilder<ActionNode>(graph.Actions.Length);
        foreach (var action in graph.Actions)
            actions.Add(
                action.Id is { } id && !string.IsNullOrWhiteSpace(id.Value) && taken.Add(id) ? action
                    : action with { Id = Number(next++) });
        return new(graph.Vocabulary, graph.Context, actions.MoveToImmutable(), graph.Edges);
    }

    private static NodeId Number(int number) => new(string.Create(CultureInfo.InvariantCulture, $"n{number}"));

    private static int NumberOf(NodeId id) => id.Value is ['n', .. var digits]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < LargestNumber ? number : 0;
}
