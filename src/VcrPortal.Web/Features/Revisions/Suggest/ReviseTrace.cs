using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>What became of a revision.</summary>
public abstract record ReviseOutcome
{
    private ReviseOutcome() { }

    public sealed record Revised(int Revision) : ReviseOutcome;
    /// <summary>Somebody else made a revision in the meantime: nothing was written.</summary>
    public sealed record Conflict(int Latest) : ReviseOutcome;
    /// <param name="Diagnostics">What is wrong with the text, at least one error.</param>
    public sealed record NotValid(ImmutableArray<Diagnostic> Diagnostics) : ReviseOutcome;
    public sealed record Invalid(string Reason) : ReviseOutcome;
    public sealed record NotAllowed : ReviseOutcome;
    public sealed record NotFound : ReviseOutcome;
}

/// <param name="Base">The revision that its author began from.</param>
/// <param name="Text">The whole explanation in the text form.</param>
/// <param name="Reason">Why, in a sentence; everybody reads it.</param>
/// <param name="Report">The whole report in Markdown; null: as it was.</param>
public sealed record NewRevision(int Trace, int Base, string? Text, string? Reason, string? Report = null);

/// <summary>Adds a revision that a person wrote, which is put to the checks as an engine's is.</summary>
[Requires(Operation.ReviseTrace)]
public sealed class ReviseTrace(
    IDbContextFactory<PortalDb> databases, GraphCache graphs, WriteRevision write, VocabularyInUse vocabulary, DiscussionBell bell,
    TimeProvider clock)
{
    /// <summary>Characters.</summary>
    public const int MostText = 200_000, MostReason = 300;

    public async Task<ReviseOutcome> RunAsync(NewRevision revision, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReviseTrace)) return new ReviseOutcome.NotAllowed();
        if (string.IsNullOrWhiteSpace(revision.Reason)) return new ReviseOutcome.Invalid("Say in a sentence why you change it.");
        if (revision.Reason.Length > MostReason) return new ReviseOutcome.Invalid(
            $"The reason has at most {MostReason} characters; this one has {revision.Reason.Length:N0}.");
        if (revision.Text is not { Length: <= MostText } text) return new ReviseOutcome.Invalid(
            $"An explanation has at most {MostText:N0} characters.");
        if (revision.Report?.Length > MostText) return new ReviseOutcome.Invalid($"A report has at most {MostText:N0} characters.");
        var read = ExplanationReader.Read(text, vocabulary.Now);
        if (read.Diagnostics.Any(d => d.Severity == Severity.Error)) return new ReviseOutcome.NotValid(read.Diagnostics);

        return await databases.InTransactionAsync(
            Repeatable.IfUndone, (db, transaction) => ReviseAsync(db, transaction, revision, read.Graph, caller, ct), ct);
    }

    private async Task<ReviseOutcome> ReviseAsync(
        PortalDb db, PortalTransaction transaction, NewRevision revision, ActionGraph graph, Caller caller, CancellationToken ct)
    {
        if (!await LockDiscussion.TakeAsync(db, revision.Trace, ct)
            || await db.FindResourceAsync<TraceRow>(revision.Trace, caller, ct) is not { } thing) return new ReviseOutcome.NotFound();
        if (!caller.May(Operation.ReviseTrace, thing)) return new ReviseOutcome.NotAllowed();
        var outcome = await WriteAsync(db, revision, graph, caller, ct);
        if (outcome is not ReviseOutcome.Revised) return outcome;
        await transaction.CommitAsync(ct);
        bell.Ring(revision.Trace);
        return outcome;
    }

    private async Task<ReviseOutcome> WriteAsync(PortalDb db, NewRevision revision, ActionGraph graph, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var trace = await db.Traces.AsTracking().SingleAsync(t => t.Number == revision.Trace, ct);
        if (trace.Revision != revision.Base) return new ReviseOutcome.Conflict(trace.Revision);
        if (await db.IsTooFastAsync(caller, Operation.ReviseTrace, now, ct)) return new ReviseOutcome.Invalid(
            "You made many revisions within ten minutes. Your text is kept; send it in a while.");
        var latest = await db.TraceRevisions.SingleAsync(r => r.TraceNumber == trace.Number && r.Revision == trace.Revision, ct);
        var before = graphs.Read(latest.Hash, latest.Text).Graph;
        var report = await ChangedReport.ReadAsync(db, revision, ct);
        if (before.RevisionHash == graph.RevisionHash && report is null) return new ReviseOutcome.Invalid("Nothing is changed yet.");

        var number = await write.AddAsync(db, trace, before, graph,
            new(revision.Reason!, caller.Key, caller.Key, now) { Report = report }, ct);
        HistoryWriter.Add(
            db, caller, Operation.ReviseTrace, HistorySubject.Revision(number, trace.Number), now, graph.RevisionHash);
        await db.SaveChangesAsync(ct);
        return new ReviseOutcome.Revised(number);
    }
}
