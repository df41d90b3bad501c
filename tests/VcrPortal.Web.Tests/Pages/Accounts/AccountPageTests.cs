using System.Net;
using System.Text.RegularExpressions;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Pages.Accounts;

public class AccountPageTests
{
    [Fact]
    public async Task Account_LongAfterSigningIn_AsksForAProofFirst()
    {
        var clock = new ManualClock();
        await using var portal = new WebPortal { Clock = clock };
        var (ana, _) = await portal.PersonAsync("ana");
        Assert.Contains("Make recovery codes</button>", await ana.GetStringAsync("/account"));
        clock.Advance(RecentProof.Lasts);
        var late = await ana.GetStringAsync("/account");
        Assert.Contains("Confirm that it is you</h2>", late);
        Assert.DoesNotContain("Make recovery codes</button>", late);

        Assert.Contains("That was not right", await SendAsync(ana, "prove", ("Password", "not this one at all")));
        var proven = await WebPortal.PostAsync(ana, "/account", "prove", ("Password", WebPortal.Password));
        Assert.Equal(
            (HttpStatusCode.SeeOther, "/account?done=proved"),
            (proven.StatusCode, proven.Headers.Location?.ToString().Replace("http://localhost", "", StringComparison.Ordinal)));
        Assert.Contains("Make recovery codes</button>", await ana.GetStringAsync("/account"));
    }

    [Fact]
    public async Task Account_AFormThatIsSentTooLate_IsAnsweredWithWhatWasTyped()
    {
        var clock = new ManualClock();
        await using var portal = new WebPortal { Clock = clock };
        var (ana, _) = await portal.PersonAsync("ana");
        clock.Advance(RecentProof.Lasts);
        var answer = WebUtility.HtmlDecode(await SendAsync(ana, "email", ("Address", "ana@new.example")));
        Assert.Contains("Confirm first that it is you", answer);
        Assert.Contains("value=\"ana@new.example\"", answer);
    }

    [Theory]
    [InlineData("passkey-added", true)]
    [InlineData("<script>alert(1)</script>", false)]
    [InlineData("nothing-known", false)]
    public async Task News_InTheAddress_AreOnlyOurOwnWords(string word, bool isTold)
    {
        await using var portal = new WebPortal();
        var (ana, _) = await portal.PersonAsync("ana");
        var page = await ana.GetStringAsync($"/account?done={Uri.EscapeDataString(word)}");
        Assert.Equal(isTold, page.Contains("class=\"note info\"", StringComparison.Ordinal));
        Assert.DoesNotContain("<script>alert", page);
    }

    [Fact]
    public async Task Codes_AreInTheAnswerOnceAndInNoCache()
    {
        await using var portal = new WebPortal();
        var (ana, _) = await portal.PersonAsync("ana");
        var answer = await WebPortal.PostAsync(ana, "/account", "recovery");
        Assert.Equal(10, Regex.Count(await answer.Content.ReadAsStringAsync(), "<li[^>]*>[A-Z2-9]{4}(-[A-Z2-9]{4}){3}</li>"));
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private static async Task<string> SendAsync(HttpClient client, string form, params (string, string)[] fields) =>
        await (await WebPortal.PostAsync(client, "/account", form, fields)).Content.ReadAsStringAsync();
}
