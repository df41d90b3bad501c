using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using VcrPortal.Tests.Web;

namespace VcrPortal.E2E.Harness.Processes;

/// <summary>
/// The built portal as its own process, on a free loopback port, with its own database and data folder; it can be killed and started again
/// on the same data and address. <c>VCR_E2E_PORTAL</c> names the folder to run from (eng/test: a published one); else the debug build runs.
/// </summary>
public sealed partial class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("vcrportal-e2e-");
    private readonly PortalDatabase _database;
    private readonly bool _ownsDatabase;
    private readonly PortalSettings _settings;
    private readonly OutputTail _output = new();
    private Process? _process;

    private PortalProcess(PortalSettings settings, PortalProcess? beside)
    {
        (_settings, _ownsDatabase) = (settings, beside is null);
        _database = beside?._database ?? PortalDatabase.Make(SqlServerDatabase.Server, _data.FullName);
    }

    /// <summary>Where it listens: a port that the system chose at its first start, and that it keeps for every later one.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

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

    /// <summary>Whether it was killed, or has come to its end by itself.</summary>
    public bool HasEnded => _process is null or { HasExited: true };

    /// <summary>Its working set, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process?.Refresh();
            return _process?.WorkingSet64 ?? 0;
        }
    }

    /// <param name="beside">A portal whose database this one shares.</param>
    public static async Task<PortalProcess> StartAsync(PortalSettings settings, PortalProcess? beside = null)
    {
        var portal = new PortalProcess(settings, beside);
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
        if (Address.Port == 0) Address = await ListensAtAsync(_process, deadline.Token);
        await ReadyAsync(_process, deadline.Token);
    }

    /// <summary>The time of every link to a private trace is over: nobody waits a day for it.</summary>
    public Task LinksRunOutAsync() =>
        _database.WriteAsync("UPDATE ShareLinks SET ExpiresAt = @past WHERE ExpiresAt IS NOT NULL", DateTime.UnixEpoch);

    /// <inheritdoc cref="PortalDatabase.ReadAsync"/>
    public Task<IReadOnlyList<(long Number, string Text)>> ReadDatabaseAsync(string query, long number) =>
        _database.ReadAsync(query, number);

    /// <inheritdoc cref="PortalDatabase.HoldAsync"/>
    public Task<IAsyncDisposable> HoldDatabaseAsync() => _database.HoldAsync();

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        if (_ownsDatabase) _database.Dispose();
        _data.Delete(recursive: true);
    }

    private ProcessStartInfo Command()
    {
        var published = Environment.GetEnvironmentVariable("VCR_E2E_PORTAL");
        var isPublished = !string.IsNullOrEmpty(published);
        var folder = isPublished ? published! : Checkout.Path("artifacts", "bin", "VcrPortal.Web", "debug");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = isPublished ? _data.FullName : folder, // what is published runs from anywhere
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.ArgumentList.Add(Path.Combine(folder, "VcrPortal.Web.dll"));
        if (!_settings.Samples) start.ArgumentList.Add("--no-samples");
        foreach (var (key, value) in _settings.Environment(Address, _database, _data.FullName, isPublished))
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
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"The portal was not ready within {ReadyWithin.TotalSeconds} s.\n{Output}", late);
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

    /// <summary>The host says it on its console once it listens.</summary>
    private async Task<Uri> ListensAtAsync(Process process, CancellationToken deadline)
    {
        var said = _output.FirstAsync(line => ListeningLine().Match(line) is { Success: true } match ? match.Groups[1].Value : null);
        var first = await Task.WhenAny(said, process.WaitForExitAsync(deadline));
        if (first == said) return new(await said);
        if (process.HasExited) throw new InvalidOperationException($"The portal ended with exit code {process.ExitCode}.\n{Output}");
        throw new TimeoutException($"The portal did not say within {ReadyWithin.TotalSeconds} s where it listens.\n{Output}");
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex ListeningLine();
}
