using System.Diagnostics;
using System.Net.Sockets;

namespace VcrPortal.E2E.Harness.Processes;

/// <summary>A Redis of one's own on loopback, which keeps what it holds over its restart, as docs/deployment.md asks for.</summary>
public sealed class RedisProcess : IAsyncDisposable
{
    private const string Program = "/usr/bin/redis-server";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vcrportal-redis-");
    private readonly int _port = FreePort.Find();
    private Process? _process;

    public static string? WhyMissing { get; } =
        File.Exists(Program) ? null : "needs redis-server: eng/test installs it where it may";

    public string Address => $"127.0.0.1:{_port}";

    public static async Task<RedisProcess> StartAsync()
    {
        var redis = new RedisProcess();
        try
        {
            await redis.ListenAsync();
            return redis;
        }
        catch
        {
            await redis.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    /// <summary>Again, at its own address, with what it held.</summary>
    public Task StartAgainAsync() => ListenAsync();

    /// <summary>Again, at its own address, with nothing in it: as one does that keeps nothing over its restart.</summary>
    public Task StartEmptyAsync()
    {
        foreach (var kept in _folder.EnumerateDirectories()) kept.Delete(recursive: true);
        foreach (var kept in _folder.EnumerateFiles()) kept.Delete();
        return ListenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Delete(recursive: true);
    }

    private async Task ListenAsync()
    {
        var start = new ProcessStartInfo(Program) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true };
        foreach (var argument in (string[])
            ["--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "yes", "--dir", _folder.FullName])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start) ?? throw new InvalidOperationException("Redis did not start.");
        _process.BeginOutputReadLine();
        using var deadline = new CancellationTokenSource(Chromium.Patience);
        using var look = new PeriodicTimer(BetweenLooks);
        while (!await AnswersAsync(deadline.Token)) await look.WaitForNextTickAsync(deadline.Token);
    }

    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", _port, ct);
            return true;
        }
        catch (SocketException) { return false; }
    }
}
