using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Pipeline.Refinement;

/// <summary>One bounded change of an explanation that an address permits.</summary>
/// <param name="Sentence">What it does, for people and for a model that chooses; with its address also what tells it from others.</param>
/// <param name="Graph">The explanation with it.</param>
/// <param name="Touched">Claims that say something else now.</param>
internal sealed record ProposedEdit(string Sentence, ActionGraph Graph, ImmutableArray<NodeId> Touched)
{
    public static ProposedEdit Changing(ActionGraph graph, ActionNode action, string sentence) =>
        new(sentence, GraphChange.With(graph, action), [action.Id!.Value]);
}

/// <summary>A graph with one part changed.</summary>
internal static class GraphChange
{
    /// <summary>With this action in the place of the one of its id.</summary>
    public static ActionGraph With(ActionGraph graph, ActionNode action) =>
        new(graph.Vocabulary, graph.Context, [.. graph.Actions.Select(a => a.Id == action.Id ? action : a)], graph.Edges);

    public static ActionNode With(ActionNode action, string argument, ArgumentValue value) =>
        action with { Arguments = [.. action.Arguments.Select(a => a.Name == argument ? a with { Value = value } : a)] };

    public static ActionNode With(ActionNode action, string argument, string text) => With(action, argument, new ArgumentValue.Text(text));

    public static ActionNode Without(ActionNode action, string argument) =>
        action with { Arguments = action.Arguments.RemoveAll(a => a.Name == argument) };

    public static ActionGraph WithContext(ActionGraph graph, ActionNode context) =>
        new(graph.Vocabulary, context, graph.Actions, graph.Edges);

    public static ActionGraph WithEdges(ActionGraph graph, ImmutableArray<CausalEdge> edges) =>
        new(graph.Vocabulary, graph.Context, graph.Actions, edges);
}
