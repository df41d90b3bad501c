using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Pipeline;

/// <summary>The pipeline as one readable method: preprocess, retrieve, report, explain, verify, publish; every stage a stream of events.</summary>
public sealed class GenerationPipeline(
    EntityRecognizer recognizer, QuestionGrounding grounding, ImmutableArray<IKnowledgeSource> sources,
    IReportGenerator reportGenerator, IExplanationConstructor constructor, ImmutableArray<IVerifier> verifiers) : ITraceGenerator
{
    public string Engine => reportGenerator.Engine;

    public async IAsyncEnumerable<GenerationEvent> GenerateAsync(GenerationRequest request, GenerationState resumeFrom, [EnumeratorCancellation] CancellationToken ct)
    {
        var run = new Run(request, resumeFrom, grounding.Ground(request.Record));
        if (resumeFrom.Finished.IsEmpty)
            foreach (var stage in Enum.GetValues<Stage>()) yield return new GenerationEvent.StagePlanned(stage);
        (Stage Stage, IAsyncEnumerable<GenerationEvent> Events)[] stages =
        [
            (Stage.Preprocess, PreprocessAsync(run, ct)),
            (Stage.Retrieve, RetrieveAsync(run, ct)),
            (Stage.Report, ReportAsync(run, ct)),
            (Stage.Explain, ExplainAsync(run, ct)),
            (Stage.Verify, VerifyAsync(run, ct)),
            (Stage.Publish, PublishAsync(run)),
        ];
        foreach (var (stage, events) in stages)
        {
            if (resumeFrom.Finished.Contains(stage)) continue;
            yield return new GenerationEvent.StageStarted(stage);
            var outcome = new StageOutcome();
            await foreach (var e in Guarded(events, outcome, ct)) yield return e;
            if (outcome.Failure is not null)
            {
                yield return new GenerationEvent.StageFailed(stage, outcome.Failure.SourceException.Message);
                outcome.Failure.Throw();
            }
            yield return new GenerationEvent.StageFinished(stage, run.Summary);
        }
    }

    /// <summary>What the stages hand to each other.</summary>
    private sealed class Run(GenerationRequest request, GenerationState resumed, Question question)
    {
        public GenerationRequest Request { get; } = request;
        public Question Question { get; } = question;
        public ImmutableArray<RecognizedEntity> Entities { get; set; } = resumed.Entities;
        public EvidenceIndex Evidence { get; set; } = new(resumed.Evidence);
        public string Report { get; set; } = resumed.Report;
        public ReadResult? Read { get; set; } = resumed.ExplanationText.Length == 0 ? null : ExplanationReader.Read(resumed.ExplanationText);
        public Dictionary<NodeId, ImmutableArray<int>> Citations { get; } = new(resumed.Citations);
        public List<Reasoning.Verification.Verdict> Verdicts { get; } = [.. resumed.Verdicts];
        public string Summary { get; set; } = "";
    }

    private sealed class StageOutcome
    {
        public System.Runtime.ExceptionServices.ExceptionDispatchInfo? Failure { get; set; }
    }

    /// <summary>Passes events on; an exception ends the stream and is kept, because a yield cannot stand in a catch.</summary>
    private static async IAsyncEnumerable<GenerationEvent> Guarded(IAsyncEnumerable<GenerationEvent> events, StageOutcome outcome, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var at = events.GetAsyncEnumerator(ct);
        while (true)
        {
            try
            {
                if (!await at.MoveNextAsync()) yield break;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                outcome.Failure = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(failure);
                yield break;
            }
            yield return at.Current;
        }
    }

    private async IAsyncEnumerable<GenerationEvent> PreprocessAsync(Run run, [EnumeratorCancellation] CancellationToken ct)
    {
        run.Entities = [.. TextsOf(run.Request.Record).SelectMany(text => recognizer.Recognize(text)).DistinctBy(e => (e.Type, e.Name))];
        foreach (var entity in run.Entities)
        {
            ct.ThrowIfCancellationRequested();
            yield return new GenerationEvent.EntityFound(entity);
        }
        run.Summary = Count(run.Entities.Length, "entity", "entities") + " recognised";
        await Task.CompletedTask;
    }

    /// <summary>The values of a record that are words: not its keys, and not its SMILES.</summary>
    private static IEnumerable<string> TextsOf(Input.PerturbationRecord record)
    {
        foreach (var p in record.Perturbations)
            foreach (var text in new[] { p.Name, p.GeneSymbol, p.Mechanism }.Concat(p.StatedTargets))
                if (!string.IsNullOrWhiteSpace(text)) yield return text;
        foreach (var c in record.Contexts)
            foreach (var text in new[] { c.CellLine, c.DiseaseModel, c.Description })
                if (!string.IsNullOrWhiteSpace(text)) yield return text;
    }

    private async IAsyncEnumerable<GenerationEvent> RetrieveAsync(Run run, [EnumeratorCancellation] CancellationToken ct)
    {
        var retrieval = new Retrieval(sources);
        await foreach (var e in retrieval.RunAsync(new(run.Request.Record, run.Entities, run.Question), ct)) yield return e;
        run.Evidence = new(retrieval.Items);
        run.Summary = $"{retrieval.Answered} of {Count(sources.Length, "source", "sources")}, {Count(retrieval.Items.Length, "item", "items")}";
    }

    private async IAsyncEnumerable<GenerationEvent> ReportAsync(Run run, [EnumeratorCancellation] CancellationToken ct)
    {
        if (run.Request.Record.Report is { Length: > 0 } given)
        {
            run.Report = given;
            yield return new GenerationEvent.ReportDelta(given);
            run.Summary = "Given with the record";
            yield break;
        }
        var report = new System.Text.StringBuilder();
        await foreach (var chunk in reportGenerator.WriteAsync(new(run.Request.Record, run.Question, run.Evidence), ct))
        {
            report.Append(chunk);
            if (run.Request.KeepDeltas) yield return new GenerationEvent.ReportDelta(chunk);
        }
        run.Report = report.ToString();
        if (!run.Request.KeepDeltas) yield return new GenerationEvent.ReportDelta(run.Report);
        run.Summary = Count(run.Report.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length, "word", "words");
    }

    private async IAsyncEnumerable<GenerationEvent> ExplainAsync(Run run, [EnumeratorCancellation] CancellationToken ct)
    {
        run.Citations.Clear();
        var reader = new ExplanationReader(PrimitiveVocabulary.Vcr20);
        await foreach (var output in constructor.ConstructAsync(new(run.Request.Record, run.Question, run.Report, run.Evidence), ct))
        {
            if (output is ConstructorOutput.Cites cites) run.Citations[cites.Action] = cites.Evidence;
            if (output is not ConstructorOutput.Text text) continue;
            if (run.Request.KeepDeltas) yield return new GenerationEvent.AnswerDelta(text.Chunk);
            foreach (var item in reader.Feed(text.Chunk.AsSpan()))
                if (EventOf(item, run) is { } e) yield return e;
        }
        run.Read = reader.Complete();
        foreach (var diagnostic in run.Read.Diagnostics) yield return new GenerationEvent.DiagnosticRaised(diagnostic);
        run.Summary = $"{Count(run.Read.Graph.Actions.Length, "claim", "claims")}, {Count(run.Read.Graph.Edges.Length, "edge", "edges")}";
    }

    /// <summary>Reader diagnostics come once, with the graph's, when the text is complete.</summary>
    private static GenerationEvent? EventOf(ReadItem item, Run run) => item switch
    {
        ReadItem.Action { Node: var node } => new GenerationEvent.ActionAdded(
            ExplanationWriter.Write(node), run.Citations.GetValueOrDefault(node.Id ?? Reasoning.Verification.Claim.ContextId, [])),
        ReadItem.Edge { Value: var edge } => new GenerationEvent.EdgeAdded(ExplanationWriter.Write(edge)),
        _ => null,
    };

    private async IAsyncEnumerable<GenerationEvent> VerifyAsync(Run run, [EnumeratorCancellation] CancellationToken ct)
    {
        run.Verdicts.Clear();
        var request = new VerificationRequest(run.Question, run.Read!.Graph, run.Citations.ToImmutableDictionary(), run.Evidence);
        foreach (var verifier in verifiers)
        {
            yield return new GenerationEvent.StageProgressed(Stage.Verify, $"{verifier.Name} {verifier.Version}");
            await foreach (var verdict in verifier.VerifyAsync(request, ct))
            {
                run.Verdicts.Add(verdict);
                yield return new GenerationEvent.VerdictReached(verdict);
            }
        }
        var independent = run.Verdicts.Count(v => v.IsIndependent);
        run.Summary = $"{Count(run.Verdicts.Count, "verdict", "verdicts")}, {independent} on independent data";
    }

    private static async IAsyncEnumerable<GenerationEvent> PublishAsync(Run run)
    {
        var graph = run.Read!.Graph;
        var text = ExplanationWriter.Write(graph);
        var publication = PublicationRule.Apply(graph, [.. run.Verdicts]);
        yield return new GenerationEvent.RevisionWritten(1, text, publication is Publication.Discarded d ? $"As generated. {PublicationRule.Name} withdrew it. {d.Reason}" : "As generated", publication is Publication.Discarded);
        if (publication is Publication.Pruned pruned)
            yield return new GenerationEvent.RevisionWritten(2, ExplanationWriter.Write(pruned.Graph), pruned.Reason, false);
        run.Summary = publication switch
        {
            Publication.Pruned p => p.Reason,
            Publication.Discarded x => $"Withdrawn. {x.Reason}",
            _ => $"{PublicationRule.Name} changed nothing",
        };
        await Task.CompletedTask;
    }

    private static string Count(int n, string one, string many) => $"{n} {(n == 1 ? one : many)}";
}
