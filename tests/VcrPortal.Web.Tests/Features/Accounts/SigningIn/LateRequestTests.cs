using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Accounts.SigningIn;

/// <summary>A cookie that has grown old while its browser got a new one.</summary>
public class LateRequestTests
{
    [Theory]
    [InlineData("navigate", true)]
    [InlineData("cors", false)]
    [InlineData("websocket", false)]
    public async Task OldCookie_OfAPage_IsTakenAway_AndOfAScript_IsOnlyRefused(string mode, bool isTaken)
    {
        await using var portal = new WebPortal();
        var (client, ana) = await portal.PersonAsync("ana");
        await using (var db = portal.Db()) await db.Users.ExecuteUpdateAsync(s => s.SetProperty(a => a.SecurityStamp, "another"));
        portal.Get<EndedSessions>().LookAgainAt(ana.Key);

        using var late = new HttpRequestMessage(HttpMethod.Get, "/inbox");
        late.Headers.Add("Sec-Fetch-Mode", mode);
        using var answer = await client.SendAsync(late);

        Assert.Contains("/account/sign-in", answer.Headers.Location?.OriginalString);
        var isGone = answer.Headers.TryGetValues("Set-Cookie", out var set)
            && set.Any(c => c.StartsWith("vcr-account=;", StringComparison.Ordinal));
        Assert.Equal(isTaken, isGone);
    }
}
