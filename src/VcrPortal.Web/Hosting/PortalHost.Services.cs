using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Administration;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Collections;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Entities;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Features.Models;
using VcrPortal.Web.Features.Moderation;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Primitives;
using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Revisions;
using VcrPortal.Web.Features.Teams;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Live;
using VcrPortal.Web.Pages.Reading;

namespace VcrPortal.Web.Hosting;

/// <content>What the portal is made of.</content>
public static partial class PortalHost
{
    private static void AddServices(WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddOptions<PortalOptions>().BindAll(configuration.GetSection(PortalOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PortalOptions>, ValidatePortalOptions>();
        services.AddSingleton(TimeProvider.System);
        services.AddHostedService<StartPortal>();
        services.AddPortalDatabase(configuration);
        services.AddKnowledge(configuration);
        services.AddModels(configuration);
        var roles = configuration.GetSection(PortalOptions.Section).Get<PortalOptions>() ?? new();
        builder.AddCluster(roles);
        services.AddFeatures(configuration, showsJobs: roles.IsPortal, runsJobs: roles.IsWorker);
        // An explanation of 200,000 characters comes back from its text box in one message.
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(o => o.MaximumReceiveMessageSize = 1024 * 1024);
        services.AddCascadingAuthenticationState();
        services.AddMudServices();
        services.AddRequestLimits(configuration);
        // A search of 10,000 characters is answered with a sentence; the server's own limit would leave the page empty.
        services.Configure<KestrelServerOptions>(o => o.Limits.MaxRequestLineSize = 64 * 1024);
        services.AddTelemetry(configuration);
        services.AddAntiforgery(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        // Pages compress to a sixth. Over TLS too: the only secret in a page is the antiforgery token, which is encrypted anew for every
        // answer.
        services.AddResponseCompression(o => o.EnableForHttps = true);
        // Packed a little longer, a stranger's trace page stays under 150 kB.
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
        .AddRevisions().AddModeration().AddReviews(configuration).AddPrimitives().AddNotifications().AddAnnotations()
        .AddTeams().AddCollections().AddDiscussions().AddAdministration(showsJobs, runsJobs)
        .AddSingleton<PortalCounts>()
        .AddSingleton(s => s.GetRequiredService<IOptions<LaunchOptions>>().Value.Site with
        {
            MembersOnly = s.GetRequiredService<IOptions<AccountsOptions>>().Value.Reading == ReadingPolicy.Members,
        });
}
