using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Browse.Words;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Traces;

/// <summary>What searches find a trace by, of its latest revision: what it names, its claims, its words, and the sentence of its
/// row.</summary>
public sealed class IndexTrace(EntityRecognizer recognizer, ITraceSearch search)
{
    /// <summary>Adds the rows of a trace that has none; the caller saves them.</summary>
    /// <param name="trace">Gets its counts, its path and its finding.</param>
    /// <param name="asked">What the question named.</param>
    /// <returns>The text that <see cref="KeepWordsAsync"/> keeps.</returns>
    public string Add(
        PortalDb db, TraceRow trace, ActionGraph graph, ImmutableArray<Verdict> verdicts, IEnumerable<TraceTerm> asked, string report)
    {
        var rows = Make(trace, graph, verdicts, asked, report);
        db.TraceTerms.AddRange(rows.Terms);
        db.TraceClaims.AddRange(rows.Claims);
        return rows.Words;
    }

    /// <summary>The same without a database.</summary>
    internal IndexRows Make(
        TraceRow trace, ActionGraph graph, ImmutableArray<Verdict> verdicts, IEnumerable<TraceTerm> asked, string report)
    {
        var sheet = ClaimSheet.From(graph, [.. verdicts.Where(v => graph.Makes(v.Claim))], isFinal: true);
        trace.Path = TracePath.Describe(graph).Fit(400);
        trace.Finding = ConclusionText.From(
            trace.Compound, trace.CellLine, sheet, trace.State == TraceState.Discarded ? trace.StateReason : null).ToString()
            .Fit(TraceRow.LongestFinding);
        trace.KnowsTooLittle = ListingRule.For(graph, verdicts) != Listing.Listed;
        trace.Kinds = NamesBetweenBars.From(graph.Actions.Select(a => a.Name.ToSearchForm()).Distinct());
        trace.Ends = TraceEnds.In(graph, recognizer.Match);
        Count(trace, CountVerdicts.OfActions(graph, verdicts));
        var terms = TraceTerms.In(graph, asked, recognizer.Match);
        return new(
            [.. terms.Select((term, i) => term.ToRow(trace.Number, i))], ClaimsOfGraph.Rows(trace.Number, sheet, recognizer.Match),
            string.Join('\n', [trace.Title, trace.Finding, .. terms.Select(t => t.Label), report]));
    }

    /// <summary>Within the caller's transaction, after the trace is written.</summary>
    public Task KeepWordsAsync(PortalDb db, int trace, string text, CancellationToken ct) => search.KeepAsync(db, trace, text, ct);

    /// <summary>The same for many that are new.</summary>
    internal Task KeepNewWordsAsync(PortalDb db, IEnumerable<(int Trace, string Text)> texts, CancellationToken ct) =>
        search.KeepNewAsync(db, texts, ct);

    /// <summary>Takes out the rows of an earlier revision.</summary>
    /// <returns>What the question named, and the drawings that the job read.</returns>
    public static async Task<ImmutableArray<TraceTerm>> RemoveAsync(PortalDb db, int trace, CancellationToken ct)
    {
        var terms = await db.TraceTerms.Where(t => t.TraceNumber == trace).OrderBy(t => t.Ordinal).ToListAsync(ct);
        await db.TraceTerms.Where(t => t.TraceNumber == trace).ExecuteDeleteAsync(ct);
        await db.TraceClaims.Where(c => c.TraceNumber == trace).ExecuteDeleteAsync(ct);
        return [.. terms.Where(t => t.Kind is TermKind.Compound or TermKind.CellLine or TermKind.Organ or TermKind.Drawing)
            .Select(t => new TraceTerm(t.Kind, t.Label, t.Curie))];
    }

    private static void Count(TraceRow trace, VerdictCounts counts)
    {
        (trace.Supported, trace.Refuted, trace.Undetermined, trace.NotTestable, trace.SameSource) =
            (counts.Supported, counts.Refuted, counts.Undetermined, counts.NotTestable, counts.SameSource);
        (trace.Disputed, trace.Dependent, trace.Direct) = (counts.Disputed, counts.Dependent, counts.Direct);
        (trace.Against, trace.Elsewhere) = (counts.Refuted + counts.Disputed, counts.Supported - counts.Direct);
        trace.Judged = JudgedShares.From(counts);
    }
}
