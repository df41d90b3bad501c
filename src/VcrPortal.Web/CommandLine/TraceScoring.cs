using System.Collections.Immutable;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Metrics;

namespace VcrPortal.Web.CommandLine;

/// <summary>The scores of one trace of a file.</summary>
/// <param name="Reference">Null where nothing of it could be read.</param>
internal sealed record ScoredTrace(string Source, int Errors, int Warnings, TraceScores Scores, ReferenceScores? Reference);

/// <summary>The scores of all traces of some files, each for itself and together.</summary>
/// <param name="Reference">The mean over the traces that have each score.</param>
internal sealed record ScoredCorpus(ImmutableArray<ScoredTrace> Traces, TraceScores Scores, ReferenceScores? Reference);

/// <summary>Scores traces, beside the reference traces where there are any.</summary>
internal static class TraceScoring
{
    /// <param name="references">The traces that count as right: paired by <c>index</c> where both sides have one, else by place. Empty for
    /// none.</param>
    public static ScoredCorpus Score(ImmutableArray<TraceInput> traces, ImmutableArray<TraceInput> references)
    {
        var byIndex = references.Where(r => r.Index is not null).DistinctBy(r => r.Index).ToDictionary(r => r.Index!);
        ImmutableArray<ScoredTrace> scored =
            [.. traces.Select(
                (trace, at) =>
                Score(trace, byIndex.Count > 0 && trace.Index is { } index ? byIndex.GetValueOrDefault(index)
                    : references.ElementAtOrDefault(at)))];
        return new(
            scored, TraceScores.Sum([.. scored.Select(s => s.Scores)]),
            ReferenceScores.Mean([.. scored.Select(s => s.Reference).OfType<ReferenceScores>()]));
    }

    private static ScoredTrace Score(TraceInput trace, TraceInput? reference) => new(
        trace.Source, Count(trace, Severity.Error), Count(trace, Severity.Warning),
        trace.Document is { } document ? TraceScores.Compute(document) : new(new Share(0, 1), null, null, []),
        TextsOf(trace) is { } texts ? ReferenceScores.Compute(texts, reference is null ? null : TextsOf(reference)) : null);

    private static WrittenTrace? TextsOf(TraceInput trace) =>
        trace.Written ?? (trace.Document is { } document ? WrittenTrace.From(document.Graph) : null);

    private static int Count(TraceInput trace, Severity severity) => trace.Diagnostics.Count(d => d.Diagnostic.Severity == severity);
}
