using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.FirstAdministrator;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Live.Cluster;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Hosting;

/// <summary>What happens before the first request and the first job: the database is brought up to date. After: the samples, and where we
/// listen.</summary>
internal sealed class StartPortal(
    OpenDatabase openDatabase, LaunchSamples samples, IServiceScopeFactory scopes, AdminToken token, IServer server,
    IOptions<PortalOptions> options, ClusterOptions cluster, ILogger<StartPortal> log) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => openDatabase.RunAsync(cancellationToken);

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await samples.RunAsync(cancellationToken) is { } batch) log.LogInformation(
            "First start: batch {Batch} fills the portal with samples (--no-samples leaves it out)", batch);
        if (!options.Value.IsPortal) return; // a worker has no pages: nobody registers or reads there
        await using var scope = scopes.CreateAsyncScope();
        Say(await scope.ServiceProvider.GetRequiredService<AppointAdmin>().RunAsync(cancellationToken));
        if (await scope.ServiceProvider.GetRequiredService<BecomeAdmin>().IsOpenAsync(cancellationToken))
            Console.WriteLine($"There is no administrator yet. Register, open {PortalUrls.Account} and enter the token {token.Text}"
                + (cluster.IsShared ? ", which this portal alone takes: each of the cluster has its own" : ""));
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []) Console.WriteLine(
            $"VcrPortal is at {address}");
    }

    private void Say(AppointAdminOutcome outcome)
    {
        if (outcome == AppointAdminOutcome.Appointed) log.LogInformation(
            "The account that Accounts:Administrator names is now the administrator");
        if (outcome == AppointAdminOutcome.NoSuchAccount) log.LogWarning(
            "Accounts:Administrator:Name names no account. Register it and start again, or give Accounts:Administrator:Password, and it "
            + "is made");
        if (outcome == AppointAdminOutcome.NotTheirs) log.LogWarning(
            "The account that Accounts:Administrator names has another password than Accounts:Administrator:Password: somebody else may "
            + "have taken the name. Nobody was made administrator");
        if (outcome == AppointAdminOutcome.NotMade) log.LogWarning(
            "The account that Accounts:Administrator names could not be made administrator. Start again");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
