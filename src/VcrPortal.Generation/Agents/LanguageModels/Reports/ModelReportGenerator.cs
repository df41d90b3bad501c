using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Generation.Agents.LanguageModels.Tools;
using VcrPortal.Generation.Knowledge;
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
        var check = new CitationCheck(recognizer, AskedIn(request.Question), evidence);
        var draft = new Draft(new(check.ProblemOf, check.WithoutDeadLinks), evidence);
        for (var part = 0; ; part++)
        {
            await foreach (var piece in agent.RunAsync(history, ct))
            {
                if (draft.Take(piece) is { } output) yield return output;
                foreach (var doubt in draft.Doubts) yield return new ReportOutput.Told(doubt);
            }
            if (draft.TakeCut() is not { } cut) break;
            if (part == MostContinuations)
                throw new ModelUnavailableException(
                    $"The report was cut off {part + 1} times. {cut} What was written is kept; try again, or choose another model.");
            yield return new ReportOutput.Told(new AgentNews.AskedAgain($"The report was cut off. {cut} It is gone on with."));
            history.Add(new(ChatRole.User, "Your answer was cut off. Go on exactly where it ends, without repeating anything."));
        }
        if (draft.Complete() is { } rest) yield return rest;
        foreach (var doubt in draft.Doubts) yield return new ReportOutput.Told(doubt);
        if (!draft.IsWritten) throw new ModelUnavailableException(
            $"The model \u201c{client.Model.Name}\u201d answered with nothing. Ask again, or choose another model.");
    }

    /// <summary>The report as far as it has come, with the evidence that its writer found beside what it was given.</summary>
    private sealed class Draft(ReportStream stream, Dictionary<int, EvidenceItem> evidence)
    {
        private string? _cut;

        public bool IsWritten { get; private set; }

        /// <summary>What the last piece, or the end, showed to be in doubt.</summary>
        public IReadOnlyList<AgentNews.CitationDoubted> Doubts { get; private set; } = [];

        public ReportOutput? Take(AgentPiece piece)
        {
            if (piece is AgentPiece.Text { Chunk: var chunk })
            {
                IsWritten |= !string.IsNullOrWhiteSpace(chunk);
                return Shown(stream.Feed(chunk));
            }
            Doubts = [];
            if (piece is AgentPiece.Cut cut) _cut = cut.Reason;
            if (piece is AgentPiece.Found { Item: var item }) evidence[item.Number] = item;
            return piece switch
            {
                AgentPiece.Found found => new ReportOutput.Found(found.Item),
                AgentPiece.Told told => new ReportOutput.Told(told.News),
                _ => null,
            };
        }

        /// <summary>Why the part that has just ended is not whole; asked for once.</summary>
        public string? TakeCut()
        {
            var cut = _cut;
            _cut = null;
            return cut;
        }

        public ReportOutput? Complete() => Shown(stream.Complete());

        private ReportOutput.Text? Shown((string Text, IReadOnlyList<AgentNews.CitationDoubted> Doubts) shown)
        {
            Doubts = shown.Doubts;
            return shown.Text.Length > 0 ? new(shown.Text) : null;
        }
    }

    private Microsoft.SemanticKernel.KernelPlugin[] PluginsOf(ReportRequest request) =>
        request.Retrieval is { } retrieval && sources() is { IsEmpty: false } known
            ? [new SourcePlugin(known, grounding, recognizer, retrieval, request.Evidence).ToPlugin()] : [];

    /// <summary>What every sentence of the report is about anyway.</summary>
    private static HashSet<string> AskedIn(Question question) =>
        [.. question.Causes.Select(c => c.Actor), .. question.Line is { } line ? [line.Name] : Array.Empty<string>()];
}
