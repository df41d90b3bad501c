using System.Text;
using Microsoft.Extensions.AI;

namespace VcrPortal.Generation.Agents.LanguageModels.Chat;

/// <summary>What became of a test question to a model.</summary>
public abstract record ProbeOutcome
{
    private ProbeOutcome() { }

    /// <param name="Said">The beginning of what it said: hostile text.</param>
    public sealed record Answered(string Said, TimeSpan Took, long Input, long Output) : ProbeOutcome;

    /// <summary>Something came, and not what was asked for.</summary>
    /// <param name="Said">The beginning of what it said: hostile text.</param>
    /// <param name="Reason">Sentences for people: what is wrong with it, and what to do.</param>
    public sealed record Unexpected(string Said, string Reason) : ProbeOutcome;

    /// <param name="Reason">A sentence for people; it never holds the key.</param>
    public sealed record Failed(string Reason) : ProbeOutcome;
}

/// <summary>Asks a model for one word, to see whether it can be asked at all and does what it is told.</summary>
public static class ModelProbe
{
    private const int MostShown = 200;

    /// <summary>Room for a model that thinks before it says its word.</summary>
    private const int MostTokens = 1024;

    private const string Asked = "ready";

    /// <param name="handler">How the request leaves; null for a connection of its own.</param>
    public static async Task<ProbeOutcome> RunAsync(
        ChatModel model, ModelKey key, TimeProvider clock, CancellationToken ct, HttpMessageHandler? handler = null)
    {
        using var chat = ChatClients.For(model, key, clock, handler);
        var brief = model with { Silence = TimeSpan.FromSeconds(20), Limit = TimeSpan.FromSeconds(30), MaxOutputTokens = MostTokens };
        var turn = new ModelTurn(chat, brief, clock, tries: 1);
        var (since, said) = (clock.GetTimestamp(), new StringBuilder());
        List<ChatMessage> question = [new(ChatRole.User, $"Answer with the one word: {Asked}")];
        try
        {
            var options = new ChatOptions { MaxOutputTokens = MostTokens, Temperature = (float?)model.Temperature };
            TurnPiece.Ended? end = null;
            await foreach (var piece in turn.AskAsync(question, options, ct))
            {
                if (piece is TurnPiece.Text text && said.Length < MostShown) said.Append(text.Chunk);
                end = piece as TurnPiece.Ended ?? end;
            }
            return Judge(said.ToString(), end, model.Name, clock.GetElapsedTime(since));
        }
        catch (ModelUnavailableException failure)
        {
            return new ProbeOutcome.Failed(failure.Message);
        }
    }

    private static ProbeOutcome Judge(string said, TurnPiece.Ended? end, string model, TimeSpan took)
    {
        var shown = said.Trim();
        if (end?.CutReason is { } cut) return shown.Length == 0 ? new ProbeOutcome.Failed(cut) : new ProbeOutcome.Unexpected(shown, cut);
        if (shown.Length == 0) return new ProbeOutcome.Failed($"The model \u201c{model}\u201d answered with nothing. Check what its "
            + "service calls it, and whether it needs other settings.");
        return shown.Trim('"', '\'', '`', '*', '.', '!', ' ', '\n', '\u201c', '\u201d').Equals(Asked, StringComparison.OrdinalIgnoreCase)
            ? new ProbeOutcome.Answered(shown, took, end?.Input ?? 0, end?.Output ?? 0)
            : new ProbeOutcome.Unexpected(shown, $"It was asked for the one word {Asked}. The service can be reached, but a model "
                + "that does not do what it is told writes no explanation that can be used: check which model this is.");
    }
}
