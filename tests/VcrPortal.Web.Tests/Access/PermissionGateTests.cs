using System.Net;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Data;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Sharing;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Hosting.Addresses;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Access;

/// <summary>Walks every page and endpoint of a started portal over HTTP, and compares with the table.</summary>
public class PermissionGateTests
{
    /// <summary>Opens the trace by a link.</summary>
    private static readonly string ALink = new('t', 43);

    /// <summary>What answers everybody and does nothing: files, the framework's own connection, health, and the pages that say that
    /// something failed.</summary>
    private static readonly string[] Free =
        ["_framework/", "_blazor", "_content/", "health/", "error", "form-refused", "not-found", "{**path:file}"];

    /// <summary>Things that this small world does not hold: their pages say so, and refuse nobody.</summary>
    private static readonly string[] Absent =
    [
        "t/{Key}/suggestions/{Number:int}", "proposals/{Number:int}", "primitives/{Name}", "review/{Key}", "compounds/{Key}",
        "cell-lines/{Key}", "genes/{Key}", "pathways/{Key}", "phenotypes/{Key}", "collections/{Number:int}", "teams/{Name}",
    ];

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["key"] = ["VCT1"],
        ["extension"] = ["json"],
        ["range"] = ["1..2"],
        ["name"] = ["ana"],
        ["kind"] = ["trace"],
        ["token"] = [ALink],
    };

    [Fact]
    public async Task EveryEndpoint_NamesItsOperation()
    {
        await using var portal = new WebPortal();
        var nameless = EveryAddress.Endpoints(portal).Where(e => OperationOf(e) is null && !IsFree(e)).Select(e => e.RoutePattern.RawText);
        Assert.Equal("", string.Join(", ", nameless));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EveryPageAndEndpoint_ForEachRole_IsAsTheTableSays(bool visitorsLaunch)
    {
        await using var portal = new WebPortal(("Launch:AllowVisitors", visitorsLaunch ? "true" : "false"));
        await PublishAsync(portal);
        var site = new SitePolicy(visitorsLaunch);
        foreach (var role in Enum.GetValues<PortalRole>())
        {
            var (client, caller) = role == PortalRole.Reader ? (portal.Visitor(), Caller.Visitor("v"))
                : await portal.PersonAsync($"person-{role}", role);
            foreach (var endpoint in EveryAddress.Endpoints(portal).Where(e => OperationOf(e) is not null))
                foreach (var method in MethodsOf(endpoint))
                    await WalkAsync(client, caller, endpoint, method, site);
        }
    }

    private static async Task WalkAsync(HttpClient client, Caller caller, RouteEndpoint endpoint, string method, SitePolicy site)
    {
        // What the page of differences asks for.
        var path = EveryAddress.Fill("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), Values).First() + "?from=1&to=2";
        using var answer = await client.SendAsync(new HttpRequestMessage(new(method), path));
        var isPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        var (what, status) = ($"{method} {path} by a {caller.Role}", answer.StatusCode);
        var isAbsent = Absent.Contains(endpoint.RoutePattern.RawText!.TrimStart('/')) && status == HttpStatusCode.NotFound;
        if (caller.MayEver(OperationOf(endpoint)!.Value, site))
        {
            if (isPage && method == "GET" && !isAbsent) Assert.True(
                status is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.SeeOther, $"{what}: {status}");
            Assert.False(LeadsToSignIn(answer) || status == HttpStatusCode.Forbidden, $"{what} was refused: {status}");
        }
        else if (!isPage)
        {
            Assert.True(
                status == HttpStatusCode.Forbidden && answer.Content.Headers.ContentType?.MediaType == "application/problem+json",
                $"{what}: {status}");
        }
        else
        {
            Assert.True(caller.IsSignedIn ? status == HttpStatusCode.NotFound : LeadsToSignIn(answer), $"{what}: {status}");
        }
    }

    [Fact]
    public async Task AVisitor_WhoIsLedToTheSignIn_ComesBack()
    {
        await using var portal = new WebPortal();
        using var answer = await portal.Visitor().GetAsync("/inbox?unread=true");
        Assert.Equal("/account/sign-in?ReturnUrl=%2Finbox%3Funread%3Dtrue", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public void MayEver_IsMayWithTheClosestBond()
    {
        foreach (var operation in Enum.GetValues<Operation>())
            foreach (var role in Enum.GetValues<PortalRole>())
                Assert.Equal(
                    new Caller("k", role).May(operation, new Resource(Relation.Owner)),
                    new Caller("k", role).MayEver(operation, new SitePolicy(false)));
    }

    private static bool LeadsToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Redirect
            && answer.Headers.Location?.OriginalString.Contains(PortalUrls.SignIn + "?ReturnUrl=", StringComparison.Ordinal) == true;

    private static Operation? OperationOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<RequiresAttribute>()?.Operation;

    private static bool IsFree(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || Free.Any(f => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith(f, StringComparison.Ordinal));

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"];

    private static async Task PublishAsync(WebPortal portal)
    {
        var (_, ana) = await portal.PersonAsync("ana");
        await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], false, ana, default);
        await using var db = portal.Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var trace = new NewTrace(
            1, Samples.Record(), PortalJson.Write(Samples.Record()), "script 1", TraceState.Published, null,
                [.. Samples.Run.OfType<GenerationEvent.RevisionWritten>()],
            "Report.", [], Samples.NoCitations, Samples.Verdicts);
        Assert.Equal(1, await portal.Get<SaveTrace>().RunAsync(db, trace, new TraceOwner(ana.Key, false), DateTime.UnixEpoch, default));
        db.ShareLinks.Add(new ShareLinkRow { JobNumber = 1, TokenHash = ShareToken.HashOf(ALink)!, RequestKey = "k" });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
