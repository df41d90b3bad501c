using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Text;

/// <summary>Canonical text: arguments in schema order, double quotes, one action a line, edges in topological order.</summary>
public static class ExplanationWriter
{
    /// <summary>Explain lines, an empty line, edge lines. <c>Read(Write(g))</c> equals g.</summary>
    public static string Write(ActionGraph graph) => throw new NotImplementedException();
    public static string WriteExplain(ActionGraph graph) => throw new NotImplementedException();
    public static string WriteDag(ActionGraph graph) => throw new NotImplementedException();
    /// <summary>One action as one line, without the line end.</summary>
    public static string Write(ActionNode action) => throw new NotImplementedException();
    public static string Write(CausalEdge edge) => throw new NotImplementedException();
}
