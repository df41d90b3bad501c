using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.StaticAssets;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Hosting.Addresses;

/// <summary>Addresses as people mistype them and programs mangle them.</summary>
public class OddAddressTests
{
    /// <summary>Every name that some page or endpoint reads; a test below finds the one that is forgotten.</summary>
    private static readonly string[] Names =
    [
        "order", "left", "all", "page", "show", "q", "compound", "line", "person", "operation", "trace", "from", "to", "view", "about",
        "out", "end", "fold", "mode", "gene", "play", "replay", "at", "speed", "sort", "kind", "actor", "target", "direction", "claim",
        "of",
        "asked", "ReturnUrl", "return", "done", "after", "t", "columns", "into", "by", "verdict",
    ];

    private static readonly string[] Values =
    [
        "", "abc", "-1", "0", "1000000000", "99999999999", "-99999999999999999999999999999999999", "1.5", "1e9", "%00", "a%00b", "%FF",
            "%C3%28",
        "%ED%A0%80", "%F0%9F%98%80", "%", "%zz", "[]", "%5B1%2C2%5D", "'%20OR%201%3D1--", "%3Cscript%3E", "zzz", "%0D%0AX-Evil%3A%201",
        "%5C%5C%5C", "n1%3E%3E%3A%2C%5C", "2026-99-99", "9999-12-31", "0001-01-01", new string('x', 10_000),
    ];

    private static readonly Dictionary<string, string[]> Parameters = new()
    {
        ["key"] = ["VCT1"],
        ["name"] = ["ana"],
        ["extension"] = ["json"],
        ["range"] = ["1..1"],
        ["id"] = ["github"],
    };

    [Fact]
    public async Task EveryAddress_WithOddWordsInItsQuery_AnswersWithoutTrouble()
    {
        await using var portal = new WebPortal();
        var client = await WithThingsAsync(portal);
        var failed = new List<string>();
        foreach (var (path, reads) in Paths(portal))
        {
            foreach (var value in reads ? Values : Values[^1..])
            {
                using var answer = await client.GetAsync($"{path}?{string.Join('&', Names.Select(name => $"{name}={value}"))}");
                if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                    failed.Add($"{(int)answer.StatusCode} {path} {value[..Math.Min(40, value.Length)]}");
            }
        }
        Assert.Equal([], failed);
    }

    [Theory]
    [InlineData("[]=1")]
    [InlineData("page[]=1&page[0]=2&page.a=3")]
    [InlineData("=&&&;=;?")]
    [InlineData("page")]
    [InlineData("page=2&page=&q=a&q=b&out=n1&out=%00&view=x&view=y&show=all&show=1")]
    [InlineData("%00=%00")]
    [InlineData("%FF=%FF")]
    public async Task EveryAddress_WithAnOddQuery_AnswersWithoutTrouble(string query)
    {
        await using var portal = new WebPortal();
        var client = await WithThingsAsync(portal);
        foreach (var (path, _) in Paths(portal))
            Assert.True((await client.GetAsync($"{path}?{query}")).StatusCode < HttpStatusCode.InternalServerError, path);
    }

    [Fact]
    public void EveryNameThatAPageReads_IsAsked()
    {
        var read = typeof(PortalUrls).Assembly.GetTypes().SelectMany(ReadBy).ToList();
        Assert.NotEmpty(read);
        Assert.Equal([], read.Select(p => p.Name).Except(Names, StringComparer.OrdinalIgnoreCase));
        // Anything but text makes a mistyped address fail before the page is asked.
        Assert.Equal(
            [], read.Where(p => p.Property.PropertyType != typeof(string) && p.Property.PropertyType != typeof(string[]))
                .Select(p => $"{p.Property.DeclaringType}.{p.Name}"));
    }

    [Theory]
    [InlineData("/u/%FF%FE")]
    [InlineData("/t/VCT99999999999")]
    [InlineData("/t/VCT1@99999999999")]
    [InlineData("/jobs/99999999999")]
    [InlineData("/batches/-1.jsonl")]
    public async Task AnAddressThatNothingHas_IsNotFound(string path)
    {
        await using var portal = new WebPortal();
        Assert.Contains((await portal.Visitor().GetAsync(path)).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("abc", 1)]
    [InlineData("-3", 1)]
    [InlineData(" 7 ", 7)]
    [InlineData("1.5", 1)]
    [InlineData("99999999999", QueryParameter.MostPages)]
    [InlineData("99999999999999999999999999999999999999999", 1)]
    public void APage_IsReadLeniently(string? typed, int page) => Assert.Equal(page, QueryParameter.Page(typed));

    [Theory]
    [InlineData(" MEK\0 inhibitor\r\n", "MEK inhibitor")]
    [InlineData("\0", null)]
    [InlineData("  ", null)]
    public void Words_LoseWhatNoDatabaseCompares(string typed, string? words) => Assert.Equal(words, QueryParameter.Text(typed));

    [Theory]
    [InlineData("/")]
    [InlineData("/traces?q=mek")]
    [InlineData("/api/compounds?q=bin")]
    public async Task Head_AnswersAsGet_WithoutABody(string path)
    {
        await using var portal = new WebPortal();
        using var answer = await portal.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(answer.Content.Headers.ContentType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Head_OfAPageThatIsNot_IsNotFound()
    {
        await using var portal = new WebPortal();
        using var answer = await portal.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Head, "/no-such-page"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>An administrator, for whom every page has something to show.</summary>
    private static async Task<HttpClient> WithThingsAsync(WebPortal portal)
    {
        var (client, caller) = await portal.PersonAsync("ana", PortalRole.Admin);
        await portal.PublishAsync(caller);
        await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record("c1"), Samples.Record("c2")], false, caller, default);
        return client;
    }

    /// <summary>All pages and endpoints, and whether they may read the query.</summary>
    private static IEnumerable<(string Path, bool Reads)> Paths(WebPortal portal) =>
        from endpoint in EveryAddress.Endpoints(portal).Where(EveryAddress.IsRead)
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        let page = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type
        from path in EveryAddress.Fill("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), Parameters)
        where !path.StartsWith("/_", StringComparison.Ordinal)
        select (path, page is null || ReadBy(page).Any());

    private static IEnumerable<(PropertyInfo Property, string Name)> ReadBy(Type type) =>
        from property in type.GetProperties(
            BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let query = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
        where query is not null
        select (property, query.Name ?? property.Name);
}
