using System.Net;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Hosting;

/// <summary>Another site's page opens no live connection, whatever a browser sends along.</summary>
public class LiveOriginTests
{
    [Theory]
    [InlineData("/hubs/jobs/negotiate?negotiateVersion=1", null, true)]
    [InlineData("/hubs/jobs/negotiate?negotiateVersion=1", "http://localhost", true)]
    [InlineData("/hubs/jobs/negotiate?negotiateVersion=1", "http://evil.example", false)]
    [InlineData("/hubs/jobs/negotiate?negotiateVersion=1", "http://localhost.evil.example", false)]
    [InlineData("/hubs/jobs/negotiate?negotiateVersion=1", "http://localhost:81", false)]
    [InlineData("/hubs/jobs/negotiate?negotiateVersion=1", "null", false)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "http://localhost", true)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "http://evil.example", false)]
    [InlineData("/_blazor", "http://evil.example", false)]
    [InlineData("/hubs/jobs", "http://evil.example", false)]
    public async Task ALiveConnection_IsForOurOwnPagesAndForPrograms(string path, string? origin, bool isTaken)
    {
        await using var portal = new WebPortal();
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (origin is not null) request.Headers.Add("Origin", origin);
        using var answer = await portal.Visitor().SendAsync(request);
        Assert.Equal(isTaken, answer.StatusCode == HttpStatusCode.OK);
        if (!isTaken) Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
