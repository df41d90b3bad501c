using System.Net;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;
using VcrPortal.Web.Ui.Markdown;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>What is new on a trace, or among traces, as a feed.</summary>
internal static class DiscussionFeed
{
    /// <summary>Entries of one feed, the newest.</summary>
    private const int Most = 50;

    /// <param name="root">Scheme and host, without a slash at the end.</param>
    public static AtomFeed For(TraceView trace, DiscussionView said, string root)
    {
        var page = root + PortalUrls.Trace(trace.Number);
        var comments = from thread in said.Threads
                       from comment in thread.Comments
                       where !comment.IsDeleted
                       let author = comment.Author ?? "deleted user"
                       select new AtomEntry(
                           $"{page}#c{comment.Number}", thread.Said is Subject.Whole ? $"Comment by {author}"
                           : $"Comment by {author} on {Name(said, thread)}", author,
                           comment.At, comment.EditedAt ?? comment.At, MarkdownText.ToHtml(comment.Text, page));
        var revisions = from revision in trace.Revisions
                        select new AtomEntry(
                            root + PortalUrls.Trace(trace.Number, revision.Revision), $"Revision {revision.Revision}", trace.Engine,
                            revision.At, revision.At, $"<p>{WebUtility.HtmlEncode(revision.Reason)}</p>");
        var entries = comments.Concat(revisions).OrderByDescending(e => e.Updated).ThenByDescending(e => e.Address, StringComparer.Ordinal)
            .Take(Most).ToArray();
        return new(
            root + PortalUrls.Feed(trace.Number), page, $"{trace.Title}, {PortalUrls.Accession(trace.Number)}",
            entries.Select(e => e.Updated).DefaultIfEmpty(trace.CreatedAt).Max(), [.. entries]);
    }

    /// <param name="search">The address of the search, without the root.</param>
    public static AtomFeed For(TracePageOfResults found, string search, string root)
    {
        var entries = found.Items.Take(Most)
            .Select(t =>
            new AtomEntry(
                root + PortalUrls.Trace(t.Number), t.Title, t.Engine, t.ChangedAt, t.ChangedAt, $"<p>{WebUtility.HtmlEncode(t.Path)}</p>"))
                .ToArray();
        var self = search.Replace(PortalUrls.Traces, PortalUrls.TracesFeed, StringComparison.Ordinal);
        return new(
            root + self, root + search, "Traces on VcrPortal", entries.Select(e => e.Updated).DefaultIfEmpty(DateTime.UnixEpoch).Max(),
            [.. entries]);
    }

    private static string Name(DiscussionView said, ThreadView thread) =>
        thread.Anchor.Here is { } here ? said.NameOf(here) : thread.Said.Text;
}
