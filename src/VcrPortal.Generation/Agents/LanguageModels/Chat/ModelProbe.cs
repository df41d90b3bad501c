using System.Text;
using Microsoft.Extensions.AI;

namespace VcrPortal.Generation.Agents.LanguageModels.Chat;

/// <summary>What became of a test question to a model.</summary>
public abstract record ProbeOutcome
{
    private ProbeOutcome() { }

    /// <param name="Said">The beginning of what it said: hostile text.</param>
    public sealed record Answered(string Said, TimeSpan Took, long Input, long Output) : ProbeOutcome;

    /// <param name="Reason">A sentence for people; it never holds the key.</param>
    public sealed record Failed(string Reason) : ProbeOutcome;
}

/// <summary>Asks a model one short question, to see whether it can be asked at all.</summary>
public static class ModelProbe
{
    private const int MostShown = 200;

    /// <param name="handler">How the request leaves; null for a connection of its own.</param>
    public static async Task<ProbeOutcome> RunAsync(
        ChatModel model, ModelKey key, TimeProvider clock, CancellationToken ct, HttpMessageHandler? handler = null)
    {
        using var chat = ChatClients.For(model, key, clock, handler);
        var brief = model with { Silence = TimeSpan.FromSeconds(20), Limit = TimeSpan.FromSeconds(30) };
        var turn = new ModelTurn(chat, brief, clock, tries: 1);
        var nothing = new ProbeOutcome.Failed($"The model \u201c{model.Name}\u201d answered with nothing.");
        var (since, said) = (clock.GetTimestamp(), new StringBuilder());
        List<ChatMessage> question = [new(ChatRole.User, "Answer with the one word: ready")];
        try
        {
            var options = new ChatOptions { MaxOutputTokens = 64, Temperature = (float?)model.Temperature };
            await foreach (var piece in turn.AskAsync(question, options, ct))
            {
                if (piece is TurnPiece.Text text && said.Length < MostShown) said.Append(text.Chunk);
                if (piece is not TurnPiece.Ended ended) continue;
                if (said.Length == 0) return ended.CutReason is { } cut ? new ProbeOutcome.Failed(cut) : nothing;
                return new ProbeOutcome.Answered(said.ToString(), clock.GetElapsedTime(since), ended.Input, ended.Output);
            }
            return nothing;
        }
        catch (ModelUnavailableException failure)
        {
            return new ProbeOutcome.Failed(failure.Message);
        }
    }
}
