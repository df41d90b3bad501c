using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VcrPortal.E2E.Harness.Processes;

namespace VcrPortal.Bench;

/// <summary>What a client says, all others hear: SignalR alone.</summary>
internal sealed class BroadcastHub : Hub
{
    public Task Say(string words) => Clients.Others.SendAsync("said", words);

    public static async Task<RunningHub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{FreePort.Find()}");
        builder.Services.AddSignalR(o => o.MaximumReceiveMessageSize = 1 << 20);
        var app = builder.Build();
        app.MapHub<BroadcastHub>("/say");
        await app.StartAsync();
        return new(app);
    }
}

/// <summary>Ends when disposed.</summary>
internal sealed record RunningHub(WebApplication App) : IAsyncDisposable
{
    public Uri Address => new(App.Urls.Single());

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>The process of eng/bench/empty-blazor.</summary>
internal sealed record EmptyBlazor(Process Process, Uri Address) : IAsyncDisposable
{
    public static async Task<EmptyBlazor> StartAsync(string probe)
    {
        var folder = Checkout.Path("artifacts", "bin", "EmptyBlazor", "release");
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var start = new ProcessStartInfo(
            "dotnet", Path.Combine(folder, "EmptyBlazor.dll"))
        { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning"; // nobody reads it any more
        foreach (var (key, value) in HeapProbe.On(probe)) start.Environment[key] = value;
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("Application started", StringComparison.Ordinal)) return new(process, address);
        throw new InvalidOperationException("The empty app did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync();
        Process.Dispose();
    }
}

/// <summary>How <see cref="StartupHook"/> gets into a process.</summary>
internal static class HeapProbe
{
    public static IEnumerable<(string Key, string? Value)> On(string socket) =>
        [
            ("DOTNET_STARTUP_HOOKS", typeof(HeapProbe).Assembly.Location), (StartupHook.Variable, socket),
            // The shared array pools let go of everything at a collection only when memory is short. Otherwise they keep, for a minute,
            // what drawing the pages took, and circuits are charged with twice what they hold.
            ("DOTNET_GCHighMemPercent", "1"),
        ];
}
