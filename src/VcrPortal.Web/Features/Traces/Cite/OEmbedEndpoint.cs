using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Cite.Picture;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Cite;

/// <summary>oEmbed 1.0: what another site needs to show a trace in place of its link, no larger than that site has room for.</summary>
internal static class OEmbedEndpoint
{
    public static async Task<Results<JsonHttpResult<OEmbed>, NotFound, ContentHttpResult>> AnswerAsync(
        string? url, string? format, string? maxwidth, string? maxheight, ReadTrace traces, HttpRequest request, CancellationToken ct)
    {
        if (format is not (null or "" or "json"))
            return Refused("This portal answers oEmbed as JSON only: leave format out.", StatusCodes.Status501NotImplemented);
        if (Room(maxwidth) is not { } width || Room(maxheight) is not { } height)
            return Refused("maxwidth and maxheight are pixels: whole numbers from 1.", StatusCodes.Status400BadRequest);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Authority != request.Host.Value
            || !address.AbsolutePath.StartsWith("/t/", StringComparison.Ordinal)
            || await CiteEndpoints.FindAsync(address.AbsolutePath[3..], traces, Caller.Visitor(""), ct) is not { } trace)
            return TypedResults.NotFound();
        var root = CiteEndpoints.RootOf(request);
        var (wide, high) = (Math.Min(EmbedDocument.Width, width), Math.Min(EmbedDocument.Height, height));
        var scale = PictureType.IsThere ? PictureScale.Largest(width, height) : null;
        return TypedResults.Json(new OEmbed(
            "rich", "1.0", trace.Title, "VcrPortal", root + "/", EmbedDocument.Snippet(trace, root, wide, high), wide, high)
        {
            ThumbnailUrl = scale is null ? null : root + PortalUrls.TracePicture(trace.Number, trace.Revision, scale.Asked),
            ThumbnailWidth = scale?.Width,
            ThumbnailHeight = scale?.Height,
        });
    }

    /// <returns>No end where nothing is said; null for what is no number of pixels.</returns>
    private static int? Room(string? text) => string.IsNullOrEmpty(text) ? int.MaxValue
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > 0 ? pixels : null;

    private static ContentHttpResult Refused(string sentence, int status) => TypedResults.Text(sentence, "text/plain", statusCode: status);

    internal sealed record OEmbed(
        string Type, string Version, string Title, [property: JsonPropertyName("provider_name")] string ProviderName,
        [property: JsonPropertyName("provider_url")] string ProviderUrl, string Html, int Width, int Height)
    {
        [JsonPropertyName("thumbnail_url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? ThumbnailUrl { get; init; }
        [JsonPropertyName("thumbnail_width"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? ThumbnailWidth { get; init; }
        [JsonPropertyName("thumbnail_height"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? ThumbnailHeight { get; init; }
    }
}
