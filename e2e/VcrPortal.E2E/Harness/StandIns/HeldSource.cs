using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VcrPortal.E2E.Harness.StandIns;

/// <summary>
/// A public service's stand-in on loopback. It answers at once, until a journey takes <see cref="Hold"/>: then every request waits, and
/// the job that asked stays in the middle, until the journey lets go.
/// </summary>
public sealed class HeldSource : IAsyncDisposable
{
    private readonly WebApplication _server;
    private Held? _held;

    private HeldSource(WebApplication server) => _server = server;

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<HeldSource> StartAsync(Func<HttpRequest, Task<IResult>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        var source = new HeldSource(server);
        server.Run(async context =>
        {
            if (Volatile.Read(ref source._held) is { } held) await held.PassAsync(context.RequestAborted);
            await (await answer(context.Request)).ExecuteAsync(context);
        });
        await server.StartAsync();
        return source;
    }

    /// <summary>From now on requests wait, until what this returns is disposed; those that an earlier hold has caught wait for that
    /// one.</summary>
    public Held Hold() => _held = new Held(held => Interlocked.CompareExchange(ref _held, null, held));

    public async ValueTask DisposeAsync()
    {
        _held?.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>The hold on a source.</summary>
    public sealed class Held(Action<Held> released) : IDisposable
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes when the first request waits here; fails when none has come within a page's patience.</summary>
        public Task ReachedAsync() => _reached.Task.WaitAsync(Chromium.Patience);

        public void Dispose()
        {
            released(this);
            _open.TrySetResult();
        }

        internal Task PassAsync(CancellationToken ct)
        {
            _reached.TrySetResult();
            return _open.Task.WaitAsync(ct);
        }
    }
}
