using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VcrPortal.Web.Hosting;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Hosting;

public class StopTests
{
    /// <summary>Work beside the requests that ends with a failure would have its host say that it stops for it, and be critical about
    /// that.</summary>
    [Fact]
    public async Task AHostThatIsDisposedWithoutBeingStopped_HasNoWorkThatFailedForIt()
    {
        var folder = Directory.CreateTempSubdirectory("vcr-test-").FullName;
        using var database = TestDatabase.Make(folder);
        var app = PortalHost.Build(
        [
            "--contentRoot", folder, "--urls", "http://127.0.0.1:0", "--no-samples", "--Logging:LogLevel:Default=None",
            .. database.Settings.Select(s => $"--{s.Key}={s.Value}"),
        ]);
        await app.StartAsync();
        var ours = app.Services.GetServices<IHostedService>().OfType<BackgroundService>()
            .Where(w => w.GetType().Namespace!.StartsWith("VcrPortal.", StringComparison.Ordinal)).ToList();
        Assert.Contains(ours, w => w.GetType().Name == "KeepVocabulary");
        await app.DisposeAsync();
        foreach (var work in ours) await work.ExecuteTask!; // would throw what it ended with
    }
}
