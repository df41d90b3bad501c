using System.Text.Json;

namespace VcrPortal.Web.Features.Accounts.External;

/// <summary>What an OpenID provider says of itself (OpenID Connect Discovery 1.0, 4): read when the first person comes, and again after an
/// hour.</summary>
internal sealed class OpenIdDiscovery(string authority, TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromHours(1);

    private (ExternalEndpoints Endpoints, DateTimeOffset Until)? _known;

    /// <exception cref="HttpRequestException">It does not answer, or not as such a provider does.</exception>
    public async Task<ExternalEndpoints> ReadAsync(HttpClient http, CancellationToken ct)
    {
        if (_known is { } known && clock.GetUtcNow() < known.Until) return known.Endpoints;
        var text = await http.GetStringAsync($"{authority}/.well-known/openid-configuration", ct);
        var endpoints = Read(text, authority);
        _known = (endpoints, clock.GetUtcNow() + Keep);
        return endpoints;
    }

    internal static ExternalEndpoints Read(string text, string authority)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            // Another issuer's document here would send people, and their codes, elsewhere (4.3).
            if (Text(document, "issuer")?.TrimEnd('/') != authority) throw new HttpRequestException(
                $"The OpenID provider at {authority} calls itself otherwise.");
            return new(
                Endpoint(document, "authorization_endpoint"), Endpoint(document, "token_endpoint"),
                Endpoint(document, "userinfo_endpoint"));
        }
        catch (JsonException e)
        {
            throw new HttpRequestException($"The OpenID provider at {authority} does not describe itself in JSON.", e);
        }
    }

    private static string Endpoint(JsonDocument document, string name) =>
        Text(document, name) is { } address && ExternalProviderOptions.IsSafe(address)
        ? address
        : throw new HttpRequestException($"The OpenID provider names no safe address as its {name}.");

    private static string? Text(JsonDocument document, string name) =>
        document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
