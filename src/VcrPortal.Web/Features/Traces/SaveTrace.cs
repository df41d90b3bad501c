using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces;

/// <summary>Stores a trace whole: number, revisions, verdicts, terms. One for each job, however often it is asked.</summary>
public sealed class SaveTrace(InstalledKnowledge knowledge, VocabularyInUse vocabulary, IndexTrace index)
{
    /// <summary>Writes within the caller's transaction, so that a trace and the event that announces it stand or fall together.</summary>
    /// <returns>The trace's number.</returns>
    public async Task<int> RunAsync(PortalDb db, NewTrace trace, TraceOwner owner, DateTime now, CancellationToken ct)
    {
        if (await db.Traces.Where(t => t.JobNumber == trace.JobNumber).Select(t => (int?)t.Number)
            .FirstOrDefaultAsync(ct) is { } known) return known;
        var number = await NumberSeries.TakeAsync(db, NumberSeries.Trace, 1, ct);
        var words = Add(db, number, trace, owner, now);
        await db.SaveChangesAsync(ct);
        await index.KeepWordsAsync(db, number, words, ct);
        return number;
    }

    /// <summary>Writes many that come from a file, within the caller's transaction; none of them may be here.</summary>
    public async Task RunManyAsync(PortalDb db, IReadOnlyList<NewTrace> traces, TraceOwner owner, DateTime now, CancellationToken ct)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false; // all of it is new
        var first = await NumberSeries.TakeAsync(db, NumberSeries.Trace, traces.Count, ct);
        var words = traces.Select((trace, i) => Add(db, first + i, trace, owner, now)).ToList();
        await db.SaveChangesAsync(ct);
        for (var i = 0; i < words.Count; i++) await index.KeepWordsAsync(db, first + i, words[i], ct);
    }

    private string Add(PortalDb db, int number, NewTrace trace, TraceOwner owner, DateTime now)
    {
        var subject = TraceSubject.From(trace.Record, knowledge.Base);
        // A run that was not interrupted brings its graphs; what an earlier attempt stored is text.
        var graphs = trace.Revisions.Select(r => r.Graph ?? ExplanationReader.Read(r.Text, vocabulary.Now).Graph).ToImmutableArray();
        var row = RowOf(number, trace, owner, subject, now);
        db.Traces.Add(row);
        db.TraceTexts.Add(new TraceTextRow
        {
            TraceNumber = number,
            Report = trace.Report,
            EvidenceJson = PortalJson.Write(trace.Evidence),
            CitationsJson = PortalJson.Write(trace.Citations),
            RecordJson = trace.RecordJson,
        });
        foreach (var (revision, graph) in trace.Revisions.Zip(graphs))
        {
            db.TraceRevisions.Add(new TraceRevisionRow
            {
                TraceNumber = number,
                Revision = revision.Revision,
                Vocabulary = graph.Vocabulary.Version,
                Hash = graph.RevisionHash,
                Text = revision.Text,
                Reason = revision.Reason.Fit(500),
                At = now,
            });
            db.TraceVerdicts.AddRange(VerdictsOf(number, revision.Revision, graph, trace));
        }
        db.TraceScores.AddRange(ScoreTrace.Rows(number, graphs[0], trace.Verdicts, knowledge.Recognizer.Match));
        return index.Add(db, row, graphs[^1], trace.VerdictsOf(trace.Revisions[^1].Revision), subject.Terms(), trace.Report);
    }

    private static TraceRow RowOf(int number, NewTrace trace, TraceOwner owner, TraceSubject subject, DateTime now) =>
        new()
        {
            Number = number,
            JobNumber = trace.JobNumber,
            ImportHash = trace.ImportHash,
            OwnerKey = owner.Key,
            IsPrivate = owner.IsPrivate,
            BatchNumber = owner.BatchNumber,
            Title = trace.Record.Title.Fit(300),
            TitleFolded = trace.Record.Title.ToSearchForm().Fit(300),
            Compound = subject.Compound,
            CompoundCurie = subject.CompoundCurie,
            CellLine = subject.CellLine,
            CellLineCurie = subject.CellLineCurie,
            Organ = subject.Organ?.Fit(100),
            State = trace.State,
            StateReason = trace.StateReason?.Fit(500),
            Revision = trace.Revisions[^1].Revision,
            Engine = trace.Engine.Fit(60),
            CreatedAt = now,
            ChangedAt = now,
            Version = 1,
        };

    private static IEnumerable<TraceVerdictRow> VerdictsOf(int number, int revision, ActionGraph graph, NewTrace trace) =>
        trace.VerdictsOf(revision).Where(v => graph.Makes(v.Claim)).Select((v, i) => TraceVerdictRow.From(number, revision, i, v));
}
