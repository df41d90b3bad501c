using System.Net;
using VcrPortal.Web.Access;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Pages.Layout;

public class TwoLayoutsTests
{
    /// <summary>Pages that are a document for a stranger and a workplace for whoever is signed in.</summary>
    private static readonly string[] Both = ["/traces", "/t/VCT1", "/jobs", "/jobs/new", "/jobs/new?mode=pairs", "/u/ana"];
    private static readonly string[] MembersOnly = ["/inbox", "/account"];
    /// <summary>With controls of MudBlazor.</summary>
    private static readonly string[] WithMud = ["/traces", "/jobs", "/jobs?show=batches", "/inbox", "/admin", "/admin/log", "/admin/flags"];
    private static readonly string[] AdminsOnly = ["/admin", "/admin/log", "/admin/health", "/admin/knowledge", "/admin/models"];

    [Fact]
    public async Task Stranger_ReadsDocuments_WithoutACircuitOrAComponentLibrary()
    {
        await using var portal = await StartAsync();
        var stranger = portal.Visitor();
        foreach (var path in (string[])["/", .. Both, "/verifiers", "/about", "/account/sign-in", "/account/register"])
        {
            using var page = await stranger.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.DoesNotContain("unsafe-inline", PolicyOf(page));
            var html = await page.Content.ReadAsStringAsync();
            Assert.DoesNotMatch("class=\"[^\"]*mud-|lib/MudBlazor|mud-bridge", html);
            Assert.DoesNotContain("<!--Blazor:", html);
            Assert.DoesNotContain(" style=\"", html);
        }
    }

    [Fact]
    public async Task SignedIn_HasTheWorkLayout_WhosePolicyAllowsStyleAttributesAndNothingElse()
    {
        await using var portal = await StartAsync();
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        foreach (var path in (string[])[.. Both, .. MembersOnly, .. AdminsOnly])
        {
            using var page = await admin.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains("style-src 'self';", PolicyOf(page));
            Assert.EndsWith("; style-src-attr 'unsafe-inline'", PolicyOf(page));
            Assert.Equal(1, PolicyOf(page).Split("unsafe-").Length - 1);
            Assert.False(page.Headers.Contains("blazor-enhanced-nav"), "The framework may not patch it into a strict document.");
            Assert.Contains("data-enhance-nav=\"false\"", await page.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task PagesWithMudsControls_HaveItsSheetsAroundOurs_AndItsProvidersBeforeWhateverAsksForThem()
    {
        await using var portal = await StartAsync();
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        foreach (var path in WithMud)
        {
            var html = await admin.GetStringAsync(path);
            int[] order =
            [
                .. ((string[])["lib/MudBlazor.min", "css/tokens", "css/pages", "css/mud-bridge", "<!--Blazor:",
                    "data-enhance-nav=\"false\""])
                    .Select(part => html.IndexOf(part, StringComparison.Ordinal)),
            ];
            Assert.DoesNotContain(-1, order);
            Assert.Equal(order.Order(), order);
        }
    }

    [Fact]
    public async Task OtherWorkPages_CarryNothingOfMudBlazor_AndNoCircuitForItsProviders()
    {
        await using var portal = await StartAsync();
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        foreach (var path in ((string[])[.. Both, .. MembersOnly, .. AdminsOnly, "/t/VCT1/revise", "/t/VCT1/board"]).Except(WithMud))
            Assert.DoesNotMatch("class=\"[^\"]*mud-|lib/MudBlazor|mud-bridge", await admin.GetStringAsync(path));
        Assert.DoesNotContain("<!--Blazor:", await admin.GetStringAsync("/account"));
    }

    [Fact]
    public async Task SignedIn_PagesThatAreOnlyRead_StayStrict()
    {
        await using var portal = await StartAsync();
        var (ana, _) = await portal.PersonAsync("ada");
        foreach (var path in (string[])["/verifiers", "/about", "/not-there"])
        {
            using var page = await ana.GetAsync(path);
            Assert.DoesNotContain("unsafe-inline", PolicyOf(page));
            Assert.DoesNotContain("lib/MudBlazor", await page.Content.ReadAsStringAsync());
        }
    }

    private static async Task<WebPortal> StartAsync()
    {
        var portal = new WebPortal();
        var (_, owner) = await portal.PersonAsync("ana");
        await portal.PublishAsync(owner);
        return portal;
    }

    private static string PolicyOf(HttpResponseMessage page) => Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
}
