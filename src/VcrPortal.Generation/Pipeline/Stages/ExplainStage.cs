using System.Runtime.CompilerServices;
using VcrPortal.Generation.Agents;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>Lets the second agent structure the report, and reads its text as it arrives: the one path for every engine.</summary>
internal sealed class ExplainStage(EngineRegistry engines)
{
    public async IAsyncEnumerable<GenerationEvent> RunAsync(GenerationRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        run.Citations.Clear();
        var reader = new ExplanationReader(run.Vocabulary);
        var request = new ExplanationRequest(run.Request.Record, run.Question, run.Report, run.Evidence, run.Notes);
        await foreach (var output in run.EngineIn(engines).Explanations.ConstructAsync(request, ct))
        {
            if (output is ConstructorOutput.Cites cites) run.Citations[cites.Action] = cites.Evidence;
            if (output is not ConstructorOutput.Text text) continue;
            if (run.Request.KeepDeltas) yield return new GenerationEvent.AnswerDelta(text.Chunk);
            foreach (var item in reader.Feed(text.Chunk.AsSpan()))
                if (EventOf(item, run) is { } e) yield return e;
        }
        var read = reader.Complete();
        run.Graph = read.Graph;
        foreach (var diagnostic in read.Diagnostics) yield return new GenerationEvent.DiagnosticRaised(diagnostic);
        var (actions, edges) = (read.Graph.Actions.Length, read.Graph.Edges.Length);
        run.Summary = $"{GenerationRun.Count(actions, "claim", "claims")}, {GenerationRun.Count(edges, "edge", "edges")}";
    }

    /// <summary>Diagnostics are told once, the reader's and the graph's together, when the text is complete.</summary>
    private static GenerationEvent? EventOf(ReadItem item, GenerationRun run) => item switch
    {
        ReadItem.Action { Node: var node } =>
            new GenerationEvent.ActionAdded(ExplanationWriter.Write(node), run.Citations.GetValueOrDefault(node.Id ?? Claim.ContextId, []))
            {
                Node = node,
            },
        ReadItem.Edge { Value: var edge } => new GenerationEvent.EdgeAdded(ExplanationWriter.Write(edge)) { Edge = edge },
        _ => null,
    };
}
