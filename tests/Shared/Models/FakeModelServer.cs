using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VcrPortal.Tests.Models;

/// <summary>
/// A chat model on loopback that speaks OpenAI's and Anthropic's protocols as they are streamed, and says what a test decides. It is no
/// model: what it "knows" was written for the test.
/// </summary>
internal sealed class FakeModelServer : IAsyncDisposable
{
    /// <summary>What a test's configuration says, and the server looks for in places where no key belongs.</summary>
    public const string Key = "sk-only-for-this-test-4711";

    private readonly WebApplication _server;
    private readonly Func<ModelQuestion, ModelReply> _answer;
    private int _questions;

    private FakeModelServer(WebApplication server, Func<ModelQuestion, ModelReply> answer) => (_server, _answer) = (server, answer);

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public Uri OpenAi => new(Address, "/v1");

    public ConcurrentQueue<ModelQuestion> Asked { get; } = [];

    /// <summary>Completes when a caller has gone away before its answer was whole.</summary>
    public TaskCompletionSource Abandoned { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the first request is here.</summary>
    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<FakeModelServer> StartAsync(Func<ModelQuestion, ModelReply> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        var fake = new FakeModelServer(server, answer);
        server.MapPost("/v1/chat/completions", http => fake.AnswerAsync(http, OpenAiWire.SendAsync));
        server.MapPost("/v1/messages", http => fake.AnswerAsync(http, AnthropicWire.SendAsync));
        await server.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http, Func<HttpContext, ModelQuestion, ModelReply, Task> send)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body))!;
        var key = http.Request.Headers.Authorization.ToString() is { Length: > 0 } bearer ? bearer["Bearer ".Length..]
            : http.Request.Headers["x-api-key"].ToString();
        var question = new ModelQuestion(Interlocked.Increment(ref _questions), body, key);
        Asked.Enqueue(question);
        Reached.TrySetResult();
        http.RequestAborted.Register(() => Abandoned.TrySetResult());
        var reply = _answer(question);
        switch (reply)
        {
            case ModelReply.Refuses refuses:
                http.Response.StatusCode = refuses.Status;
                if (refuses.RetryAfter is { } after) http.Response.Headers.RetryAfter = after;
                await http.Response.WriteAsJsonAsync(
                    new { error = new { message = $"Incorrect API key provided: {key}", type = "error" } });
                break;
            case ModelReply.Sends sends:
                http.Response.ContentType = sends.ContentType;
                await http.Response.WriteAsync(sends.Body);
                break;
            case ModelReply.Redirects redirects:
                http.Response.Redirect(redirects.To, permanent: false, preserveMethod: true);
                break;
            case ModelReply.Sleeps:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            default:
                http.Response.ContentType = "text/event-stream";
                await send(http, question, reply);
                break;
        }
    }
}
