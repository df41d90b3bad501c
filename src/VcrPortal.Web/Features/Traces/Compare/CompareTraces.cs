using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Traces.Compare;

/// <summary>What became of a wish to compare.</summary>
public abstract record CompareOutcome
{
    private CompareOutcome() { }

    public sealed record Compared(Comparison Comparison) : CompareOutcome;
    public sealed record TooFew : CompareOutcome;
    public sealed record TooMany : CompareOutcome;

    /// <param name="Key">The key as it was asked for; the trace may also be private.</param>
    public sealed record NoSuchTrace(string Key) : CompareOutcome;
}

/// <summary>Sets two to four traces, or revisions of one, side by side.</summary>
[Requires(Operation.ReadTrace)]
public sealed class CompareTraces(ReadTrace traces, KnowledgeIndex names)
{
    /// <param name="keys"><c>VCT1</c> or <c>VCT1@2</c>, each once.</param>
    public async Task<CompareOutcome> RunAsync(IReadOnlyCollection<string> keys, Caller caller, CancellationToken ct)
    {
        if (keys.Count < Comparison.Fewest) return new CompareOutcome.TooFew();
        if (keys.Count > Comparison.Most) return new CompareOutcome.TooMany();
        var compared = ImmutableArray.CreateBuilder<ComparedTrace>();
        foreach (var key in keys)
        {
            if (TraceAddress.Read(key) is not { } address
                || await traces.RunAsync(address.Number, address.Revision, caller, ct) is not { } trace)
                return new CompareOutcome.NoSuchTrace(key);
            var sheet = ClaimSheet.From(trace.Graph, trace.Verdicts, isFinal: true);
            compared.Add(new(trace, sheet, ConclusionText.From(trace, sheet), AlterationsOf(trace)));
        }
        var all = compared.ToImmutable();
        return new CompareOutcome.Compared(new(all, Facts(all), AlignClaims.Run(all)));
    }

    private ImmutableArray<DriverAlteration> AlterationsOf(TraceView trace) =>
        trace.CellLine is { } line && names.Line(line) is { } known ? known.Alterations : [];

    private ImmutableArray<ComparedFact> Facts(ImmutableArray<ComparedTrace> traces)
    {
        ComparedFact Fact(string title, Func<ComparedTrace, string?> value) =>
            new(title, [.. traces.Select(t => value(t) is { Length: > 0 } known ? known : "not known")]);
        return
        [
            Fact("Compound", t => t.Trace.Compound),
            Fact("Mechanism", t => names.Compound(t.Trace.Compound)?.Mechanism),
            Fact("Targets", t => string.Join(", ", names.Compound(t.Trace.Compound)?.Targets ?? [])),
            Fact("Cell line", t => t.Trace.CellLine),
            Fact("Tissue", t => t.Trace.Organ),
            Fact("Mutations", t => string.Join(", ", t.Alterations.Select(AlignClaims.Word).Distinct())),
            Fact("Engine", t => t.Trace.Engine),
            Fact("Evidence used", t => string.Join(", ", t.Trace.Evidence.Select(e => e.Source).Distinct().Order(StringComparer.Ordinal))),
            // Two traces have revisions of their own, which say nothing of why they differ.
            .. traces.DistinctBy(t => t.Trace.Number).Count() == 1 ? [Fact("Revision", t => $"{t.Trace.Revision}")]
                : ImmutableArray<ComparedFact>.Empty,
        ];
    }
}
