using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Jobs;

namespace VcrPortal.Web;

/// <summary>What happens before the first request and the first job: the database is brought up to date. After: the samples, and where we listen.</summary>
internal sealed class StartPortal(OpenDatabase openDatabase, LaunchSamples samples, IServiceScopeFactory scopes, AdminToken token, IServer server, ILogger<StartPortal> log) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => openDatabase.RunAsync(cancellationToken);

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await samples.RunAsync(cancellationToken) is { } batch) log.LogInformation("First start: batch {Batch} fills the portal with samples (--no-samples leaves it out)", batch);
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<BecomeAdmin>().IsOpenAsync(cancellationToken))
            Console.WriteLine($"There is no administrator yet. Register, open {PortalUrls.Account} and enter the token {token.Text}");
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []) Console.WriteLine($"VcrPortal is at {address}");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
