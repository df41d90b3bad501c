using VcrPortal.Generation.Agents.LanguageModels.Chat;

namespace VcrPortal.Generation.Agents.LanguageModels.Critics;

/// <summary>For agents without whose answer a job goes on.</summary>
internal static class Failures
{
    /// <summary>The next piece, or the sentence of a model that cannot answer. In a method of its own, because a yield cannot stand in a
    /// try with a catch.</summary>
    public static async Task<(bool More, string? Failure)> NextOrFailureAsync(this IAsyncEnumerator<AgentPiece> pieces)
    {
        try { return (await pieces.MoveNextAsync(), null); }
        catch (ModelUnavailableException failure) { return (false, failure.Message); }
    }
}
