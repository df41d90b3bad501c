using Microsoft.Extensions.Options;
using VcrPortal.Web.Features.Accounts;

namespace VcrPortal.Web.Features.Jobs;

internal static class JobsSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        AddOptions(services, configuration);
        services.AddSingleton<JobFeed>().AddSingleton<FollowJob>().AddSingleton<RunningJobs>().AddSingleton<IJobDispatcher, InProcessDispatcher>().AddSingleton<PortalCounts>();
        // Verbs and queries hold nothing: each opens its own context.
        services.AddSingleton<LaunchJob>().AddSingleton<LaunchBatch>().AddSingleton<LaunchSamples>().AddSingleton<StopJob>().AddSingleton<ChangeAudience>();
        services.AddSingleton<ReadJob>().AddSingleton<ListJobs>().AddSingleton<ReadBatch>();
        services.AddSingleton<ClaimJob>().AddSingleton<LayOutPiece>().AddSingleton<KeepLease>().AddSingleton<FinishJob>().AddSingleton<JobRunner>();
        var role = configuration.GetSection(PortalOptions.Section).Get<PortalOptions>() ?? new PortalOptions();
        services.AddHostedService<WarmUp>();
        if (role.IsWorker) services.AddHostedService<JobWorker>();
        return services;
    }

    private static void AddOptions(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JobOptions>().Bind(configuration.GetSection(JobOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<JobOptions>, ValidateJobOptions>();
        services.AddOptions<LaunchOptions>().Bind(configuration.GetSection(LaunchOptions.Section))
            .PostConfigure<IHostEnvironment>((o, environment) => o.AllowVisitors ??= environment.IsDevelopment()).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LaunchOptions>, ValidateLaunchOptions>();
        services.AddSingleton(s => s.GetRequiredService<IOptions<LaunchOptions>>().Value.Site with { MembersOnly = s.GetRequiredService<IOptions<AccountsOptions>>().Value.Reading == ReadingPolicy.Members });
        services.AddOptions<SampleOptions>().Bind(configuration.GetSection(SampleOptions.Section));
    }
}
