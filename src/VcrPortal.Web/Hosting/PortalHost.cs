using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using MudBlazor;
using MudBlazor.Services;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Administration;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Export;
using VcrPortal.Web.Features.Entities;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Features.Models;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Primitives;
using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Revisions;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Cite;
using VcrPortal.Web.Features.Traces.Export;
using VcrPortal.Web.Pages.Reading;
using VcrPortal.Web.Live;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Hosting;

/// <summary>The composition of the portal, from top to bottom.</summary>
public static class PortalHost
{
    /// <returns>The exit code: 0, or 1 with one sentence on the console when the portal cannot start.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            var stopping = app.Lifetime.ApplicationStopping;
            try { await app.RunAsync(); }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested) { } // told to stop while it was still starting
            return 0;
        }
        catch (Exception e) when (StartFailure.Describe(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"VcrPortal cannot start. {sentence}");
            return 1;
        }
    }

    /// <param name="configure">For tests: the last word on services and settings.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = PortalArguments.Expand(args),
            ContentRootPath = StartFolder.PortalIfElsewhere,
            ApplicationName = typeof(PortalHost).Assembly.GetName().Name, // whoever starts us: static files are found by it
        });
        AddShippedSettings(builder.Configuration);
        configure?.Invoke(builder);
        AddServices(builder);
        UseDefaultAddress(builder);
        var app = builder.Build();
        if (app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.IsPortal) MapPortal(app);
        MapHealth(app);
        return app;
    }

    /// <summary>The settings that stand beside the program, below all others: whoever starts it from another folder has them too.</summary>
    private static void AddShippedSettings(ConfigurationManager configuration) => ((IConfigurationBuilder)configuration).Sources.Insert(
        0, new JsonConfigurationSource
        {
            Path = "appsettings.json",
            Optional = true,
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
        });

    private static void AddServices(WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddOptions<PortalOptions>().Bind(configuration.GetSection(PortalOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PortalOptions>, ValidatePortalOptions>();
        services.AddSingleton(TimeProvider.System);
        services.AddHostedService<StartPortal>();
        services.AddPortalDatabase(configuration);
        services.AddKnowledge(configuration);
        services.AddModels(configuration);
        var roles = configuration.GetSection(PortalOptions.Section).Get<PortalOptions>() ?? new();
        services.AddFeatures(configuration, showsJobs: roles.IsPortal, runsJobs: roles.IsWorker);
        // An explanation of 200,000 characters comes back from its text box in one message.
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(o => o.MaximumReceiveMessageSize = 1024 * 1024);
        services.AddCascadingAuthenticationState();
        services.AddMudServices(o => o.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter);
        services.AddRequestLimits(configuration);
        services.AddTelemetry(configuration);
        services.AddAntiforgery(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        // Pages compress to a sixth. Over TLS too: the only secret in a page is the antiforgery token, which is encrypted anew for every
        // answer.
        services.AddResponseCompression(o => o.EnableForHttps = true);
        // A page that is packed a little longer is a seventh smaller.
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.ConfigureHttpJsonOptions(o => PortalJson.Configure(o.SerializerOptions));
        services.AddSignalR().AddJsonProtocol(o => PortalJson.Configure(o.PayloadSerializerOptions));
        services.AddKeyProtection(configuration);
        services.AddKnownProxies(configuration);
    }

    /// <summary>Every slice, as the portal and its tests have them.</summary>
    internal static IServiceCollection AddFeatures(
        this IServiceCollection services, IConfiguration configuration, bool showsJobs, bool runsJobs) =>
        services
        .AddLive(configuration).AddTraces().AddEntities().AddJobs(configuration, showsJobs, runsJobs).AddBatches(configuration)
        .AddAccounts(configuration)
        .AddRevisions().AddReviews(configuration).AddPrimitives().AddNotifications().AddAnnotations()
        .AddDiscussions().AddAdministration(showsJobs, runsJobs)
        .AddSingleton<PortalCounts>()
        .AddSingleton(s => s.GetRequiredService<IOptions<LaunchOptions>>().Value.Site with
        {
            MembersOnly = s.GetRequiredService<IOptions<AccountsOptions>>().Value.Reading == ReadingPolicy.Members,
        });

    private static void MapPortal(WebApplication app)
    {
        app.UseKnownProxies();
        if (!app.Environment.IsDevelopment()) app.UseExceptionHandler("/error", createScopeForErrors: true).UseHsts();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<OwnOriginOnly>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<VisitorCookie>();
        app.UseMiddleware<PermissionGate>();
        app.UseResponseCompression();
        app.UseAntiforgery();
        app.MapStaticAssets();
        // SecurityHeaders says it for every page.
        app.MapRazorComponents<Pages.Layout.App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
        app.MapHub<JobsHub>(PortalUrls.JobsHub);
        app.MapKnowledge();
        app.MapAccounts();
        app.MapTraceExports();
        app.MapSearch();
        app.MapCitations();
        app.MapBatches();
        app.MapDiscussions();
        app.MapAnnotations();
    }

    private static void MapHealth(WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        // Ready: somebody can read. A database that takes nothing makes it degraded, and takes no page from anybody.
        app.MapHealthChecks(
            "/health/ready", new() { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = HealthText.WriteAsync });
        app.MapHealthChecks("/health/write", new()
        {
            Predicate = check => check.Tags.Contains("write"),
            ResponseWriter = HealthText.WriteAsync,
            ResultStatusCodes =
            {
                [HealthStatus.Healthy] = StatusCodes.Status200OK,
                [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable,
                [HealthStatus.Unhealthy] = StatusCodes.Status503ServiceUnavailable,
            },
        });
    }

    private static void UseDefaultAddress(WebApplicationBuilder builder)
    {
        string[] ways = ["urls", "http_ports", "https_ports"];
        if (ways.All(way => string.IsNullOrEmpty(builder.Configuration[way]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(PortalOptions.DefaultAddress);
    }
}
