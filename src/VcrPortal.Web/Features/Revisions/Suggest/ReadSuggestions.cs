using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Revisions.Diff;
using VcrPortal.Web.Features.Revisions.Effects;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>A suggestion as a list shows it.</summary>
/// <param name="Author">Null once the account is gone.</param>
public sealed record SuggestionItem(
    int Number, int Base, string? Author, string Rationale, DateTime At, SuggestionState State, string? Decision, int? Became);

/// <summary>All of one suggestion.</summary>
/// <param name="IsCurrent">The trace has not been revised since.</param>
/// <param name="Report">What it changes in the report.</param>
public sealed record SuggestionView(
    SuggestionItem Item, string Title, bool IsMine, bool IsCurrent, ActionGraph Before, ActionGraph After, GraphDiff Diff,
    ImmutableArray<ReportChange> Report, ImmutableArray<SideEffect> Effects, ImmutableArray<NodeId> ToCheckAgain,
    ImmutableArray<int> Accepted, bool IsReportAccepted)
{
    /// <summary>In Markdown; the same where the suggestion leaves it as it is.</summary>
    public string ReportBefore { get; init; } = "";
    /// <inheritdoc cref="ReportBefore"/>
    public string ReportAfter { get; init; } = "";
}

/// <summary>Suggestions on one trace.</summary>
[Requires(Operation.ReadTrace)]
public sealed class ReadSuggestions(IDbContextFactory<PortalDb> databases, GraphCache graphs)
{
    /// <summary>The most suggestions in one list, which are the newest.</summary>
    public const int Most = 100;

    /// <returns>Null when there is no such trace, or the caller may not see it.</returns>
    public async Task<ImmutableArray<SuggestionItem>?> RunAsync(int trace, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.FindResourceAsync<TraceRow>(trace, caller, ct) is null) return null;
        return [.. await Items(db, db.Suggestions.Where(s => s.TraceNumber == trace)).Take(Most).ToListAsync(ct)];
    }

    /// <returns>Null when there is no such suggestion, or the caller may not see its trace.</returns>
    public async Task<SuggestionView?> FindAsync(int trace, int number, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Traces.VisibleTo(db, caller).Where(t => t.Number == trace).Select(t => new { t.Title, t.Revision })
            .FirstOrDefaultAsync(ct) is not { } head) return null;
        var one = db.Suggestions.Where(s => s.TraceNumber == trace && s.Number == number);
        if (await one.FirstOrDefaultAsync(ct) is not { } row) return null;
        var item = await Items(db, one).SingleAsync(ct);
        var from = await db.TraceRevisions.Where(r => r.TraceNumber == trace && r.Revision == row.Base)
            .Select(r => new { r.Hash, r.Text }).SingleAsync(ct);
        var report = await ReportOfRevision.ReadAsync(db, trace, row.Base, ct) ?? "";
        var (before, after) = (graphs.Read(from.Hash, from.Text).Graph, graphs.Read($"suggestion {number}", row.Text).Graph);
        return new(
            item, head.Title, row.AuthorKey == caller.Key, row.Base == head.Revision, before, after, GraphDiff.Between(before, after),
            ReportChange.Between(report, row.Report ?? report),
            [.. SideEffects.For(before, after, ""), .. SideEffects.InReport(Told(report, before, row.Report, after), after)],
            SideEffects.ToCheckAgain(before, after),
            [.. (row.AcceptedHunks ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(h => int.Parse(h, System.Globalization.CultureInfo.InvariantCulture))], row.IsReportAccepted)
        {
            ReportBefore = report,
            ReportAfter = row.Report ?? report,
        };
    }

    /// <summary>Digests of what the caller has suggested on a revision already, so that it is not taken for work that still goes
    /// on.</summary>
    public async Task<ImmutableArray<string>> SentAsync(int trace, int revision, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!caller.IsSignedIn || await db.FindResourceAsync<TraceRow>(trace, caller, ct) is null) return [];
        var sent = await db.Suggestions.Where(s => s.TraceNumber == trace && s.Base == revision && s.AuthorKey == caller.Key)
            .OrderByDescending(s => s.Number).Take(Most).Select(s => new { s.Text, s.Report }).ToListAsync(ct);
        if (sent.Count == 0) return [];
        var report = await ReportOfRevision.ReadAsync(db, trace, revision, ct);
        return [.. sent.Select(s => WorkDigest.For(s.Text, s.Report ?? report))];
    }

    private static ImmutableArray<ToldReport> Told(string report, ActionGraph before, string? changed, ActionGraph after) =>
        changed is null ? [new(report, before)] : [new(report, before), new(changed, after)];

    private static IQueryable<SuggestionItem> Items(PortalDb db, IQueryable<SuggestionRow> suggestions) =>
        from s in suggestions
        join u in db.Users on s.AuthorKey equals u.Id into people
        from u in people.DefaultIfEmpty()
        orderby s.Number descending
        select new SuggestionItem(
            s.Number, s.Base, u == null ? null : u.UserName, s.Rationale, s.At, s.State, s.Decision, s.Became);
}
