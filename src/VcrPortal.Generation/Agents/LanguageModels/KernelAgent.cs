using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Generation.Agents.LanguageModels.Tools;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Agents.LanguageModels;

/// <summary>What a kernel agent gives, piece by piece.</summary>
internal abstract record AgentPiece
{
    private AgentPiece() { }

    public sealed record Text(string Chunk) : AgentPiece;
    public sealed record Found(EvidenceItem Item) : AgentPiece;
    public sealed record Told(AgentNews News) : AgentPiece;
    /// <summary>The last thing of an answer that is not whole.</summary>
    public sealed record Cut(string Reason) : AgentPiece;
}

/// <summary>
/// One conversation with a model on a kernel of its own: asks, lets the kernel call what the model asks for, and asks again until there is
/// an answer. Tools run one after the other, so that evidence has an order.
/// </summary>
internal sealed class KernelAgent(Kernel kernel, ChatModel model, RunBudget budget, TimeProvider clock)
{
    /// <summary>Turns in which a model still asks for tools after its budget for them is used up.</summary>
    private const int Patience = 2;

    private readonly ModelTurn _turn = new(kernel.GetRequiredService<IChatClient>(), model, clock);

    /// <param name="history">Grows by what is said.</param>
    public async IAsyncEnumerable<AgentPiece> RunAsync(List<ChatMessage> history, [EnumeratorCancellation] CancellationToken ct)
    {
        var tools = kernel.Plugins.Count == 0 ? null : new ToolCalls(kernel, budget, clock);
        for (int turn = 1, ignored = 0; ; turn++)
        {
            budget.ThrowIfSpent();
            yield return new AgentPiece.Told(new AgentNews.ModelAsked(model.Name, turn));
            var (text, ended) = (new StringBuilder(), (TurnPiece.Ended?)null);
            await foreach (var piece in _turn.AskAsync(history, Options(), ct))
            {
                if (piece is TurnPiece.Ended end) ended = end;
                else if (Passed(piece, text) is { } passed) yield return passed;
            }
            yield return new AgentPiece.Told(budget.Spend(ended!.Input, ended.Output));
            history.Add(Said(text.ToString(), ended));
            if (ended.Calls.IsEmpty || tools is null)
            {
                if (ended.CutReason is { } cut) yield return new AgentPiece.Cut(cut);
                yield break;
            }
            if (!budget.MayCall && ++ignored > Patience) throw new ModelUnavailableException(
                $"The model \u201c{model.Name}\u201d goes on asking sources instead of answering. What was written is kept; choose "
                + "another model.");
            if (text.Length > 0) yield return new AgentPiece.Text("\n\n");
            await foreach (var piece in tools.RunAsync(ended.Calls, history, ct)) yield return piece;
        }
    }

    private static AgentPiece? Passed(TurnPiece piece, StringBuilder text)
    {
        if (piece is TurnPiece.Again again) return new AgentPiece.Told(new AgentNews.AskedAgain(again.Reason));
        if (piece is not TurnPiece.Text { Chunk: var chunk }) return null;
        text.Append(chunk);
        return new AgentPiece.Text(chunk);
    }

    private static ChatMessage Said(string text, TurnPiece.Ended ended)
    {
        var said = new ChatMessage(ChatRole.Assistant, [.. ended.Calls]);
        if (text.Length > 0) said.Contents.Insert(0, new Microsoft.Extensions.AI.TextContent(text));
        return said;
    }

    // A service may refuse a history with calls in it where no tool is named, so the tools stay and only calling them ends.
    private ChatOptions Options() => new()
    {
        Temperature = (float?)model.Temperature,
        MaxOutputTokens = model.MaxOutputTokens,
        Tools = kernel.Plugins.Count == 0 ? null : [.. kernel.Plugins.SelectMany(p => p)],
        ToolMode = kernel.Plugins.Count == 0 ? null : budget.MayCall ? ChatToolMode.Auto : ChatToolMode.None,
    };
}
