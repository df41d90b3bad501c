using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VcrPortal.Generation.Agents;

/// <summary>What an agent tells of its work beside what it writes: past tense, immutable, stored as it is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PromptUsed), "prompt-used")]
[JsonDerivedType(typeof(ModelAsked), "model-asked")]
[JsonDerivedType(typeof(AskedAgain), "asked-again")]
[JsonDerivedType(typeof(ToolCalled), "tool-called")]
[JsonDerivedType(typeof(ToolAnswered), "tool-answered")]
[JsonDerivedType(typeof(ToolFailed), "tool-failed")]
[JsonDerivedType(typeof(TokensUsed), "tokens-used")]
[JsonDerivedType(typeof(CitationDoubted), "citation-doubted")]
[JsonDerivedType(typeof(Suggested), "suggested")]
[JsonDerivedType(typeof(Warned), "warned")]
[JsonDerivedType(typeof(CritiqueRead), "critique-read")]
public abstract record AgentNews
{
    private AgentNews() { }

    /// <param name="Hash">The SHA-256 hash of the template as it stands in the program: its first 12 hexadecimal digits.</param>
    public sealed record PromptUsed(string Prompt, int Version, string Hash) : AgentNews;

    /// <param name="Turn">Counted from 1, for each agent.</param>
    public sealed record ModelAsked(string Model, int Turn) : AgentNews;

    /// <summary>The model is asked once more; the reason is a sentence for people.</summary>
    public sealed record AskedAgain(string Reason) : AgentNews;

    /// <param name="Call">Counted from 1 in a run of the agent.</param>
    /// <param name="Question">What the model asked, as it wrote it: hostile text.</param>
    /// <param name="Title">What people call the source that it asks; null where there is no such tool.</param>
    public sealed record ToolCalled(int Call, string Tool, string Question, string? Title = null) : AgentNews;

    /// <param name="Items">What the source answered.</param>
    /// <param name="Evidence">The numbers under which the items stand, those that stood there before included.</param>
    public sealed record ToolAnswered(int Call, int Items, ImmutableArray<int> Evidence, double Milliseconds) : AgentNews
    {
        public bool Equals(ToolAnswered? other) => other is not null && (Call, Items, Milliseconds)
            == (other.Call, other.Items, other.Milliseconds) && Evidence.SequenceEqual(other.Evidence);

        public override int GetHashCode() => HashCode.Combine(Call, Items, Milliseconds);
    }

    public sealed record ToolFailed(int Call, string Reason, double Milliseconds) : AgentNews;

    /// <summary>The tokens of one request, as the service counts them.</summary>
    /// <param name="Cost">Null where no price is configured.</param>
    /// <param name="Currency">The currency of the cost, by ISO 4217.</param>
    public sealed record TokensUsed(string Model, long Input, long Output, decimal? Cost = null, string? Currency = null) : AgentNews;

    /// <summary>A sentence cites what does not name the thing that it is about, or what is not there.</summary>
    public sealed record CitationDoubted(string Sentence, string Why) : AgentNews;

    /// <summary>A critic would have a claim otherwise; nothing is changed by that.</summary>
    /// <param name="Verb"><c>add</c>, <c>change</c> or <c>withdraw</c>.</param>
    /// <param name="Claim">The id of the claim that it is about; null for one that is to be added.</param>
    /// <param name="Line">The claim as it should read, as canonical text; null where it is to be withdrawn.</param>
    /// <param name="Reason">In the critic's words: hostile text.</param>
    public sealed record Suggested(string Verb, string? Claim, string? Line, string Reason) : AgentNews;

    /// <summary>Something went wrong that does not end the job; a sentence for people.</summary>
    public sealed record Warned(string Text) : AgentNews;

    /// <summary>A critic has answered.</summary>
    /// <param name="Suggestions">How many were read from it.</param>
    /// <param name="Unread">Why lines of it are no suggestion, one sentence each; empty where all was read.</param>
    /// <param name="Text">What it wrote, where something of it could not be used, up to a bound; hostile text.</param>
    public sealed record CritiqueRead(int Suggestions, ImmutableArray<string> Unread, string Text) : AgentNews
    {
        public bool Equals(CritiqueRead? other) => other is not null && (Suggestions, Text) == (other.Suggestions, other.Text)
            && Unread.AsSpan().SequenceEqual(other.Unread.AsSpan());

        public override int GetHashCode() => HashCode.Combine(Suggestions, Text);
    }
}
