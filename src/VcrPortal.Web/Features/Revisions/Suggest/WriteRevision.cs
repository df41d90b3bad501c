using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <param name="Reason">Everybody reads it beside the revision.</param>
/// <param name="ActorKey">Who makes it a revision.</param>
/// <param name="AuthorKey">Who wrote what is new in it.</param>
/// <param name="At">UTC.</param>
public sealed record RevisionNote(string Reason, string ActorKey, string AuthorKey, DateTime At)
{
    /// <summary>The whole report in Markdown; null: as it was.</summary>
    public string? Report { get; init; }
}

/// <summary>Writes a revision with all that hangs on it: what the checks say of it, terms, the counts of its trace, and the word to those
/// whom it concerns.</summary>
public sealed class WriteRevision(IndexTrace index, CheckRevision check)
{
    /// <summary>In the caller's transaction, which has locked the trace.</summary>
    /// <param name="trace">Tracked.</param>
    /// <returns>The number of the revision.</returns>
    public async Task<int> AddAsync(
        PortalDb db, TraceRow trace, ActionGraph before, ActionGraph graph, RevisionNote note, CancellationToken ct)
    {
        var number = trace.Revision + 1;
        db.TraceRevisions.Add(
            new TraceRevisionRow
            {
                TraceNumber = trace.Number,
                Revision = number,
                Vocabulary = graph.Vocabulary.Version,
                Hash = graph.RevisionHash,
                Text = ExplanationWriter.Write(graph),
                Reason = note.Reason.Trim(),
                Report = note.Report,
                At = note.At,
                AuthorKey = note.AuthorKey.Fit(32),
            });
        var verdicts = await check.RunAsync(db, trace, before, graph, ct);
        db.TraceVerdicts.AddRange(verdicts.Select((v, i) => TraceVerdictRow.From(trace.Number, number, i, v)));
        var told = note.Report ?? await ReportOfRevision.ReadAsync(db, trace.Number, trace.Revision, ct) ?? "";
        (trace.Revision, trace.ChangedAt, trace.Version) = (number, note.At, trace.Version + 1);
        trace.Review = ReviewState.Unreviewed; // what was judged is another revision
        var asked = await IndexTrace.RemoveAsync(db, trace.Number, ct);
        var words = index.Add(db, trace, graph, verdicts, asked, told);
        await new NotificationDraft(NotificationKind.Revision, trace.Number, number, note.ActorKey, note.At).AddAsync(db, ct);
        await db.SaveChangesAsync(ct);
        await index.KeepWordsAsync(db, trace.Number, words, ct);
        return number;
    }
}
