using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace VcrPortal.Tests.Models;

/// <summary>Anthropic's messages as they are streamed: named events for message, content blocks, their deltas, and the reason of the
/// end.</summary>
internal static class AnthropicWire
{
    public static async Task SendAsync(HttpContext http, ModelQuestion question, ModelReply reply)
    {
        await EventAsync(http, "message_start", new
        {
            type = "message_start",
            message = new
            {
                id = "msg_1",
                type = "message",
                role = "assistant",
                model = question.Model,
                content = Array.Empty<object>(),
                stop_reason = (string?)null,
                stop_sequence = (string?)null,
                usage = new { input_tokens = 100, output_tokens = 1 },
            },
        });
        var reason = "end_turn";
        if (reply is ModelReply.Calls calls)
        {
            await CallsAsync(http, question, calls);
            reason = "tool_use";
        }
        else
        {
            await TextAsync(http, reply switch { ModelReply.Says s => s.Text, ModelReply.Breaks b => b.Text, _ => "" }, reply.Held);
            if (reply is ModelReply.Says { Finish: "length" }) reason = "max_tokens";
        }
        if (reply is ModelReply.Breaks)
        {
            await WriteAsync(http, "event: message_del");
            return;
        }
        await EventAsync(http, "message_delta", new
        {
            type = "message_delta",
            delta = new { stop_reason = reason, stop_sequence = (string?)null },
            usage = new { output_tokens = 10 },
        });
        await EventAsync(http, "message_stop", new { type = "message_stop" });
    }

    private static async Task TextAsync(HttpContext http, string text, Task held)
    {
        await EventAsync(http, "content_block_start",
            new { type = "content_block_start", index = 0, content_block = new { type = "text", text = "" } });
        var pieces = Pieces.From(text);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i == pieces.Count / 2) await held.WaitAsync(http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await DeltaAsync(http, 0, new { type = "text_delta", text = pieces[i] });
        }
        await EventAsync(http, "content_block_stop", new { type = "content_block_stop", index = 0 });
    }

    private static async Task CallsAsync(HttpContext http, ModelQuestion question, ModelReply.Calls calls)
    {
        foreach (var (i, (tool, arguments)) in calls.Tools.Index())
        {
            var block = new { type = "tool_use", id = $"toolu_{question.Number}_{i}", name = tool, input = new { } };
            await EventAsync(http, "content_block_start", new { type = "content_block_start", index = i, content_block = block });
            foreach (var piece in Pieces.From(arguments))
                await DeltaAsync(http, i, new { type = "input_json_delta", partial_json = piece });
            await EventAsync(http, "content_block_stop", new { type = "content_block_stop", index = i });
        }
    }

    private static Task DeltaAsync(HttpContext http, int index, object delta) =>
        EventAsync(http, "content_block_delta", new { type = "content_block_delta", index, delta });

    private static Task EventAsync(HttpContext http, string name, object data) =>
        WriteAsync(http, $"event: {name}\ndata: {JsonSerializer.Serialize(data)}\n\n");

    private static async Task WriteAsync(HttpContext http, string text)
    {
        await http.Response.WriteAsync(text);
        await http.Response.Body.FlushAsync();
    }
}
