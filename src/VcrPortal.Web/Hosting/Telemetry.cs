using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Components.Server.Circuits;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Hosting;

/// <summary>Sends traces and metrics of the program by OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector; elsewhere nothing
/// of it is made, so that starting takes no longer. The other <c>OTEL_</c> variables mean what OpenTelemetry says of them.</summary>
internal static class Telemetry
{
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>What OpenTelemetry reads where <see cref="Collector"/> is set; it passes over what it cannot read without a word.</summary>
    private static readonly string[] Addresses =
    [
        Collector, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CircuitHandler, CountCircuits>();
        if (string.IsNullOrEmpty(configuration[Collector])) return;
        // What is written there is not repeated: an address may hold a password.
        if (Array.Find(Addresses, name => configuration[name] is { Length: > 0 } written && !IsAddress(written)) is { } wrong)
            throw new PortalStartException(
                $"{wrong} is no address of a collector; write one that begins with http:// or https://, for example "
                + "http://localhost:4317.");
        services.AddOpenTelemetry().ConfigureResource(r => r.AddService(JobTelemetry.Name))
            .WithTracing(t => t.AddAspNetCoreInstrumentation(o => o.EnrichWithHttpRequest = WithoutSecrets)
                .AddHttpClientInstrumentation().AddSource(JobTelemetry.Name))
            .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                .AddMeter(JobTelemetry.Name))
            .UseOtlpExporter();
    }

    private static bool IsAddress(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    /// <summary>Who holds the address of a share link may read: a collector must not learn it, nor whoever looks at its traces.</summary>
    internal static void WithoutSecrets(Activity activity, HttpRequest request)
    {
        if (request.Path.StartsWithSegments(PortalUrls.SharedRoot)) activity.SetTag("url.path", PortalUrls.SharedRoot + "/(hidden)");
    }

    /// <summary>The same for the log, and for the code with which a sign-in at another site comes back in an address. What of the framework
    /// writes whole addresses or answers stays silent however low the level is set; failures of requests are told by others.</summary>
    internal static void KeepSecretsOutOf(ILoggingBuilder logs) => logs
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None) // also a scope around every other line of a request
        .AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.Components", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Warning);

    /// <summary>Pages that are live in this process, connected or waiting to be.</summary>
    internal sealed class CountCircuits(IMeterFactory meters) : CircuitHandler
    {
        private readonly UpDownCounter<int> _circuits = meters.Create(JobTelemetry.Name)
            .CreateUpDownCounter<int>("vcrportal.circuits", "{circuit}", "Pages that are live in this process");

        public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            _circuits.Add(1);
            return Task.CompletedTask;
        }

        public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            _circuits.Add(-1);
            return Task.CompletedTask;
        }
    }
}
