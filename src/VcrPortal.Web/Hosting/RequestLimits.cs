using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Live.Cluster;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Hosting;

/// <summary>Section <c>Limits</c>: what one address may send, whoever it says it is. The verbs have limits of their own, by
/// person.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Forms of any kind. 0: no limit.</summary>
    public int FormsPerMinute { get; set; } = 300;

    /// <summary>Forms under <c>/account</c>: signing in, registering, recovering. 0: no limit. A class behind one address signs in at
    /// once.</summary>
    public int AccountFormsPerMinute { get; set; } = 60;
}

internal sealed class ValidateLimitsOptions : IValidateOptions<LimitsOptions>
{
    public ValidateOptionsResult Validate(string? name, LimitsOptions options) =>
        options.FormsPerMinute < 0
            ? ValidateOptionsResult.Fail($"Limits:FormsPerMinute is {options.FormsPerMinute}; write 0 for no limit, or how many.")
        : options.AccountFormsPerMinute < 0
            ? ValidateOptionsResult.Fail(
            $"Limits:AccountFormsPerMinute is {options.AccountFormsPerMinute}; write 0 for no limit, or how many.")
        : ValidateOptionsResult.Success;
}

/// <summary>Turns away the address that sends more forms than people do, before anything of them is read.</summary>
internal static class RequestLimits
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void AddRequestLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LimitsOptions>().BindAll(configuration.GetSection(LimitsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LimitsOptions>, ValidateLimitsOptions>();
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitsOptions>, ClusterOptions>((limiter, limits, cluster) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext,
                (string, string)>(request => Partition(request, limits.Value, cluster));
            limiter.OnRejected = AnswerAsync;
        });
        services.AddRateLimiter();
    }

    private static RateLimitPartition<(string, string)> Partition(HttpContext context, LimitsOptions limits, ClusterOptions cluster)
    {
        var request = context.Request;
        // The live pages' own requests: a circuit's messages have their own bounds.
        if (!HttpMethods.IsPost(request.Method) || request.Path.StartsWithSegments("/_blazor")
            || request.Path.StartsWithSegments("/hubs")) return Unlimited("reading");
        var isAccount = request.Path.StartsWithSegments(PortalUrls.Account);
        var most = isAccount ? limits.AccountFormsPerMinute : limits.FormsPerMinute;
        if (most == 0) return Unlimited("posting");
        var grains = cluster.IsShared ? context.RequestServices.GetService<IGrainFactory>() : null;
        return RateLimitPartition.Get((isAccount ? "account" : "form", Sender.KeyOf(context.Connection.RemoteIpAddress)), sender =>
            grains is null ? Within(most)
                : new ClusterLimiter(() => grains.GetGrain<ISenderGrain>($"{sender.Item1} {sender.Item2}"), most));
    }

    /// <param name="most">Forms within any minute.</param>
    internal static SlidingWindowRateLimiter Within(int most) =>
        new(new() { PermitLimit = most, Window = Minute, SegmentsPerWindow = 6, QueueLimit = 0 });

    private static RateLimitPartition<(string, string)> Unlimited(string what) => RateLimitPartition.GetNoLimiter((what, ""));

    private static async ValueTask AnswerAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        var response = rejected.HttpContext.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = Minute.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync(
            "Your address sent more forms within a minute than the portal takes. Wait a minute, go back, and send yours again: what you "
            + "typed is still there.\n", ct);
    }
}
