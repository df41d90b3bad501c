using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Data;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.Tests.Hosting;

public class TelemetryTests
{
    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "nonsense")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "ftp://hush@x")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "/traces")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "x")]
    [InlineData("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "x")]
    public void ACollector_ThatIsNoAddress_StopsTheStart_AndIsNamed(string setting, string written)
    {
        var failure = Assert.Throws<PortalStartException>(
            () => Add(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317"), (setting, written)));
        Assert.StartsWith($"{setting} is no address of a collector; write one that begins with http://", failure.Message);
        Assert.DoesNotContain("hush", failure.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://localhost:4317")]
    [InlineData("https://collector.example.org/otlp")]
    public void ACollector_WithAnAddress_OrNone_IsTaken(string written) => Add(("OTEL_EXPORTER_OTLP_ENDPOINT", written));

    [Theory]
    [InlineData("/share/abc-secret", "/share/(hidden)")]
    [InlineData("/share/abc-secret/more", "/share/(hidden)")]
    [InlineData("/t/VCT1", "/t/VCT1")]
    public void PathOfAShareLink_IsHiddenFromTheCollector(string asked, string told)
    {
        using var activity = new Activity("request");
        activity.SetTag("url.path", asked);
        Telemetry.WithoutSecrets(activity, new DefaultHttpContext { Request = { Path = asked } }.Request);
        Assert.Equal(told, activity.GetTagItem("url.path"));
    }

    private static void Add(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (key, value) in settings) configuration[key] = value;
        new ServiceCollection().AddTelemetry(configuration);
    }
}
