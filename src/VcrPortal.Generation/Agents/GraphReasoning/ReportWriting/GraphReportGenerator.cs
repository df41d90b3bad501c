using System.Runtime.CompilerServices;

namespace VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;

/// <summary>The embedded engine as report generator: reasons over what was retrieved, and writes it section by section.</summary>
public sealed class GraphReportGenerator(GraphReasoner reasoner, SignedGraph graph) : IReportGenerator
{
    public async IAsyncEnumerable<ReportOutput> WriteAsync(ReportRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var mechanism = GraphEngine.WorkOut(reasoner, request.Question, request.Evidence, request.Notes);
        foreach (var paragraph in new ReportText(mechanism, request.Evidence, graph).Paragraphs())
        {
            ct.ThrowIfCancellationRequested();
            yield return new ReportOutput.Text(paragraph);
        }
        await Task.CompletedTask;
    }
}
