using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse;
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
        var rows = Make(trace, owner, now);
        rows.Number(await NumberSeries.TakeAsync(db, NumberSeries.Trace, 1, ct));
        await TraceRows.InsertAsync(db, [rows], ct);
        await index.KeepWordsAsync(db, rows.Trace.Number, rows.Index.Words, ct);
        return rows.Trace.Number;
    }

    /// <summary>Writes many that no job made, within the caller's transaction; none of them may be here.</summary>
    public Task RunManyAsync(PortalDb db, IReadOnlyList<NewTrace> traces, TraceOwner owner, DateTime now, CancellationToken ct) =>
        RunManyAsync(db, [.. traces.Select(t => Make(t, owner, now))], ct);

    /// <summary>The same with rows that are made already.</summary>
    internal async Task RunManyAsync(PortalDb db, IReadOnlyList<TraceRows> traces, CancellationToken ct)
    {
        var first = await NumberSeries.TakeAsync(db, NumberSeries.Trace, traces.Count, ct);
        for (var i = 0; i < traces.Count; i++) traces[i].Number(first + i);
        await TraceRows.InsertAsync(db, traces, ct);
        await index.KeepNewWordsAsync(db, traces.Select(t => (t.Trace.Number, t.Index.Words)), ct);
    }

    /// <summary>What is written of a trace, but for its number: most of the work, and done without the database.</summary>
    internal TraceRows Make(NewTrace trace, TraceOwner owner, DateTime now)
    {
        const int later = 0; // the number
        var subject = TraceSubject.From(trace.Record, knowledge.Base);
        // A run that was not interrupted brings its graphs; what an earlier attempt stored is text.
        var graphs = trace.Revisions.Select(r => r.Graph ?? ExplanationReader.Read(r.Text, vocabulary.Now).Graph).ToImmutableArray();
        var row = RowOf(trace, owner, subject, now);
        var revisions = trace.Revisions.Zip(graphs).ToList();
        return new(
            row, TextOf(trace), [.. revisions.Select(r => RowOf(r.First, r.Second, now))],
            [.. revisions.SelectMany(r => VerdictsOf(later, r.First.Revision, r.Second, trace))],
            [.. ScoreTrace.Rows(later, graphs[0], trace.Verdicts, knowledge.Recognizer.Match)],
            index.Make(
                row, graphs[^1], trace.VerdictsOf(trace.Revisions[^1].Revision),
                [.. subject.Terms(), .. TraceTerms.Drawings(trace.Evidence, trace.Citations)], trace.Report));
    }

    private static TraceTextRow TextOf(NewTrace trace) => new()
    {
        Report = trace.Report,
        EvidenceJson = PortalJson.Write(trace.Evidence),
        CitationsJson = PortalJson.Write(trace.Citations),
        RecordJson = trace.RecordJson,
    };

    private static TraceRevisionRow RowOf(GenerationEvent.RevisionWritten revision, ActionGraph graph, DateTime now) => new()
    {
        Revision = revision.Revision,
        Vocabulary = graph.Vocabulary.Version,
        Hash = graph.RevisionHash,
        Text = revision.Text,
        Reason = revision.Reason.Fit(500),
        At = now,
    };

    private static TraceRow RowOf(NewTrace trace, TraceOwner owner, TraceSubject subject, DateTime now) =>
        new()
        {
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
