using System.Globalization;

namespace VcrPortal.Web.Ui;

// The addresses of one trace, and of its parts.
public static partial class PortalUrls
{
    public const string SharedRoot = "/share";
    /// <param name="token">Opens the link: the address is the secret.</param>
    public static string Shared(string token) => $"{SharedRoot}/{Uri.EscapeDataString(token)}";
    /// <summary>The report of a revision as plain text, which the places of its annotations count.</summary>
    public static string TraceReport(int number, int revision) => Trace(number, revision) + "/report.txt";
    /// <param name="extension"><c>jsonld</c> or <c>jsonl</c>.</param>
    public static string TraceAnnotations(int number, string extension) => $"{Trace(number)}/annotations.{extension}";
    public static string Passage(int trace, int number) => string.Create(CultureInfo.InvariantCulture, $"{Trace(trace)}#p{number}");
    public static string Trace(int number) => "/t/" + Accession(number);
    public static string Trace(int number, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"/t/{Accession(number)}@{revision}");
    /// <summary>The page with the discussion on one subject.</summary>
    public static string Discussion(string page, string subject) =>
        (subject.Length == 0 ? page : $"{page}?about={Uri.EscapeDataString(subject)}") + "#discussion";
    public static string Comment(int trace, int number) => string.Create(CultureInfo.InvariantCulture, $"{Trace(trace)}#c{number}");
    /// <summary>Whether there is news since a comment, for pages without a circuit.</summary>
    public static string News(int trace, int lastComment) =>
        string.Create(CultureInfo.InvariantCulture, $"{Trace(trace)}/news?after={lastComment}");
    /// <summary>Whom one may call on a trace.</summary>
    public static string People(int trace) => Trace(trace) + "/people";
    public static string Feed(int trace) => Trace(trace) + "/feed.atom";
    public static string Revise(int trace) => Trace(trace) + "/revise";
    public static string Board(int trace, int? revision) => (revision is { } one ? Trace(trace, one) : Trace(trace)) + "/board";
    /// <param name="extension">The extension of an export format: <c>json</c>.</param>
    public static string TraceExport(int number, int revision, string extension) => $"{Trace(number, revision)}.{extension}";
    public static string Suggestions(int trace) => Trace(trace) + "/suggestions";
    public static string Suggestion(int trace, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Suggestions(trace)}/{number}");
    /// <summary>One revision for a frame.</summary>
    public static string Embed(int number, int revision) => "/embed" + Trace(number, revision);
    /// <summary>The graph as a PNG, for messengers.</summary>
    /// <param name="width">Pixels; null for the full size.</param>
    public static string TracePicture(int number, int revision, int? width = null) => WithQuery(
        Trace(number, revision) + "/graph.png", ("width", width?.ToString(CultureInfo.InvariantCulture)));
    public static string Cite(int number, int revision) => Trace(number, revision) + "/cite";
    /// <param name="extension">The extension of a citation format: <c>bib</c>.</param>
    public static string CiteFile(int number, int revision, string extension) => $"{Cite(number, revision)}.{extension}";
    public static string TraceHistory(int number) => Trace(number) + "/history";
    public static string TraceDiff(int number, int from, int to) =>
        string.Create(CultureInfo.InvariantCulture, $"{Trace(number)}/diff/{from}..{to}");
    /// <summary>Where a form asks for two revisions to compare.</summary>
    public static string TraceDiff(int number) => Trace(number) + "/diff";
    /// <summary>The public accession: <c>VCT12563</c>.</summary>
    public static string Accession(int number) => "VCT" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of an accession (<c>VCT12563</c>, any case) or of a plain number; null when it is neither.</summary>
    public static int? TryParseAccession(string text)
    {
        var digits = text.StartsWith("VCT", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(3) : text.AsSpan();
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }
}
