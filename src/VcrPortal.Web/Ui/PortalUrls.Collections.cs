using System.Globalization;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Ui;

public static partial class PortalUrls
{
    public const string Collections = "/collections";
    public const string Teams = "/teams";
    public const string AddToCollection = "/collections/add";

    public static string Collection(int number) => string.Create(CultureInfo.InvariantCulture, $"{Collections}/{number}");

    public static string CollectionFeed(int number) => Collection(number) + "/feed.atom";

    /// <param name="extension">The extension, as that of a trace's citation: <c>bib</c>.</param>
    public static string CollectionCite(int number, string extension) => $"{Collection(number)}/cite.{extension}";

    /// <param name="extension"><c>json</c> for itself; <c>jsonl</c>, <c>csv</c> or <c>parquet</c> for its traces.</param>
    public static string CollectionData(int number, string extension) => $"{Collection(number)}.{extension}";

    /// <summary>Where somebody chooses into which collection this goes.</summary>
    /// <param name="action">The id of a claim; null for the whole trace.</param>
    public static string AddToCollectionOf(int trace, int revision, string? action = null) =>
        WithQuery(AddToCollection, ("t", Trace(trace, revision)[3..]), ("claim", action));

    /// <param name="keys"><c>VCT1</c> or <c>VCT1@2</c>.</param>
    public static string AddAllToCollection(IEnumerable<string> keys) =>
        AddToCollection + "?" + string.Join('&', keys.Select(key => "t=" + key));

    public static string Team(string name) => $"{Teams}/{Uri.EscapeDataString(name)}";

    /// <summary>The frozen thing itself.</summary>
    /// <param name="action">The id of a claim; empty for the whole trace.</param>
    public static string Collected(int trace, int revision, string action) =>
        action.Length == 0 ? Trace(trace, revision) : ClaimNames.Href(Trace(trace, revision), new NodeId(action));
}
