using System.Net;
using VcrPortal.Web.Access.Network;

namespace VcrPortal.Web.Tests.Access;

/// <summary>Where the portal itself asks, and where nothing that people or other sites say can lead it.</summary>
public class OutboundTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")] // where clouds keep their machines' keys
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    public void Inner_IsWhatNoPublicMachineHas(string address) => Assert.True(Outbound.IsInner(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("192.169.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2001:4860:4860::8888")]
    public void Outer_IsTheRest(string address) => Assert.False(Outbound.IsInner(IPAddress.Parse(address)));

    [Theory]
    [InlineData("en.wikipedia.org", "en.wikipedia.org", "198.35.26.96", false, true)]
    [InlineData("en.wikipedia.org", "en.wikipedia.org", "127.0.0.1", false, false)] // a name that was led elsewhere
    [InlineData("en.wikipedia.org", "en.wikipedia.org", "169.254.169.254", false, false)]
    [InlineData("evil.example", "en.wikipedia.org", "198.35.26.96", false, false)] // a redirect
    [InlineData("boltz", "boltz", "10.0.0.7", false, true)] // a container that the operator named
    [InlineData("127.0.0.1", "127.0.0.1", "127.0.0.1", false, true)]
    [InlineData("boltz.lab.internal", "boltz.lab.internal", "10.0.0.7", false, true)]
    [InlineData("oauth2.googleapis.com", "accounts.google.com", "142.250.1.1", true, true)] // what a discovery document names
    [InlineData("oauth2.googleapis.com", "accounts.google.com", "10.0.0.7", true, false)]
    [InlineData("127.0.0.1", "accounts.google.com", "127.0.0.1", true, false)]
    public void Asked_IsWhatTheConfigurationNames(string host, string named, string leadsTo, bool others, bool isAsked) =>
        Assert.Equal(isAsked, Outbound.Refusal(host, [IPAddress.Parse(leadsTo)], named, others) is null);

    [Fact]
    public async Task ARequest_ToAnotherHostThanTheNamedOne_IsRefusedBeforeItConnects()
    {
        using var client = new HttpClient(Outbound.HandlerFor("en.wikipedia.org"));
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("http://127.0.0.1:9/"));
        Assert.Contains("names en.wikipedia.org", refused.Message);
    }

    [Fact]
    public void NoClient_IsMadeWithoutThatHandler()
    {
        // The two places that make one; a third asks here for its line.
        var made = Directory.EnumerateFiles(
                Path.Combine(VcrPortal.Tests.ReferenceData.Repository(), "src", "VcrPortal.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f) is var text
                && (text.Contains("AddHttpClient(", StringComparison.Ordinal)
                    || text.Contains("new HttpClient(", StringComparison.Ordinal)))
            .Where(f => !File.ReadAllText(f).Contains("Outbound.HandlerFor(", StringComparison.Ordinal))
            .Select(Path.GetFileName);
        Assert.Empty(made);
    }
}
