using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui.Markdown;

namespace VcrPortal.Web.Features.Annotations;

/// <summary>The reports of revisions as plain text, which the places of passages count: a revision never changes, and neither does its
/// text.</summary>
public sealed class ReportTexts : IDisposable
{
    /// <summary>Texts kept, mostly of 5 kB; the least used ones go first.</summary>
    private const int Limit = 200;

    private readonly MemoryCache _read = new(new MemoryCacheOptions { SizeLimit = Limit });

    /// <summary>What a browser shows of a report, without its markup.</summary>
    public static string For(string markdown) => ReportText.From(MarkdownText.ToHtml(markdown)).Text;

    /// <summary>For whom permission was asked already.</summary>
    /// <returns>Null when there is no such revision.</returns>
    internal async Task<CodePoints?> ReadAsync(PortalDb db, int trace, int revision, CancellationToken ct)
    {
        if (_read.TryGetValue((trace, revision), out CodePoints? known)) return known;
        if (!await db.TraceRevisions.AnyAsync(r => r.TraceNumber == trace && r.Revision == revision, ct)
            || await ReportOfRevision.ReadAsync(db, trace, revision, ct) is not { } report) return null;
        return _read.Set((trace, revision), new CodePoints(For(report)), new MemoryCacheEntryOptions { Size = 1 });
    }

    public void Dispose() => _read.Dispose();
}
