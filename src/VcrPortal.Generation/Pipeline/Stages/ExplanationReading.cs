using System.Collections.Immutable;
using System.Text;
using VcrPortal.Generation.Agents;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>One answer of the second agent on its way into the graph of a run.</summary>
/// <param name="asked">Compares the answer with the question; null for an engine whose answer is about nothing else.</param>
internal sealed class ExplanationReading(GenerationRun run, AnsweredQuestion? asked)
{
    private readonly ExplanationReader _reader = new(run.Vocabulary);
    private readonly StringBuilder _text = new();
    private string? _cut;

    /// <summary>What is wrong with the complete answer; null where it will do.</summary>
    public FailedAnswer? Failure { get; private set; }

    public IEnumerable<GenerationEvent> Take(ConstructorOutput output)
    {
        switch (output)
        {
            case ConstructorOutput.Cites cites: run.Citations[cites.Action] = cites.Evidence; break;
            case ConstructorOutput.Cut cut: _cut = cut.Reason; break;
            case ConstructorOutput.Told told: yield return new GenerationEvent.AgentTold(told.News); break;
            case ConstructorOutput.Text { Chunk: var chunk }:
                _text.Append(chunk);
                if (run.Request.KeepDeltas) yield return new GenerationEvent.AnswerDelta(chunk);
                foreach (var item in _reader.Feed(chunk.AsSpan()))
                    if (EventOf(item) is { } e) yield return e;
                break;
        }
    }

    /// <summary>Diagnostics are told once, the reader's and the graph's together, when the text is complete.</summary>
    public IEnumerable<GenerationEvent> Complete()
    {
        var read = _reader.Complete();
        run.Graph = read.Graph;
        var (actions, edges) = (read.Graph.Actions.Length, read.Graph.Edges.Length);
        run.Summary = $"{GenerationRun.Count(actions, "claim", "claims")}, {GenerationRun.Count(edges, "link", "links")}";
        ImmutableArray<Diagnostic> problems = [.. asked?.Check(read.Graph) ?? [], .. read.Diagnostics];
        ImmutableArray<Diagnostic> errors = [.. problems.Where(d => d.Severity == Severity.Error)];
        var cut = _cut ?? (read.IsTruncated ? "The answer ends in the middle of a call, a line or a block." : null);
        if (cut is not null || !errors.IsEmpty || !read.IsValid) Failure = new(_text.ToString(), errors, cut);
        return problems.Select(d => new GenerationEvent.DiagnosticRaised(d));
    }

    private GenerationEvent? EventOf(ReadItem item) => item switch
    {
        ReadItem.Action { Node: var node } => new GenerationEvent.ActionAdded(ExplanationWriter.Write(node), CitedBy(node)) { Node = node },
        ReadItem.Edge { Value: var edge } => new GenerationEvent.EdgeAdded(ExplanationWriter.Write(edge)) { Edge = edge },
        _ => null,
    };

    /// <summary>What the engine said that the claim rests on; else the numbers in its own words, as far as they are evidence.</summary>
    private ImmutableArray<int> CitedBy(ActionNode node)
    {
        var id = node.Id ?? Claim.ContextId;
        if (run.Citations.TryGetValue(id, out var said)) return said;
        ImmutableArray<int> written = [.. WrittenCitations.Numbers(node).Where(n => run.Evidence.Find(n) is not null)];
        if (!written.IsEmpty) run.Citations[id] = written;
        return written;
    }
}
