using VcrPortal.Web.Features.Traces.Cite;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Collections.Export;

/// <summary>One state of a collection as others cite it: its version and its hash say which.</summary>
internal static class CollectionCitation
{
    /// <param name="root">Scheme and host, without a slash at the end.</param>
    public static Citation From(CollectionView view, string root)
    {
        var summary = view.Summary;
        var name = FormattableString.Invariant($"collection {summary.Number}, version {view.Version}");
        return new(
            FormattableString.Invariant($"collection{summary.Number}v{view.Version}"), $"{summary.Title} ({name})",
            summary.Owner ?? "deleted user", view.Version, summary.ChangedAt, root + PortalUrls.Collection(summary.Number), view.Hash);
    }
}
