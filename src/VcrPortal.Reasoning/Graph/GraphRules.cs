using System.Collections.Immutable;
using VcrPortal.Reasoning.Diagnostics;

namespace VcrPortal.Reasoning.Graph;

/// <summary>The rules of the validity table that need the graph alone. A sound graph costs a walk along it and hardly any memory.</summary>
internal static class GraphRules
{
    public static ImmutableArray<Finding> Check(ActionGraph graph)
    {
        var findings = new List<Finding>();
        if (graph.Context is null) findings.Add(WithoutContext);
        if (graph.OfActionsAlone is { } known) findings.AddRange(known);
        else CheckActionsAlone(graph, findings);
        CheckIds(graph, findings);
        EdgeRules.Check(graph, findings);
        if (!graph.Index.IsForward) CheckCycles(graph, findings);
        CheckShape(graph, findings);
        CheckTerminals(graph, findings);
        ReferenceRules.Check(graph, findings);
        ContradictionRule.Check(graph, findings);
        return [.. findings];
    }

    private static Finding WithoutContext =>
        new(DiagnosticRules.NoContext.Report(
            $"No {ActionNode.ContextName}. Say first which cell this is about.",
            suggestion: $"{ActionNode.ContextName}(cell_type=\"…\")"));

    private static void CheckActionsAlone(ActionGraph graph, List<Finding> findings)
    {
        if (graph.Context is { } context) ActionRules.Check(context, graph.Vocabulary, Finding.TheContext, findings);
        for (var at = 0; at < graph.Actions.Length; at++) ActionRules.Check(graph.Actions[at], graph.Vocabulary, at, findings);
    }

    private static void CheckIds(ActionGraph graph, List<Finding> findings)
    {
        for (var at = 0; at < graph.Actions.Length; at++)
            if (graph.Actions[at].Id is { } id && (graph.Index.Position(id) != at || id == graph.Context?.Id))
                findings.Add(new Finding(DiagnosticRules.DuplicateId.Report(
                    $"The id {ActionRules.Shortened(id.Value)} is taken by an earlier action. Edges lead to that one.", action: id), at,
                        "id"));
    }

    private static void CheckCycles(ActionGraph graph, List<Finding> findings)
    {
        foreach (var cycle in GraphWalks.Cycles(graph.Index))
        {
            var ids = cycle.Append(cycle[0]).Select(at => graph.Actions[at].Id!.Value.Value);
            findings.Add(new Finding(DiagnosticRules.Cycle.Report(
                $"These actions lead back to their start: {string.Join(" → ", ids)}. Take out one of the edges.",
                    action: graph.Actions[cycle[0]].Id), cycle[0]));
        }
    }

    private static void CheckShape(ActionGraph graph, List<Finding> findings)
    {
        if (graph.Actions.IsEmpty) findings.Add(
            new Finding(
            DiagnosticRules.NoActions.Report("There are no actions. An explanation needs at least one, and ends in a measurable output.")));
        if (graph.Actions.Length < 2) return;
        if (!graph.Edges.IsEmpty) CheckParts(graph, findings);
        else findings.Add(
            new Finding(
            DiagnosticRules.NoEdges.Report(
            $"There are {graph.Actions.Length} actions and no edges. Say which action leads to which.",
            suggestion: "edge(\"n1\", \"n2\", relation=\"causal\")")));
    }

    private static void CheckParts(ActionGraph graph, List<Finding> findings)
    {
        var parts = GraphWalks.Components(graph.Index);
        var largest = parts.MaxBy(p => p.Count)!;
        foreach (var part in parts)
        {
            var first = graph.Actions[part[0]];
            if (part.Count == 1)
                findings.Add(
                    new Finding(
                    DiagnosticRules.IsolatedAction.Report($"{Name(first)} has no edges. Connect it, or take it out.", action: first.Id),
                    part[0]));
            else if (part != largest)
                findings.Add(new Finding(DiagnosticRules.DisconnectedPart.Report(
                    $"{string.Join(", ", part.Take(12).Select(at => Name(graph.Actions[at])))} never meet the rest of the explanation.",
                        action: first.Id), part[0]));
        }
    }

    private static void CheckTerminals(ActionGraph graph, List<Finding> findings)
    {
        var hasTerminal = graph.Actions.IsEmpty;
        foreach (var action in graph.Actions) hasTerminal |= action.Primitive is { IsTerminal: true };
        if (!hasTerminal)
            findings.Add(new Finding(DiagnosticRules.NoTerminal.Report(
                "No action is a measurable output. Expected one of "
                + $"{string.Join(", ", graph.Vocabulary.Primitives.Where(p => p.IsTerminal).Select(p => p.Name))}.")));
        for (var at = 0; at < graph.Actions.Length; at++)
            if (graph.Actions[at] is { Primitive.IsTerminal: true } action && !graph.Index.Children[at].IsEmpty)
                findings.Add(new Finding(DiagnosticRules.TerminalWithEffects.Report(
                    $"{Name(action)} is a measurable output and still leads to {graph.Actions[graph.Index.Children[at][0]].Id}.",
                        action: action.Id), at));
    }

    internal static string Name(ActionNode action) => ActionRules.Shortened(action.Id?.Value is { Length: > 0 } id ? id : action.Name);
}
