using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.Tests.Hosting;

public class TelemetryTests
{
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
}
