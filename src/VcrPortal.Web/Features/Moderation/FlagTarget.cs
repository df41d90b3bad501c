using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Primitives;
using VcrPortal.Web.Features.Revisions;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Moderation;

/// <summary>What is flagged.</summary>
/// <param name="Trace">That it is or stands on; null for a proposal.</param>
/// <param name="Text">What it says: a title, a rationale, a definition, a comment in Markdown.</param>
public sealed record FlagTarget(FlagKind Kind, int Number, int? Trace, string AuthorKey, string Text)
{
    /// <returns>Null when there is none, it is deleted, or the caller may not see it.</returns>
    internal static async Task<FlagTarget?> FindAsync(PortalDb db, FlagKind kind, int number, Caller caller, CancellationToken ct)
    {
        var found = await FromAsync(db, kind, number, ct);
        return found is { Trace: { } trace } && await db.FindResourceAsync<TraceRow>(trace, caller, ct) is null ? null : found;
    }

    private static Task<FlagTarget?> FromAsync(PortalDb db, FlagKind kind, int number, CancellationToken ct) => kind switch
    {
        FlagKind.Trace => db.Traces.Where(t => t.Number == number)
            .Select(t => new FlagTarget(kind, number, t.Number, t.OwnerKey, t.Title)).FirstOrDefaultAsync(ct),
        FlagKind.Comment => db.Comments.Where(c => c.Number == number && c.DeletedAt == null)
            .Select(c => new FlagTarget(kind, number, c.TraceNumber, c.AuthorKey, c.Text)).FirstOrDefaultAsync(ct),
        FlagKind.Suggestion => db.Suggestions.Where(s => s.Number == number)
            .Select(s => new FlagTarget(kind, number, s.TraceNumber, s.AuthorKey, s.Rationale)).FirstOrDefaultAsync(ct),
        FlagKind.Proposal => db.Proposals.Where(p => p.Number == number)
            .Select(p => new FlagTarget(kind, number, null, p.AuthorKey, p.Name + ": " + p.Definition)).FirstOrDefaultAsync(ct),
        _ => Task.FromResult<FlagTarget?>(null),
    };
}
