using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VcrPortal.Tests.Web;

/// <summary>
/// Entra ID's addresses and tokens on loopback (issuer …/TENANT/v2.0, claims sub, oid, tid, preferred_username, email; code flow with
/// PKCE, RS256). Anybody is whoever they say. What it signs can be spoilt, to see whether a portal notices.
/// </summary>
public sealed class EntraStandIn : IAsyncDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    private const string Client = "vcrportal";

    private readonly WebApplication _server;
    private readonly RSA _key = RSA.Create(2048);
    private readonly string _secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private readonly ConcurrentDictionary<string, IQueryCollection> _codes = new();

    private EntraStandIn(WebApplication server) => _server = server;

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    public string Issuer => $"{Address.GetLeftPart(UriPartial.Authority)}/{Tenant}/v2.0";

    /// <summary>The last word on the claims of the next tokens.</summary>
    public Action<Dictionary<string, object?>> Spoil { get; set; } = _ => { };

    /// <summary>Signs instead of the key that it publishes.</summary>
    public RSA? OtherKey { get; set; }

    /// <summary>The settings by which a portal is told of it.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Accounts:External:0:Provider", "entra"), ("Accounts:External:0:Instance", Address.GetLeftPart(UriPartial.Authority)),
        ("Accounts:External:0:Tenant", Tenant), ("Accounts:External:0:ClientId", Client), ("Accounts:External:0:ClientSecret", _secret),
    ];

    public static async Task<EntraStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        var entra = new EntraStandIn(server);
        server.MapGet($"/{Tenant}/v2.0/.well-known/openid-configuration", entra.Describe);
        server.MapGet($"/{Tenant}/discovery/v2.0/keys", entra.Keys);
        server.MapGet($"/{Tenant}/oauth2/v2.0/authorize", entra.Authorize);
        server.MapPost($"/{Tenant}/oauth2/v2.0/token", entra.TokenAsync);
        await server.StartAsync();
        return entra;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _key.Dispose();
    }

    private IResult Describe()
    {
        var tenant = $"{Address.GetLeftPart(UriPartial.Authority)}/{Tenant}";
        return Results.Json(new
        {
            issuer = Issuer,
            authorization_endpoint = $"{tenant}/oauth2/v2.0/authorize",
            token_endpoint = $"{tenant}/oauth2/v2.0/token",
            jwks_uri = $"{tenant}/discovery/v2.0/keys",
            response_types_supported = (string[])["code"],
            subject_types_supported = (string[])["pairwise"],
            id_token_signing_alg_values_supported = (string[])["RS256"],
        });
    }

    private IResult Keys()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        var (n, e) = (Base64Url.EncodeToString(key.Modulus), Base64Url.EncodeToString(key.Exponent));
        return Results.Json(new { keys = (object[])[new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n, e }] });
    }

    /// <summary>Asks who it is, and sends them back with a code. Whoever is asked again (<c>prompt=login</c>) sees the same.</summary>
    private IResult Authorize(HttpRequest request)
    {
        if (request.Query["login"].ToString() is { Length: > 0 })
        {
            var code = Guid.NewGuid().ToString("N");
            _codes[code] = request.Query;
            return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"]!)}");
        }
        var hidden = request.Query.Select(q => $"""<input type="hidden" name="{q.Key}" value="{WebUtility.HtmlEncode(q.Value)}">""");
        return Results.Content(
            $"""<!doctype html><title>Entra</title><form>{string.Concat(hidden)}<input name="login"><button>Sign in</button></form>""",
            "text/html");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var isRight = _codes.TryRemove(form["code"].ToString(), out var asked) && form["client_secret"] == _secret
            && form["redirect_uri"] == asked["redirect_uri"] && asked["client_id"] == Client
            && Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) == asked["code_challenge"];
        if (!isRight) return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        return Results.Json(new { token_type = "Bearer", expires_in = 300, access_token = "opaque", id_token = Sign(ClaimsOf(asked!)) });
    }

    private Dictionary<string, object?> ClaimsOf(IQueryCollection asked)
    {
        var (login, now) = (asked["login"].ToString(), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = Issuer,
            ["aud"] = Client,
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 300,
            ["nonce"] = asked["nonce"].ToString(),
            ["sub"] = $"pairwise-{login}",
            ["oid"] = $"0000-{login}",
            ["tid"] = Tenant,
            ["ver"] = "2.0",
            ["preferred_username"] = $"{login}@example.org",
            ["name"] = login,
            ["email"] = $"{login}@example.org",
        };
        Spoil(claims);
        return claims;
    }

    private string Sign(Dictionary<string, object?> claims)
    {
        var said = $"{Part(new { alg = "RS256", typ = "JWT", kid = "one" })}.{Part(claims)}";
        var signature = (OtherKey ?? _key).SignData(Encoding.ASCII.GetBytes(said), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{said}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
