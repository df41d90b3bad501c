using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Hosting.Addresses;

/// <summary>Addresses made from the routes of a started portal, so that a new page or endpoint is asked without being named here.</summary>
internal static partial class EveryAddress
{
    public static IEnumerable<RouteEndpoint> Endpoints(WebPortal portal) =>
        portal.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

    /// <summary>All that answer GET, their parameters filled in: once for each value that a name may have.</summary>
    /// <param name="values">The values by the name of a parameter, in small letters; a name that is not here is asked with 1.</param>
    public static IEnumerable<string> In(WebPortal portal, IReadOnlyDictionary<string, string[]> values) =>
        Endpoints(portal).Where(IsRead).SelectMany(e => Fill("/" + e.RoutePattern.RawText!.TrimStart('/'), values)).Distinct();

    public static IEnumerable<string> Fill(string route, IReadOnlyDictionary<string, string[]> values)
    {
        if (Parameter().Match(route) is not { Success: true } parameter) return [route];
        var name = parameter.Groups[1].Value.ToLowerInvariant();
        return (values.TryGetValue(name, out var known) ? known : ["1"])
            .SelectMany(
            v => Fill(string.Concat(route.AsSpan(0, parameter.Index), v, route.AsSpan(parameter.Index + parameter.Length)), values));
    }

    /// <summary>What a page leads to on this site.</summary>
    public static IEnumerable<string> LinksIn(string html) =>
        Link().Matches(html).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value))
            .Select(l => l.Replace("http://localhost", "", StringComparison.Ordinal).Split('#')[0])
            .Where(l => l.StartsWith('/') && !l.StartsWith("//", StringComparison.Ordinal));

    public static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains("GET");

    [GeneratedRegex(@"\{\*{0,2}([A-Za-z]+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("""(?:href|src|action|content)="([^"]+)"|<(?:id|uri)>([^<]+)<""")]
    private static partial Regex Link();
}
