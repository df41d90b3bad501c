using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;
using VcrPortal.Web.Ui.Claims;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Traces.Cite;

/// <summary>One revision for a frame in somebody else's page: the answer, the graph as a picture, the claims as a list. No script, no
/// cookie, and everything leads to the portal in a tab of its own.</summary>
internal static class EmbedDocument
{
    /// <summary>What the framed document may do; anybody may frame it.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    public const int Width = 640, Height = 480;

    /// <summary>What is pasted into another page.</summary>
    /// <param name="root">Scheme and host, without a slash at the end.</param>
    public static string Snippet(TraceView trace, string root, int width = Width, int height = Height) => string.Create(
        CultureInfo.InvariantCulture,
        $"<iframe src=\"{Encode(root + PortalUrls.Embed(trace.Number, trace.Revision))}\" title=\"{Encode(trace.Title)}\" ")
        + string.Create(CultureInfo.InvariantCulture, $"width=\"{width}\" height=\"{height}\" loading=\"lazy\"></iframe>");

    public static string Write(TraceView trace)
    {
        var sheet = ClaimSheet.From(trace.Graph, trace.Verdicts, isFinal: true);
        var page = PortalUrls.Trace(trace.Number, trace.Revision);
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\" />")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />")
            .Append("<meta name=\"robots\" content=\"noindex\" /><link rel=\"icon\" href=\"/brand.svg\" />")
            .Append("<title>").Append(Encode(trace.Title)).Append("</title><link rel=\"stylesheet\" href=\"/css/tokens.css\" />")
            .Append("<link rel=\"stylesheet\" href=\"/css/embed.css\" /></head><body><main>")
            .Append("<div class=\"first\"><div><h1><a target=\"_blank\" rel=\"noopener\" href=\"")
            .Append(page).Append("\">").Append(Encode(trace.Title)).Append("</a></h1><p>")
            .Append(Encode(ConclusionText.From(trace, sheet).ToString())).Append("</p><p class=\"sure\">")
            .Append(Encode(CountText.Sure(trace.Counts))).Append("</p>");
        // The picture is as large as the frame lets it be seen whole; it leads to where it can be read.
        html.Append("</div><figure><a target=\"_blank\" rel=\"noopener\" href=\"").Append(page).Append("\"><img src=\"")
            .Append(PortalUrls.TraceExport(trace.Number, trace.Revision, "svg")).Append("\" alt=\"Graph of ")
            .Append(sheet.Actions.Count()).Append(" claims, listed below; it opens in the portal\" /></a></figure></div><ol>");
        foreach (var claim in sheet.Actions) Append(html, claim, page);
        return html.Append("</ol><p class=\"from\">").Append(PortalUrls.Accession(trace.Number)).Append(", revision ")
            .Append(trace.Revision).Append(", VcrPortal</p></main></body></html>\n").ToString();
    }

    private static void Append(StringBuilder html, ClaimRow claim, string page) => html
        .Append("<li><a target=\"_blank\" rel=\"noopener\" href=\"").Append(Encode(ClaimNames.Href(page, claim.Id))).Append("\">")
        .Append(Encode(claim.Text.Sentence)).Append("</a> <small>")
        .Append(Encode(claim.MarkText)).Append("</small></li>");

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
