using System.Text;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text.Calls;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Text;

/// <summary>Canonical text: arguments in schema order, double quotes, one action a line, edges in topological order.</summary>
public static class ExplanationWriter
{
    /// <summary>Explain lines, an empty line, edge lines. <c>Read(Write(g))</c> equals g (<see
    /// cref="ActionGraph.IsIdenticalTo"/>).</summary>
    public static string Write(ActionGraph graph)
    {
        var explain = WriteExplain(graph);
        var dag = WriteDag(graph);
        return dag.Length == 0 ? explain : explain + "\n" + dag;
    }

    /// <summary>The context and the actions in written order, each line ended.</summary>
    public static string WriteExplain(ActionGraph graph)
    {
        var text = new StringBuilder();
        if (graph.Context is { } context) AppendLine(text, context);
        foreach (var action in graph.Actions) AppendLine(text, action);
        return text.ToString();
    }

    /// <summary>The edges by the topological place of source, then target, each line ended; the same whatever order they came in.</summary>
    public static string WriteDag(ActionGraph graph)
    {
        var text = new StringBuilder();
        foreach (var edge in graph.EdgesInOrder())
        {
            Append(text, edge);
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>One action as one line, without the line end.</summary>
    public static string Write(ActionNode action)
    {
        var text = new StringBuilder();
        Append(text, action);
        return text.ToString();
    }

    public static string Write(CausalEdge edge)
    {
        var text = new StringBuilder();
        Append(text, edge);
        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, ActionNode action)
    {
        Append(text, action);
        text.Append('\n');
    }

    private static void Append(StringBuilder text, ActionNode action)
    {
        text.Append(action.Name).Append('(');
        var separator = "";
        if (action.Id is { } id) AppendText("id", id.Value);
        foreach (var argument in InSchemaOrder(action))
        {
            if (argument.Name == "id" && action.Id is not null) continue;
            if (argument.Value is ArgumentValue.Text single && !IsList(action, argument)) AppendText(argument.Name, single.Value);
            else AppendList(argument);
        }
        text.Append(')');

        void AppendText(string name, string value)
        {
            text.Append(separator).Append(name).Append('=');
            QuotedText.Write(text, value);
            separator = ", ";
        }

        void AppendList(Argument argument)
        {
            text.Append(separator).Append(argument.Name).Append("=[");
            separator = "";
            foreach (var item in argument.Value.Texts)
            {
                text.Append(separator);
                QuotedText.Write(text, item);
                separator = ", ";
            }
            text.Append(']');
            separator = ", ";
        }
    }

    private static bool IsList(ActionNode action, Argument argument) =>
        action.Primitive?.Argument(argument.Name)?.Kind == ArgumentKind.EntityList;

    private static IEnumerable<Argument> InSchemaOrder(ActionNode action) =>
        action.Primitive is { } primitive ? action.Arguments.OrderBy(a => primitive.PlaceOf(a.Name)) : action.Arguments;

    private static void Append(StringBuilder text, CausalEdge edge)
    {
        text.Append("edge(");
        QuotedText.Write(text, edge.Source.Value);
        text.Append(", ");
        QuotedText.Write(text, edge.Target.Value);
        text.Append(edge.Relation == CausalRelation.Causal ? ", relation=\"causal\")" : ", relation=\"correlative\")");
    }
}
