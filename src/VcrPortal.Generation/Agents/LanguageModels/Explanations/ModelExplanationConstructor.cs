using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Agents.LanguageModels.Explanations;

/// <summary>A chat model as explanation constructor: it sees the question, the report and the vocabulary, and has no tools.</summary>
/// <param name="isOneStep">It gets the evidence in place of a report.</param>
internal sealed class ModelExplanationConstructor(ModelClient client, PrimitiveVocabulary vocabulary, bool isOneStep = false)
    : IExplanationConstructor, IExplanationRepair
{
    /// <summary>Characters of a failed answer, and problems of it, that are sent back.</summary>
    private const int MostOfAnswer = 60_000, MostProblems = 20;

    private const int MostEvidence = 60_000;

    private Prompt Prompt => isOneStep ? Prompt.OneStep : Prompt.Explanation;

    public IAsyncEnumerable<ConstructorOutput> ConstructAsync(ExplanationRequest request, CancellationToken ct) =>
        AskAsync(request, null, ct);

    public IAsyncEnumerable<ConstructorOutput> RepairAsync(ExplanationRequest request, FailedAnswer failed, CancellationToken ct) =>
        AskAsync(request, failed, ct);

    private async IAsyncEnumerable<ConstructorOutput> AskAsync(
        ExplanationRequest request, FailedAnswer? failed, [EnumeratorCancellation] CancellationToken ct)
    {
        var kernel = JobKernel.Build(client.Chat);
        var agent = new KernelAgent(kernel, client.Model, client.BudgetIn(request.Notes), client.Clock);
        yield return new ConstructorOutput.Told((failed is null ? Prompt : Prompt.Repair).Used);
        List<ChatMessage> history =
        [
            new(ChatRole.System, await Prompt.RenderAsync(kernel, ct,
                ("vocabulary", VocabularyText.Signatures(vocabulary)), ("terminals", VocabularyText.Terminals(vocabulary)))),
            new(ChatRole.User, $"{Quoted.Question(request.Record)}\n\n{Material(request)}"),
        ];
        if (failed is not null)
        {
            history.Add(new(ChatRole.Assistant, failed.Text.Length == 0 ? "(nothing)" : Start(failed.Text)));
            history.Add(new(ChatRole.User, await Prompt.Repair.RenderAsync(kernel, ct, ("problems", Problems(failed)))));
        }
        await foreach (var piece in agent.RunAsync(history, ct))
            if (OutputOf(piece) is { } output) yield return output;
    }

    private string Material(ExplanationRequest request) =>
        isOneStep ? Quoted.Evidence(request.Evidence.Items, MostEvidence) : Quoted.Report(request.Report);

    private static ConstructorOutput? OutputOf(AgentPiece piece) => piece switch
    {
        AgentPiece.Text text => new ConstructorOutput.Text(text.Chunk),
        AgentPiece.Told told => new ConstructorOutput.Told(told.News),
        AgentPiece.Cut cut => new ConstructorOutput.Cut(cut.Reason),
        _ => null,
    };

    private static string Start(string text) => text.Length > MostOfAnswer ? text[..MostOfAnswer] : text;

    private static string Problems(FailedAnswer failed)
    {
        var lines = new StringBuilder();
        if (failed.CutReason is { } cut) lines.Append("- ").Append(cut).Append(" Write a shorter answer that comes to its end.\n");
        foreach (var problem in failed.Problems.Take(MostProblems))
        {
            lines.Append("- ").Append(problem.Code);
            if (problem.Line > 0) lines.Append(", line ").Append(problem.Line);
            lines.Append(": ").Append(problem.Message);
            if (problem.Suggestion is { Length: > 0 } suggestion) lines.Append(" Write: ").Append(suggestion);
            lines.Append('\n');
        }
        return lines.ToString();
    }
}
