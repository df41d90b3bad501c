using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace VcrPortal.Web.Tests.Support;

/// <summary>Two members of one cluster, over real sockets on loopback.</summary>
internal sealed class TwoMembers : IAsyncDisposable
{
    private readonly WebApplication _one, _other;

    private TwoMembers(WebApplication one, WebApplication other) => (_one, _other) = (one, other);

    public IServiceProvider One => _one.Services;
    public IServiceProvider Other => _other.Services;

    /// <param name="add">What each of them has beside a clock.</param>
    public static async Task<TwoMembers> StartAsync(Action<IServiceCollection> add)
    {
        var primary = ClosedPort.Find();
        return new(await StartAsync(primary, primary, add), await StartAsync(ClosedPort.Find(), primary, add));
    }

    public async ValueTask DisposeAsync()
    {
        await using (_one)
        await using (_other)
        {
            await _one.StopAsync();
            await _other.StopAsync();
        }
    }

    private static async Task<WebApplication> StartAsync(int port, int primary, Action<IServiceCollection> add)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.UseOrleans(silo => silo.UseLocalhostClustering(port, gatewayPort: 0, new IPEndPoint(IPAddress.Loopback, primary)));
        builder.Services.AddSingleton(TimeProvider.System);
        add(builder.Services);
        var app = builder.Build();
        await app.StartAsync();
        return app;
    }
}
