using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Agents.LanguageModels.Critics;

/// <summary>
/// Lets another engine draft, and a model criticise the draft. The draft stands as it is; each thing that the model would have otherwise is
/// a suggestion with its reason, and what it wrote in another form is kept and told. A model that cannot answer costs the job its
/// criticism and nothing else.
/// </summary>
internal sealed class HybridConstructor(IExplanationConstructor drafter, ModelClient client, PrimitiveVocabulary vocabulary)
    : IExplanationConstructor
{
    private const int MostEvidence = 60_000;

    public async IAsyncEnumerable<ConstructorOutput> ConstructAsync(
        ExplanationRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var draft = new StringBuilder();
        await foreach (var output in drafter.ConstructAsync(request, ct))
        {
            if (output is ConstructorOutput.Text text) draft.Append(text.Chunk);
            yield return output;
        }
        yield return new ConstructorOutput.Told(Prompt.Critique.Used);
        var (answer, isAway, cut) = (new StringBuilder(), false, (string?)null);
        await using var pieces = CriticiseAsync(request, draft.ToString(), ct).GetAsyncEnumerator(ct);
        while (true)
        {
            var (more, failure) = await pieces.NextOrFailureAsync();
            isAway = failure is not null;
            if (failure is not null)
                yield return new ConstructorOutput.Told(new AgentNews.Warned($"The draft was not criticised. {failure}"));
            if (!more) break;
            if (pieces.Current is AgentPiece.Told told) yield return new ConstructorOutput.Told(told.News);
            if (pieces.Current is AgentPiece.Text said) answer.Append(said.Chunk);
            if (pieces.Current is AgentPiece.Cut ended) cut = ended.Reason;
        }
        if (answer.Length == 0 && isAway) yield break;
        var read = SuggestionReader.Read(answer.ToString(), ExplanationReader.Read(draft.ToString(), vocabulary).Graph, cut);
        foreach (var suggestion in read.Suggestions) yield return new ConstructorOutput.Told(suggestion);
        yield return new ConstructorOutput.Told(read.Told);
    }

    private async IAsyncEnumerable<AgentPiece> CriticiseAsync(
        ExplanationRequest request, string draft, [EnumeratorCancellation] CancellationToken ct)
    {
        var kernel = JobKernel.Build(client.Chat);
        var agent = new KernelAgent(kernel, client.Model, client.BudgetIn(request.Notes), client.Clock);
        List<ChatMessage> history =
        [
            new(ChatRole.System, await Prompt.Critique.RenderAsync(
                kernel, ct, ("vocabulary", VocabularyText.Signatures(vocabulary)))),
            new(ChatRole.User, $"{Quoted.Question(request.Record)}\n\n{Quoted.Evidence(request.Evidence.Items, MostEvidence)}\n"
                + $"<draft>\n{Quoted.Escape(draft)}\n</draft>"),
        ];
        await foreach (var piece in agent.RunAsync(history, ct)) yield return piece;
    }
}
