using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using VcrPortal.E2E.Harness.Processes;

namespace VcrPortal.E2E.Harness.StandIns;

/// <summary>A real OpenID provider (npm: oidc-provider) on loopback, at which anybody is whoever they say.</summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    private readonly string _secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Find()}");

    /// <summary>The settings by which a portal is told of it.</summary>
    public IEnumerable<(string Key, string? Value)> Settings =>
    [
        ("Accounts__External__0__Provider", "openid"), ("Accounts__External__0__Id", "institute"),
            ("Accounts__External__0__Name", "the institute"),
        ("Accounts__External__0__Authority", Address.GetLeftPart(UriPartial.Authority)),
        ("Accounts__External__0__ClientId", "vcrportal"), ("Accounts__External__0__ClientSecret", _secret),
    ];

    /// <param name="portal">Where people are sent back to.</param>
    public async Task StartAsync(Uri portal)
    {
        var start = new ProcessStartInfo(
            "node")
        {
            WorkingDirectory = Checkout.Path("eng"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        string[] arguments = [
            Checkout.Path("eng", "openid-provider.mjs"), Address.Port.ToString(CultureInfo.InvariantCulture),
            new Uri(portal, "/account/with/institute/callback").ToString(), _secret];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        _process.BeginErrorReadLine();
        using var deadline = new CancellationTokenSource(Chromium.Patience);
        while (await _process.StandardOutput.ReadLineAsync(deadline.Token) is { } line && line != "listening") { }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
