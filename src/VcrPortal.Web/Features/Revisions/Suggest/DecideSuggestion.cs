using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <param name="Hunks">Places of the hunks that are accepted, in the suggestion's difference.</param>
/// <param name="Note">For whoever suggested it.</param>
/// <param name="TakesReport">The report that came with it is accepted. Neither this nor a hunk rejects it.</param>
public sealed record Decision(int Trace, int Suggestion, ImmutableArray<int> Hunks, string? Note, bool TakesReport = false)
{
    public bool IsRejection => Hunks.IsEmpty && !TakesReport;
}

/// <summary>Accepts or rejects a suggestion hunk by hunk, by somebody who did not make it. What is accepted is put to the checks again and
/// becomes the next revision, with its author's name; other suggestions on the same revision are superseded.</summary>
[Requires(Operation.DecideSuggestion)]
public sealed class DecideSuggestion(
    IDbContextFactory<PortalDb> databases, GraphCache graphs, WriteRevision write, DiscussionBell bell, TimeProvider clock)
{
    public async Task<SuggestOutcome> RunAsync(Decision decision, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.DecideSuggestion)) return new SuggestOutcome.NotAllowed();
        if (decision.Note?.Length > SuggestionRow.ReasonLength) return new SuggestOutcome.Invalid(
            $"The note has at most {SuggestionRow.ReasonLength} characters; this one has {decision.Note.Length:N0}.");
        if (decision.IsRejection && string.IsNullOrWhiteSpace(decision.Note)) return new SuggestOutcome.Invalid(
            "Say in a sentence why you reject it, for whoever suggested it.");
        var outcome = await databases.InTransactionAsync<SuggestOutcome>(Repeatable.IfUndone, async (db, transaction) =>
        {
            if (!await LockDiscussion.TakeAsync(db, decision.Trace, ct)
                || await db.FindResourceAsync<TraceRow>(decision.Trace, caller, ct) is not { } thing) return new SuggestOutcome.NotFound();
            if (!caller.May(Operation.DecideSuggestion, thing)) return new SuggestOutcome.NotAllowed();
            var decided = await DecideAsync(db, decision, caller, ct);
            if (decided is SuggestOutcome.Decided) await transaction.CommitAsync(ct);
            return decided;
        }, ct);
        if (outcome is SuggestOutcome.Decided) bell.Ring(decision.Trace);
        return outcome;
    }

    private async Task<SuggestOutcome> DecideAsync(PortalDb db, Decision decision, Caller caller, CancellationToken ct)
    {
        var row = await db.Suggestions.AsTracking()
            .FirstOrDefaultAsync(s => s.Number == decision.Suggestion && s.TraceNumber == decision.Trace, ct);
        if (row is null) return new SuggestOutcome.NotFound();
        if (row.AuthorKey == caller.Key) return new SuggestOutcome.Invalid("You suggested it, so somebody else decides on it.");
        if (row.State != SuggestionState.Open) return new SuggestOutcome.Invalid(
            $"It is decided already: {SuggestionText.For(row.State)}.");
        var trace = await db.Traces.AsTracking().SingleAsync(t => t.Number == row.TraceNumber, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        if (decision.IsRejection) Close(row, SuggestionState.Rejected, decision, caller, now);
        else if (await AcceptAsync(db, row, trace, decision, caller, now, ct) is { } refusal) return new SuggestOutcome.Invalid(refusal);
        HistoryWriter.Add(
            db, caller, Operation.DecideSuggestion, HistorySubject.Suggestion(row.Number, trace.Number), now, row.State.ToString());
        await new NotificationDraft(NotificationKind.Suggestion, trace.Number, row.Number, caller.Key, now)
        {
            Authors = [row.AuthorKey],
            Watchers = false,
            Title = $"decided on your suggestion {row.Number}: {SuggestionText.For(row.State)}",
        }.AddAsync(db, ct);
        await db.SaveChangesAsync(ct);
        return new SuggestOutcome.Decided(row.State, row.Became);
    }

    private async Task<string?> AcceptAsync(
        PortalDb db, SuggestionRow row, TraceRow trace, Decision decision, Caller caller, DateTime now, CancellationToken ct)
    {
        if (row.Base != trace.Revision) return $"Revision {trace.Revision} came in between. It can only be rejected or made anew.";
        var from = await db.TraceRevisions.SingleAsync(r => r.TraceNumber == trace.Number && r.Revision == row.Base, ct);
        var before = graphs.Read(from.Hash, from.Text).Graph;
        var diff = GraphDiff.Between(before, graphs.Read($"suggestion {row.Number}", row.Text).Graph);
        if (decision.TakesReport && row.Report is null) return "It changes nothing in the report. Load the page again.";
        if ((decision.Hunks.IsEmpty ? before : ChosenHunks.Apply(diff, before, decision.Hunks)) is not { } graph) return
            "There are no such changes in it. Load the page again.";
        if (graph.Problems().FirstOrDefault(p => p.Severity == Severity.Error) is { } problem) return
            $"These changes alone make no sound graph: {problem.Message}";

        var isWhole = decision.Hunks.Distinct().Count() == diff.Hunks.Length && decision.TakesReport == row.Report is not null;
        var note = new RevisionNote(row.Rationale, caller.Key, row.AuthorKey, now)
        {
            Report = decision.TakesReport ? row.Report : null,
        };
        row.Became = await write.AddAsync(db, trace, before, graph, note, ct);
        row.IsReportAccepted = decision.TakesReport;
        row.AcceptedHunks = string.Join(',', decision.Hunks.Distinct().Order().Select(h => h.ToString(CultureInfo.InvariantCulture)));
        Close(row, isWhole ? SuggestionState.Accepted : SuggestionState.AcceptedInPart, decision, caller, now);
        await db.SaveChangesAsync(ct);
        await db.Suggestions.Where(s => s.TraceNumber == trace.Number && s.State == SuggestionState.Open && s.Number != row.Number)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.State, SuggestionState.Superseded).SetProperty(x => x.DecidedAt, now), ct);
        return null;
    }

    private static void Close(SuggestionRow row, SuggestionState state, Decision decision, Caller caller, DateTime now) =>
        (row.State, row.DecidedBy, row.DecidedAt, row.Decision) =
            (state, caller.Key, now, string.IsNullOrWhiteSpace(decision.Note) ? null : decision.Note.Trim());
}
