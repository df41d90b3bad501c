namespace VcrPortal.Tests.Models;

/// <summary>What the stand-in for a model does with one request.</summary>
internal abstract record ModelReply
{
    private ModelReply() { }

    /// <summary>Waits for this in the middle of its text: a test looks at what stands there until then.</summary>
    public Task Held { get; init; } = Task.CompletedTask;

    /// <summary>Whether the service says at the end what the answer cost.</summary>
    public bool CountsTokens { get; init; } = true;

    /// <summary>Streams a text and ends with this reason.</summary>
    /// <param name="Finish">In OpenAI's words: <c>stop</c>, <c>length</c>, <c>content_filter</c>.</param>
    public sealed record Says(string Text, string Finish = "stop") : ModelReply;

    /// <summary>Asks for tools, its arguments in fragments.</summary>
    public sealed record Calls(params (string Tool, string Arguments)[] Tools) : ModelReply;

    /// <summary>Refuses; the body names a made-up key, as some services do.</summary>
    public sealed record Refuses(int Status, string? RetryAfter = null) : ModelReply;

    /// <summary>Answers with a whole body of another kind.</summary>
    public sealed record Sends(string ContentType, string Body) : ModelReply;

    /// <summary>Streams a text and ends in the middle of a line of the protocol.</summary>
    public sealed record Breaks(string Text) : ModelReply;

    /// <summary>Streams what is no event of the protocol.</summary>
    public sealed record Babbles(string Line) : ModelReply;

    public sealed record Redirects(string To) : ModelReply;

    /// <summary>Takes the request and never answers.</summary>
    public sealed record Sleeps : ModelReply;
}
