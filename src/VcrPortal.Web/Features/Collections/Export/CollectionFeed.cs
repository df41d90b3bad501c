using System.Collections.Immutable;
using System.Net;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Collections.Export;

/// <summary>What was put into a collection, the newest first, for feed readers.</summary>
internal static class CollectionFeed
{
    private const int Most = 50;

    /// <param name="root">Scheme and host, without a slash at the end.</param>
    public static AtomFeed For(CollectionView view, string root)
    {
        var (summary, author) = (view.Summary, view.Summary.Owner ?? "deleted user");
        ImmutableArray<AtomEntry> entries =
        [
            .. view.Items.OrderByDescending(i => i.At).Take(Most).Select(i => new AtomEntry(
                root + PortalUrls.Collected(i.Key.Trace, i.Revision, i.Key.Action), $"{i.Title}, {PortalUrls.Accession(i.Key.Trace)}",
                author, i.At, i.At, $"<p>{WebUtility.HtmlEncode(i.Text)}</p><p>{WebUtility.HtmlEncode(i.Note)}</p>")),
        ];
        return new(
            root + PortalUrls.CollectionFeed(summary.Number), root + PortalUrls.Collection(summary.Number), summary.Title,
            summary.ChangedAt, entries);
    }
}
