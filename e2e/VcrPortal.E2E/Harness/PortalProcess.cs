using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace VcrPortal.E2E.Harness;

/// <summary>
/// The built portal as its own process, on a free loopback port, with its own data folder; it can be killed and started again on the
/// same data and address. <c>VCR_E2E_PORTAL</c> names the folder to run from (eng/test: a published one); else the debug build runs.
/// </summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("vcrportal-e2e-");
    private readonly PortalSettings _settings;
    private readonly OutputTail _output = new();
    private Process? _process;

    private PortalProcess(PortalSettings settings) => _settings = settings;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>The last lines that it wrote, for the message of a failed journey.</summary>
    public string Output => _output.ToString();

    /// <summary>Processor time that it has used since its last start.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process?.Refresh();
            return _process?.TotalProcessorTime ?? TimeSpan.Zero;
        }
    }

    public static async Task<PortalProcess> StartAsync(PortalSettings settings)
    {
        var portal = new PortalProcess(settings);
        try
        {
            await portal.StartAsync();
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once, as a power cut would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    public async Task StartAsync()
    {
        _process = Process.Start(Command()) ?? throw new InvalidOperationException("The portal did not start.");
        _output.Follow(_process);
        using var deadline = new CancellationTokenSource(ReadyWithin);
        await ReadyAsync(_process, deadline.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _data.Delete(recursive: true);
    }

    private ProcessStartInfo Command()
    {
        var published = Environment.GetEnvironmentVariable("VCR_E2E_PORTAL");
        var folder = string.IsNullOrEmpty(published) ? Checkout.Path("artifacts", "bin", "VcrPortal.Web", "debug") : published;
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.ArgumentList.Add(Path.Combine(folder, "VcrPortal.Web.dll"));
        if (!_settings.Samples) start.ArgumentList.Add("--no-samples");
        foreach (var (key, value) in _settings.Environment(Address, _data.FullName, isPublished: !string.IsNullOrEmpty(published)))
            start.Environment[key] = value;
        return start;
    }

    private async Task ReadyAsync(Process process, CancellationToken deadline)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var look = new PeriodicTimer(BetweenLooks);
        try
        {
            while (await look.WaitForNextTickAsync(deadline))
            {
                if (process.HasExited) throw new InvalidOperationException(
                    $"The portal ended with exit code {process.ExitCode}.\n{Output}");
                if (await IsReadyAsync(http, deadline)) return;
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The portal was not ready within {ReadyWithin.TotalSeconds} s.\n{Output}");
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready", ct);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // It does not listen yet.
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
