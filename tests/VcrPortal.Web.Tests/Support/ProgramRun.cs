using System.Diagnostics;
using System.Globalization;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.Tests.Support;

/// <summary>The program as a process of its own, in a folder of its own.</summary>
internal sealed class ProgramRun : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vcr-test-");
    private readonly Process _process;
    private Task _rest = Task.CompletedTask;

    private ProgramRun(string[] args, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(PortalHost).Assembly.Location, .. args])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    public static ProgramRun Start(string[] args, params (string Name, string Value)[] environment) => new(args, environment);

    /// <summary>What it wrote until it ended, and how.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        var (output, errors) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await output, await errors);
    }

    /// <summary>The lines until one contains this, and that one; what is written after it is thrown away.</summary>
    public async Task<IReadOnlyList<string>> UntilAsync(string part)
    {
        List<string> lines = [];
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (!line.Contains(part, StringComparison.Ordinal)) continue;
            _rest = Task.WhenAll(_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
            return lines;
        }
        throw new InvalidOperationException($"It ended before it said \"{part}\": {await _process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Asks the program to end as a service manager does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _rest;
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
