using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Graph;

/// <summary>A <c>via</c> may rest on earlier actions; it cannot rest on later ones or on none.</summary>
internal static class ReferenceRules
{
    public static IEnumerable<Finding> Check(ActionGraph graph)
    {
        for (var at = 0; at < graph.Actions.Length; at++)
        {
            var action = graph.Actions[at];
            foreach (var argument in action.Arguments)
                if (action.Primitive?.Argument(argument.Name)?.Kind == ArgumentKind.Mechanism)
                    foreach (var text in argument.Value.Texts)
                        foreach (var finding in Check(graph, action, at, argument.Name, text)) yield return finding;
        }
    }

    private static IEnumerable<Finding> Check(ActionGraph graph, ActionNode action, int at, string argument, string text)
    {
        foreach (var reference in ActionReferences.In(text, id => graph.Index.Position(new NodeId(id)) >= 0))
        {
            var id = new NodeId(text.Substring(reference.Start, reference.Length));
            var position = graph.Index.Position(id);
            if (position >= at)
                yield return new Finding(DiagnosticRules.ViaLaterId.Report(
                    $"{argument} of {GraphRules.Name(action)} rests on {id}, which does not come earlier.", action: action.Id), at, argument);
            else if (position < 0 && id != graph.Context?.Id)
                yield return new Finding(DiagnosticRules.ViaUnknownId.Report(
                    $"{argument} of {GraphRules.Name(action)} names {id}, and no action has that id.", action: action.Id), at, argument);
        }
    }
}
