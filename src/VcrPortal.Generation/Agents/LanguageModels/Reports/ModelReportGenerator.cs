using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Generation.Agents.LanguageModels.Tools;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;

namespace VcrPortal.Generation.Agents.LanguageModels.Reports;

/// <summary>A chat model as report generator: it has the evidence of the job, and may ask the sources for more.</summary>
internal sealed class ModelReportGenerator(
    ModelClient client, Func<ImmutableArray<IKnowledgeSource>> sources, QuestionGrounding grounding, EntityRecognizer recognizer)
    : IReportGenerator
{
    /// <summary>Characters of evidence that go along with the question; the sources have the rest.</summary>
    private const int MostEvidence = 40_000;

    /// <summary>Times that a report which was cut off is gone on with.</summary>
    private const int MostContinuations = 2;

    public async IAsyncEnumerable<ReportOutput> WriteAsync(ReportRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var evidence = request.Evidence.Items.ToDictionary(i => i.Number);
        var kernel = JobKernel.Build(client.Chat, PluginsOf(request));
        var agent = new KernelAgent(kernel, client.Model, client.BudgetIn(request.Notes), client.Clock);
        yield return new ReportOutput.Told(Prompt.Report.Used);
        List<ChatMessage> history =
        [
            new(ChatRole.System, await Prompt.Report.RenderAsync(kernel, ct)),
            new(ChatRole.User, $"{Quoted.Question(request.Record)}\n\n{Quoted.Evidence(request.Evidence.Items, MostEvidence)}"),
        ];
        var check = new CitationCheck(recognizer, AskedIn(request.Question), evidence.GetValueOrDefault);
        var stream = new ReportStream(check.ProblemOf);
        var isWritten = false;
        for (var part = 0; ; part++)
        {
            string? cut = null;
            await foreach (var piece in agent.RunAsync(history, ct))
            {
                if (piece is AgentPiece.Cut { Reason: var reason }) cut = reason;
                else if (piece is AgentPiece.Found { Item: var item }) evidence[item.Number] = item;
                foreach (var output in Outputs(piece, stream)) yield return output;
                isWritten |= piece is AgentPiece.Text { Chunk: var chunk } && !string.IsNullOrWhiteSpace(chunk);
            }
            if (cut is null) break;
            if (part == MostContinuations)
                throw new ModelUnavailableException($"The report was cut off {part + 1} times. {cut} What was written is kept.");
            yield return new ReportOutput.Told(new AgentNews.AskedAgain($"The report was cut off. {cut} It is gone on with."));
            history.Add(new(ChatRole.User, "Your answer was cut off. Go on exactly where it ends, without repeating anything."));
        }
        foreach (var output in Shown(stream.Complete())) yield return output;
        if (!isWritten) throw new ModelUnavailableException(
            $"The model \u201c{client.Model.Name}\u201d answered with nothing. Ask again, or choose another model.");
    }

    private Microsoft.SemanticKernel.KernelPlugin[] PluginsOf(ReportRequest request) =>
        request.Retrieval is { } retrieval && sources() is { IsEmpty: false } known
            ? [new SourcePlugin(known, grounding, recognizer, retrieval, request.Evidence).ToPlugin()] : [];

    private static IEnumerable<ReportOutput> Outputs(AgentPiece piece, ReportStream stream) => piece switch
    {
        AgentPiece.Text text => Shown(stream.Feed(text.Chunk)),
        AgentPiece.Found found => [new ReportOutput.Found(found.Item)],
        AgentPiece.Told told => [new ReportOutput.Told(told.News)],
        _ => [],
    };

    private static IEnumerable<ReportOutput> Shown((string Text, IReadOnlyList<AgentNews.CitationDoubted> Doubts) shown)
    {
        if (shown.Text.Length > 0) yield return new ReportOutput.Text(shown.Text);
        foreach (var doubt in shown.Doubts) yield return new ReportOutput.Told(doubt);
    }

    /// <summary>What every sentence of the report is about anyway.</summary>
    private static HashSet<string> AskedIn(Question question) =>
        [.. question.Causes.Select(c => c.Actor), .. question.Line is { } line ? [line.Name] : Array.Empty<string>()];
}
