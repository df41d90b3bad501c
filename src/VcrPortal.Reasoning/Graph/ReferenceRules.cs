using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Graph;

/// <summary>A <c>via</c> may rest on earlier actions; it cannot rest on later ones or on none.</summary>
internal static class ReferenceRules
{
    public static void Check(ActionGraph graph, List<Finding> findings)
    {
        for (var at = 0; at < graph.Actions.Length; at++)
            foreach (var argument in graph.Actions[at].Arguments)
                if (graph.Actions[at].Primitive?.Argument(argument.Name)?.Kind == ArgumentKind.Mechanism) Check(
                    graph, at, argument, findings);
    }

    private static void Check(ActionGraph graph, int at, Argument argument, List<Finding> findings)
    {
        if (argument.Value is ArgumentValue.Text one) Check(graph, at, argument.Name, one.Value, findings);
        else foreach (var text in argument.Value.Texts) Check(graph, at, argument.Name, text, findings);
    }

    private static void Check(ActionGraph graph, int at, string argument, string text, List<Finding> findings)
    {
        var action = graph.Actions[at];
        foreach (var reference in ActionReferences.In(text, graph.Index))
        {
            var id = new NodeId(text.Substring(reference.Start, reference.Length));
            var position = graph.Index.Position(id);
            if (position >= at)
                findings.Add(new Finding(DiagnosticRules.ViaLaterId.Report(
                    $"{argument} of {GraphRules.Name(action)} rests on {id}, which does not come earlier.", action: action.Id), at,
                        argument));
            else if (position < 0 && id != graph.Context?.Id)
                findings.Add(new Finding(DiagnosticRules.ViaUnknownId.Report(
                    $"{argument} of {GraphRules.Name(action)} names {id}, and no action has that id.", action: action.Id), at, argument));
        }
    }
}
