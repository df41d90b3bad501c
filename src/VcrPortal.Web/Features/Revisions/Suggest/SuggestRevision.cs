using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>What became of something that was done to a suggestion.</summary>
public abstract record SuggestOutcome
{
    private SuggestOutcome() { }

    public sealed record Suggested(int Number) : SuggestOutcome;
    /// <param name="Became">The revision that came of it; null where it was rejected or withdrawn.</param>
    public sealed record Decided(SuggestionState State, int? Became) : SuggestOutcome;
    /// <param name="Diagnostics">What is wrong with the text, at least one error.</param>
    public sealed record NotValid(ImmutableArray<Diagnostic> Diagnostics) : SuggestOutcome;
    /// <param name="Reason">One sentence that says what to do; nothing was written.</param>
    public sealed record Invalid(string Reason) : SuggestOutcome;
    public sealed record NotAllowed : SuggestOutcome;
    public sealed record NotFound : SuggestOutcome;
}

/// <summary>Suggests a change to a graph, for somebody else to decide on. The same suggestion sent again is one.</summary>
[Requires(Operation.SuggestRevision)]
public sealed class SuggestRevision(
    IDbContextFactory<PortalDb> databases, GraphCache graphs, VocabularyInUse vocabulary, TimeProvider clock)
{
    public async Task<SuggestOutcome> RunAsync(NewRevision wish, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.SuggestRevision)) return new SuggestOutcome.NotAllowed();
        if (string.IsNullOrWhiteSpace(wish.Reason)) return new SuggestOutcome.Invalid("Say in a sentence why you would change it.");
        if (wish.Reason.Length > ReviseTrace.MostReason) return new SuggestOutcome.Invalid(
            $"The reason has at most {ReviseTrace.MostReason} characters; this one has {wish.Reason.Length:N0}.");
        if (wish.Text is not { Length: <= ReviseTrace.MostText } text) return new SuggestOutcome.Invalid(
            $"An explanation has at most {ReviseTrace.MostText:N0} characters.");
        if (wish.Report?.Length > ReviseTrace.MostText) return new SuggestOutcome.Invalid(
            $"A report has at most {ReviseTrace.MostText:N0} characters.");
        var read = ExplanationReader.Read(text, vocabulary.Now);
        if (read.Diagnostics.Any(d => d.Severity == Severity.Error)) return new SuggestOutcome.NotValid(read.Diagnostics);
        return await databases.InTransactionAsync<SuggestOutcome>(
            Repeatable.Always, async (db, transaction) =>
            {
                if (await db.FindResourceAsync<TraceRow>(wish.Trace, caller, ct) is not { } thing) return new SuggestOutcome.NotFound();
                if (!caller.May(Operation.SuggestRevision, thing)) return new SuggestOutcome.NotAllowed();
                var outcome = await AddAsync(db, wish, read.Graph, caller, ct);
                if (outcome is SuggestOutcome.Suggested) await transaction.CommitAsync(ct);
                return outcome;
            }, ct);
    }

    private async Task<SuggestOutcome> AddAsync(PortalDb db, NewRevision wish, ActionGraph graph, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // The series stays locked until the end, so that what is sent twice at once is seen.
        var number = await NumberSeries.TakeAsync(db, NumberSeries.Suggestion, 1, ct);
        if (await db.TraceRevisions.FirstOrDefaultAsync(r => r.TraceNumber == wish.Trace && r.Revision == wish.Base, ct) is not { } from)
            return new SuggestOutcome.NotFound();
        var (before, text) = (graphs.Read(from.Hash, from.Text).Graph, ExplanationWriter.Write(graph));
        var report = await ChangedReport.ReadAsync(db, wish, ct);
        if (before.RevisionHash == graph.RevisionHash && report is null) return new SuggestOutcome.Invalid("Nothing is changed yet.");
        var mine = await db.Suggestions.Where(s => s.TraceNumber == wish.Trace && s.AuthorKey == caller.Key
            && s.State == SuggestionState.Open && s.Base == wish.Base).Select(s => new { s.Number, s.Text, s.Report }).ToListAsync(ct);
        if (mine.Find(s => s.Text == text && s.Report == report) is { } known) return new SuggestOutcome.Suggested(known.Number);
        if (await db.IsTooFastAsync(caller, Operation.SuggestRevision, now, ct)) return new SuggestOutcome.Invalid(
            "You made many suggestions within ten minutes. Your text is kept; send it in a while.");
        db.Suggestions.Add(new SuggestionRow
        {
            Number = number,
            TraceNumber = wish.Trace,
            Base = wish.Base,
            Text = text,
            Report = report,
            Rationale = wish.Reason!.Trim(),
            AuthorKey = caller.Key.Fit(32),
            At = now,
        });
        HistoryWriter.Add(db, caller, Operation.SuggestRevision, HistorySubject.Suggestion(number, wish.Trace), now);
        await new NotificationDraft(NotificationKind.Suggestion, wish.Trace, number, caller.Key, now)
        {
            Title = "suggested a change",
        }.AddAsync(db, ct);
        await db.SaveChangesAsync(ct);
        return new SuggestOutcome.Suggested(number);
    }
}
