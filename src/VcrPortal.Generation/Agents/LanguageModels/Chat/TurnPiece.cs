using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace VcrPortal.Generation.Agents.LanguageModels.Chat;

/// <summary>What comes of one request to a model.</summary>
internal abstract record TurnPiece
{
    private TurnPiece() { }

    public sealed record Text(string Chunk) : TurnPiece;

    /// <summary>The service was busy and is asked again.</summary>
    public sealed record Again(string Reason) : TurnPiece;

    /// <param name="CutReason">Why the answer ends too early; null where the model came to its end.</param>
    public sealed record Ended(ImmutableArray<FunctionCallContent> Calls, long Input, long Output, string? CutReason) : TurnPiece;
}
