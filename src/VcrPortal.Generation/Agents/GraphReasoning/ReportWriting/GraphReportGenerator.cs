using System.Runtime.CompilerServices;

namespace VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;

/// <summary>The embedded engine as report generator: reasons over what was retrieved, and writes it section by section.</summary>
public sealed class GraphReportGenerator(SignedGraph graph) : IReportGenerator
{
    public const string EngineName = "Graph reasoner";

    public string Engine => EngineName;

    public async IAsyncEnumerable<string> WriteAsync(ReportRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var mechanism = RetrievedKnowledge.Restrict(
            new GraphReasoner(graph).Reason(RetrievedKnowledge.Restrict(request.Question, request.Evidence)), request.Evidence);
        foreach (var paragraph in new ReportText(mechanism, request.Evidence, graph.NameOf).Paragraphs())
        {
            ct.ThrowIfCancellationRequested();
            yield return paragraph;
        }
        await Task.CompletedTask;
    }
}
