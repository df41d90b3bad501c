using Microsoft.Extensions.Http.Resilience;
using Polly;
using VcrPortal.Web.Access.Network;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Knowledge;

/// <summary>A service over HTTP that the configuration has switched on.</summary>
/// <param name="Section">Its settings, and the name of its client.</param>
public sealed record NamedService(string Section, Uri Address);

/// <summary>
/// A service that is asked over HTTP: section <c>BaseAddress</c> switches it on, <c>Timeout</c> bounds one question with all its tries,
/// <c>AttemptTimeout</c> one try, <c>RetryDelay</c> the pause before the second try (doubled before the third). A try that found the
/// service busy (408, 429, 5xx, no connection, too slow) is made again twice; where the service says when (Retry-After), not before, and
/// where that is later than anybody waits, not at all.
/// </summary>
internal static class HttpSource
{
    private const int Retries = 2;

    /// <param name="total">Where no <c>Timeout</c> is set.</param>
    /// <param name="attempt">The share of it that one try has, where no <c>AttemptTimeout</c> is set.</param>
    /// <returns>Whether it is switched on.</returns>
    /// <exception cref="PortalStartException">A setting will not do; the sentence names its key.</exception>
    public static bool Add(IServiceCollection services, IConfiguration configuration, string section, TimeSpan total, TimeSpan attempt)
    {
        var key = $"{section}:BaseAddress";
        if (configuration[key] is not { Length: > 0 } written) return false;
        if (!Uri.TryCreate(written.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new PortalStartException(
                $"{key} is \u201c{written}\u201d; write an http or https address, for example https://en.wikipedia.org.");
        var whole = Span(configuration, $"{section}:Timeout", total);
        var once = Span(configuration, $"{section}:AttemptTimeout", whole * (attempt / total));
        if (once > whole) throw new PortalStartException($"{section}:AttemptTimeout is longer than {section}:Timeout ({whole}).");
        var delay = Span(configuration, $"{section}:RetryDelay", TimeSpan.FromMilliseconds(500));
        services.AddTransient<GivenUp>().AddSingleton(new NamedService(section, address));
        services.AddHttpClient(section, client =>
        {
            client.BaseAddress = address;
            client.Timeout = whole;
            client.MaxResponseContentBufferSize = 1 << 20;
            client.DefaultRequestHeaders.UserAgent.ParseAdd(
                configuration[$"{section}:UserAgent"] ?? "VcrPortal/0.1 (research portal; contact the operator of this site)");
        }).ConfigurePrimaryHttpMessageHandler(() => Outbound.HandlerFor(address.IdnHost)).AddHttpMessageHandler<GivenUp>()
            .AddStandardResilienceHandler(o => Configure(o, whole, once, delay));
        return true;
    }

    private static void Configure(HttpStandardResilienceOptions options, TimeSpan whole, TimeSpan once, TimeSpan delay)
    {
        // The client's own comes first: whoever asks knows that one.
        options.TotalRequestTimeout.Timeout = whole + TimeSpan.FromSeconds(1);
        options.AttemptTimeout.Timeout = once;
        (options.Retry.MaxRetryAttempts, options.Retry.Delay, options.Retry.ShouldRetryAfterHeader) = (Retries, delay, true);
        options.Retry.ShouldHandle = tried => ValueTask.FromResult(
            HttpClientResiliencePredicates.IsTransient(tried.Outcome) && !(tried.Outcome.Result?.Headers.RetryAfter?.Delta >= whole));
        // It must see two tries at least.
        options.CircuitBreaker.SamplingDuration = once * 2 > TimeSpan.FromSeconds(30) ? once * 2 : TimeSpan.FromSeconds(30);
    }

    private static TimeSpan Span(IConfiguration configuration, string key, TimeSpan otherwise)
    {
        if (configuration[key] is not { Length: > 0 } written) return otherwise;
        return TimeSpan.TryParse(written, null, out var span) && span >= TimeSpan.FromMilliseconds(1) && span <= TimeSpan.FromHours(1)
            ? span
            : throw new PortalStartException($"{key} is \u201c{written}\u201d; write hours, minutes and seconds, for example 00:00:10.");
    }

    /// <summary>What the tries end with, in the terms of HTTP: who asks knows nothing of how often it was tried.</summary>
    private sealed class GivenUp : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try { return await base.SendAsync(request, cancellationToken); }
            catch (ExecutionRejectedException e) { throw new HttpRequestException(e.Message, e); }
        }
    }
}
