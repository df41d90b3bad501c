using System.Net;
using VcrPortal.Web.Access;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Hosting;

public class RequestLimitsTests
{
    [Fact]
    public async Task Forms_MoreThanOneAddressMaySend_AreTurnedAwayWithASentence_AndReadingGoesOn()
    {
        await using var portal = new WebPortal(("Limits:AccountFormsPerMinute", "3"));
        var visitor = portal.Visitor();
        for (var i = 0; i < 3; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await SignInAsync(visitor)).StatusCode);

        var refused = await SignInAsync(portal.Visitor()); // another browser, the same address
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("60", refused.Headers.RetryAfter?.ToString());
        Assert.Contains("Wait a minute", await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(PortalUrls.SignIn)).StatusCode);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await visitor.PostAsync(PortalUrls.Launch, null)).StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:aaaa::1", "20010DB800010002")]
    [InlineData("2001:db8:1:2:bbbb::2", "20010DB800010002")]
    public void Sender_OfOneNetwork_IsOne(string address, string sender) =>
        Assert.Equal(sender, Sender.KeyOf(IPAddress.Parse(address)));

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client) =>
        WebPortal.PostAsync(client, PortalUrls.SignIn, "sign-in", ("Name", "nobody"), ("Password", "not a password of anyone"));
}
