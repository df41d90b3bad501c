using System.Runtime.CompilerServices;
using VcrPortal.Web.Features.Knowledge;

namespace VcrPortal.Web.CommandLine.Doctor;

/// <summary>Whether the services that the configuration names answer. What they answer is not looked at.</summary>
internal static class CheckSources
{
    private const string What = "Sources";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async IAsyncEnumerable<Finding> RunAsync(
        IServiceProvider services, [EnumeratorCancellation] CancellationToken ct)
    {
        var named = services.GetServices<NamedService>().ToArray();
        if (named.Length == 0) yield return Finding.Good(What, "None is asked over the network; the local ones need none.");
        foreach (var service in named) yield return await AskAsync(services, service, ct);
    }

    private static async Task<Finding> AskAsync(IServiceProvider services, NamedService service, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(service.Section);
            using var answer = await client.GetAsync("", HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return Finding.Good(What, $"{service.Section}: {service.Address.Host} answers ({(int)answer.StatusCode}).");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            var why = e is TaskCanceledException ? $"it was silent for {Patience.TotalSeconds} s." : e.Message;
            return Finding.Warning(What, $"{service.Section}: {service.Address.Host} does not answer: {why}",
                "Jobs go on without it, with a note. Look at its address, at the network between, or take the setting away.");
        }
    }
}
