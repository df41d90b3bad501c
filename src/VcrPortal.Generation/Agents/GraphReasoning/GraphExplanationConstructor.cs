using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>The embedded engine as explanation constructor: emits the same tagged action text that a model would, one line at a
/// time.</summary>
public sealed class GraphExplanationConstructor(GraphReasoner reasoner) : IExplanationConstructor
{
    public async IAsyncEnumerable<ConstructorOutput> ConstructAsync(
        ExplanationRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var mechanism = GraphEngine.WorkOut(reasoner, request.Question, request.Evidence, request.Notes);
        yield return new ConstructorOutput.Cites(
            Claim.ContextId, Numbers(mechanism.Question.Alterations.Select(a => a.Fact), request.Evidence));
        yield return new ConstructorOutput.Text("<explain>\n" + ExplanationWriter.Write(mechanism.Context) + "\n");
        foreach (var claim in mechanism.Claims)
        {
            ct.ThrowIfCancellationRequested();
            yield return new ConstructorOutput.Cites(claim.Id, Numbers(claim.Facts, request.Evidence));
            yield return new ConstructorOutput.Text(ExplanationWriter.Write(claim.Action) + "\n");
        }
        yield return new ConstructorOutput.Text("</explain>\n<dag>\n");
        foreach (var edge in mechanism.Edges) yield return new ConstructorOutput.Text(ExplanationWriter.Write(edge) + "\n");
        yield return new ConstructorOutput.Text("</dag>\n");
        await Task.CompletedTask;
    }

    private static ImmutableArray<int> Numbers(IEnumerable<EvidenceItem> facts, EvidenceIndex evidence) =>
        [.. facts.Select(evidence.NumberOf).OfType<int>().Distinct().Order()];
}
