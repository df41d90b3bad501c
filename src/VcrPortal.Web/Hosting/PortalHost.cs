using System.Net;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.Forms;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Collections.Export;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Export;
using VcrPortal.Web.Features.Entities;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Features.Review.Export;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Cite;
using VcrPortal.Web.Features.Traces.Cite.Picture;
using VcrPortal.Web.Features.Traces.Export.Data;
using VcrPortal.Web.Features.Traces.Export;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Hosting;

/// <summary>The composition of the portal, from top to bottom.</summary>
public static partial class PortalHost
{
    /// <summary>Settings are read at the start. Watching their folder would wake each process at every write to a database that lies in it:
    /// a tenth of the processor time of a batch.</summary>
    private const string ReadOnce = "--hostBuilder:reloadConfigOnChange=false";

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
            Args = [ReadOnce, .. PortalArguments.Expand(args)],
            ContentRootPath = StartFolder.PortalIfElsewhere,
            WebRootPath = StartFolder.PublishedFilesIfElsewhere,
            ApplicationName = typeof(PortalHost).Assembly.GetName().Name, // whoever starts us: static files are found by it
        });
        AddShippedSettings(builder.Configuration);
        configure?.Invoke(builder);
        AddServices(builder);
        Telemetry.KeepSecretsOutOf(builder.Logging);
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

    private static void MapPortal(WebApplication app)
    {
        app.UseKnownProxies();
        if (!app.Environment.IsDevelopment()) app.UseExceptionHandler("/error", createScopeForErrors: true).UseHsts();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<OwnOriginOnly>();
        app.UseMiddleware<RefusedForms>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseBriefAuthentication();
        app.UseMiddleware<VisitorCookie>();
        app.UseMiddleware<PermissionGate>();
        app.UseResponseCompression();
        app.UseMiddleware<ContentTags>();
        app.UseAntiforgery();
        app.Use(RefusedForms.StopAsync);
        app.MapStaticAssets();
        // SecurityHeaders says it for every page.
        app.MapRazorComponents<Pages.Layout.App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
        app.MapHub<JobsHub>(PortalUrls.JobsHub);
        app.MapKnowledge();
        app.MapAccounts();
        app.MapTraceExports();
        app.MapSearchDownloads();
        app.MapSearch();
        app.MapClaimDownloads();
        app.MapCitations();
        app.MapPictures();
        app.MapCollections();
        app.MapBatches();
        app.MapDiscussions();
        app.MapAnnotations();
        app.MapJudgements();
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
        foreach (var address in (builder.Configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (!IsAddress(address)) throw new PortalStartException(
                $"{address} is no address to listen at; write one like {PortalOptions.DefaultAddress} (--urls).");
        string[] ways = ["urls", "http_ports", "https_ports"];
        if (ways.All(way => string.IsNullOrEmpty(builder.Configuration[way]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(PortalOptions.DefaultAddress);
    }

    private static bool IsAddress(string address)
    {
        try { return BindingAddress.Parse(address).Port is >= 0 and <= IPEndPoint.MaxPort; }
        catch (FormatException) { return false; }
    }
}
