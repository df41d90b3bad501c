using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace VcrPortal.Tests.Models;

/// <summary>OpenAI's chat completions as they are streamed: chunks, fragments of tool calls, a finish reason, usage,
/// <c>[DONE]</c>.</summary>
internal static class OpenAiWire
{
    public static async Task SendAsync(HttpContext http, ModelQuestion question, ModelReply reply)
    {
        switch (reply)
        {
            case ModelReply.Says says:
                await TextAsync(http, question, says.Text, says.Held);
                await ChunkAsync(http, question, new { }, says.Finish);
                break;
            case ModelReply.Calls calls:
                await CallsAsync(http, question, calls);
                await ChunkAsync(http, question, new { }, "tool_calls");
                break;
            case ModelReply.Breaks breaks:
                await TextAsync(http, question, breaks.Text, breaks.Held);
                await WriteAsync(http, "data: {\"id\":\"c1\",\"object\":\"chat.comple");
                return;
            case ModelReply.Babbles babbles:
                await WriteAsync(http, $"data: {babbles.Line}\n\n");
                break;
        }
        if (reply.CountsTokens) await EventAsync(http, new
        {
            id = "c1",
            @object = "chat.completion.chunk",
            created = 1,
            model = question.Model,
            choices = Array.Empty<object>(),
            usage = new { prompt_tokens = 100, completion_tokens = 10, total_tokens = 110 },
        });
        await WriteAsync(http, "data: [DONE]\n\n");
    }

    private static async Task TextAsync(HttpContext http, ModelQuestion question, string text, Task held)
    {
        var pieces = Pieces.From(text);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i == pieces.Count / 2) await held.WaitAsync(http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (http.RequestAborted.IsCancellationRequested) return;
            await ChunkAsync(http, question, i == 0 ? new { role = "assistant", content = pieces[i] } : new { content = pieces[i] });
        }
    }

    private static async Task CallsAsync(HttpContext http, ModelQuestion question, ModelReply.Calls calls)
    {
        foreach (var (i, (tool, arguments)) in calls.Tools.Index())
        {
            var head =
                new { index = i, id = $"call_{question.Number}_{i}", type = "function", function = new { name = tool, arguments = "" } };
            await ChunkAsync(http, question, new { role = "assistant", tool_calls = new[] { head } });
            foreach (var piece in Pieces.From(arguments))
                await ChunkAsync(http, question, new { tool_calls = new[] { new { index = i, function = new { arguments = piece } } } });
        }
    }

    private static Task ChunkAsync(HttpContext http, ModelQuestion question, object delta, string? finish = null) => EventAsync(http, new
    {
        id = "c1",
        @object = "chat.completion.chunk",
        created = 1,
        model = question.Model,
        choices = new[] { new { index = 0, delta, finish_reason = finish } },
    });

    private static Task EventAsync(HttpContext http, object data) => WriteAsync(http, $"data: {JsonSerializer.Serialize(data)}\n\n");

    private static async Task WriteAsync(HttpContext http, string text)
    {
        await http.Response.WriteAsync(text);
        await http.Response.Body.FlushAsync();
    }
}

/// <summary>A text in pieces of a few characters, as tokens are.</summary>
internal static class Pieces
{
    public static IReadOnlyList<string> From(string text) =>
        text.Length > 20_000 ? [.. text.Chunk(4_000).Select(c => new string(c))] : [.. text.Chunk(7).Select(c => new string(c))];
}
