using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VcrPortal.Web.Tests.Features.Knowledge;

/// <summary>A service on loopback that has one of the faults which services have.</summary>
internal sealed class FaultyService : IAsyncDisposable
{
    private readonly WebApplication _server;

    private FaultyService(WebApplication server) => _server = server;

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Paths that were asked for, in their order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <param name="fault">The name of the fault, as a theory lists it.</param>
    public static Task<FaultyService> WithAsync(string fault, string elsewhere = "http://127.0.0.1:9/elsewhere") =>
        StartAsync(http => AnswerAsync(http, fault, elsewhere));

    private static Task AnswerAsync(HttpContext http, string fault, string elsewhere) => fault switch
    {
        "never" => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted),
        "stops in the middle" => StopAsync(http),
        "429 with Retry-After" => Refuse(http, 429, "3600"),
        "503" => Refuse(http, 503, null),
        "401" => Refuse(http, 401, null),
        "redirect" => Redirect(http, elsewhere),
        "broken JSON" => SayAsync(http, "application/json", "{\"query\": [1, "u8.ToArray()),
        "a web page" => SayAsync(http, "text/html", "<!DOCTYPE html><html><body>Welcome</body></html>"u8.ToArray()),
        "nothing" => SayAsync(http, "application/json", []),
        "unknown charset" => SayAsync(http, "application/json; charset=klingon", "{}"u8.ToArray()),
        "wrong charset" => SayAsync(http, "application/json; charset=utf-8", Encoding.Latin1.GetBytes("{\"a\":\"\u00e9\"}")),
        "10 MB" => SayAsync(http, "application/json", Encoding.ASCII.GetBytes($"[\"{new string('a', 10 << 20)}\"]")),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault."),
    };

    public static async Task<FaultyService> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        var service = new FaultyService(server);
        server.Run(http =>
        {
            service.Asked.Enqueue(http.Request.Path + http.Request.QueryString);
            return answer(http);
        });
        await server.StartAsync();
        return service;
    }

    public static Task SayAsync(HttpContext http, string type, byte[] body)
    {
        http.Response.ContentType = type;
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private static async Task StopAsync(HttpContext http)
    {
        http.Response.ContentLength = 1000;
        await http.Response.WriteAsync("{\"query\":");
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    private static Task Refuse(HttpContext http, int status, string? after)
    {
        http.Response.StatusCode = status;
        if (after is not null) http.Response.Headers.RetryAfter = after;
        return Task.CompletedTask;
    }

    private static Task Redirect(HttpContext http, string elsewhere)
    {
        http.Response.Redirect(elsewhere);
        return Task.CompletedTask;
    }
}
