using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Cluster;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Jobs.Refining;
using VcrPortal.Web.Features.Jobs.Retrying;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Features.Jobs.Usage;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Live;

namespace VcrPortal.Web.Features.Jobs;

internal static class JobsSetup
{
    /// <param name="showsThem">Whether this process serves pages.</param>
    /// <param name="runsThem">Whether this process works on jobs.</param>
    public static IServiceCollection AddJobs(
        this IServiceCollection services, IConfiguration configuration, bool showsThem, bool runsThem)
    {
        AddOptions(services, configuration);
        services.AddSingleton<JobFeed>().AddSingleton<FollowJob>().AddSingleton<FollowLog>().AddSingleton<HubWatches>()
            .AddSharedBell<JobBell>("job").AddSharedBell<QueueBell>("queue").AddSharedBell<StopBell>("stop");
        // Verbs and queries hold nothing: each opens its own context.
        services.AddSingleton<LaunchJob>().AddSingleton<StopJob>().AddSingleton<EndQueuedJobs>().AddSingleton<ChangeAudience>()
            .AddSingleton<ShareByLink>().AddSingleton<OpenShareLink>();
        services.AddSingleton<ReadJob>().AddSingleton<ReadTrail>().AddSingleton<ListJobs>();
        services.AddSingleton<RetryJob>().AddSingleton<MonthlyTokens>().AddSingleton<ReadOwnUsage>().AddSingleton<ReadUsageOfAll>();
        services.AddSingleton<ReadQueue>().AddSingleton<BeginAttempt>().AddSingleton<CheckClaim>().AddSingleton<FinishJob>()
            .AddSingleton<JobRunner>()
            .AddSingleton<JobTelemetry>();
        if (showsThem) services.AddHostedService<WarmUp>();
        services.AddSingleton<JobsHere>().AddSingleton<WorkLock>();
        if (runsThem) services.AddHostedService<WorkOnJobs>();
        return services;
    }

    private static void AddOptions(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JobOptions>().BindAll(configuration.GetSection(JobOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<JobOptions>, ValidateJobOptions>();
        services.AddOptions<LaunchOptions>().BindAll(configuration.GetSection(LaunchOptions.Section))
            .PostConfigure<IHostEnvironment>((o, environment) => o.AllowVisitors ??= environment.IsDevelopment()).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LaunchOptions>, ValidateLaunchOptions>();
    }
}
