using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Collections;

/// <summary>One collection as its reader sees it. Who may not see a trace does not learn that it is in there.</summary>
[Requires(Operation.ReadCollection)]
public sealed class ReadCollection(IDbContextFactory<PortalDb> databases, GraphCache graphs)
{
    /// <returns>Null when there is none, or it is not for this caller.</returns>
    public async Task<CollectionView?> RunAsync(int number, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = db.Collections.VisibleTo(db, caller).Where(c => c.Number == number);
        if (await CollectionSummaries.For(db, found, caller).FirstOrDefaultAsync(ct) is not { } summary) return null;
        var version = await found.Select(c => c.Version).FirstOrDefaultAsync(ct);
        var rows = await (
            from item in db.CollectionItems.Where(i => i.CollectionNumber == number)
            join trace in db.Traces.VisibleTo(db, caller) on item.TraceNumber equals trace.Number
            join revision in db.TraceRevisions on new { item.TraceNumber, item.Revision }
                equals new { revision.TraceNumber, revision.Revision }
            orderby item.Place
            let isLatest = item.Action == "" && item.Revision == trace.Revision
            select new Row(item, trace, revision.Hash, isLatest ? null : revision.Text)).ToListAsync(ct);
        var verdicts = await VerdictsAsync(db, rows, ct);
        ImmutableArray<CollectedItem> items = [.. rows.Select(r => Item(r, verdicts[(r.Item.TraceNumber, r.Item.Revision)]))];
        var open = await OpenAsync(db, number, ct);
        return new(summary, version, items, HashOf(summary.Title, open), open.Count);
    }

    /// <param name="Text">The text of the frozen revision; null where the trace itself says all that is shown of it.</param>
    private sealed record Row(CollectionItemRow Item, TraceRow Trace, string Hash, string? Text);

    /// <summary>The verdicts of the revisions that are no longer the latest: what was found in them is concluded anew.</summary>
    private static async Task<ILookup<(int, int), Verdict>> VerdictsAsync(PortalDb db, List<Row> rows, CancellationToken ct)
    {
        var earlier = rows.Where(r => r.Item.Action.Length == 0 && r.Text is not null).Select(r => r.Item.TraceNumber).ToArray();
        var found = earlier.Length == 0 ? [] : await db.TraceVerdicts.Where(v => earlier.Contains(v.TraceNumber)).OrderBy(v => v.Ordinal)
            .Select(v => new { v.TraceNumber, v.Revision, v.VerdictJson }).ToListAsync(ct);
        return found.ToLookup(v => (v.TraceNumber, v.Revision), v => PortalJson.Read<Verdict>(v.VerdictJson));
    }

    private CollectedItem Item(Row row, IEnumerable<Verdict> verdicts)
    {
        var (text, counts) = (row.Text, row.Item.Action) switch
        {
            (null, _) => (row.Trace.Finding.Length > 0 ? row.Trace.Finding : row.Trace.Path, CountsOf(row.Trace)),
            (var frozen, "") => Conclude(row.Trace, graphs.Read(row.Hash, frozen).Graph, [.. verdicts]),
            (var frozen, var action) => (ClaimText(graphs.Read(row.Hash, frozen).Graph, action), null),
        };
        return new(row.Item.Key, row.Item.Revision, row.Trace.Title, text, counts, row.Item.Note, row.Item.At, row.Hash,
            row.Trace.IsPrivate);
    }

    private static (string Text, VerdictCounts? Counts) Conclude(TraceRow trace, ActionGraph graph, ImmutableArray<Verdict> verdicts) =>
        (ConclusionText.From(trace.Compound, trace.CellLine, ClaimSheet.From(graph, verdicts, isFinal: true)).ToString(),
            CountVerdicts.OfActions(graph, verdicts));

    private static string ClaimText(ActionGraph graph, string action) => graph.Find(new NodeId(action)) is { } node
        ? ClaimWording.For(node).Sentence
        : $"Claim {action}, which the vocabulary of today does not read.";

    private static VerdictCounts CountsOf(TraceRow t) =>
        new(t.Supported, t.Refuted, t.Undetermined, t.NotTestable, t.SameSource, t.Disputed, t.Dependent, t.Direct);

    /// <summary>A line of what is public in it, in its order: nothing that depends on who asks.</summary>
    private static Task<List<string>> OpenAsync(PortalDb db, int number, CancellationToken ct) => (
        from item in db.CollectionItems.Where(i => i.CollectionNumber == number)
        join trace in db.Traces.Where(t => !t.IsPrivate) on item.TraceNumber equals trace.Number
        join revision in db.TraceRevisions on new { item.TraceNumber, item.Revision }
            equals new { revision.TraceNumber, revision.Revision }
        orderby item.Place
        select revision.Hash + " " + item.Action + " " + item.Note).ToListAsync(ct);

    private static string HashOf(string title, IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(title)))));
}
