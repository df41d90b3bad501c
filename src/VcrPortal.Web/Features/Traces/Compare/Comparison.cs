using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Traces.Compare;

/// <summary>One trace that is compared.</summary>
/// <param name="Alterations">Driver alterations of its cell line, as the table of lines has them.</param>
public sealed record ComparedTrace(TraceView Trace, ClaimSheet Sheet, ConclusionText Answer, ImmutableArray<DriverAlteration> Alterations)
{
    public string Name => Trace.CellLine is { } line ? $"{Trace.Compound} in {line}" : Trace.Compound;
}

/// <summary>What a row of a comparison says. In other detail: what acts on what is the same, through or where is not.</summary>
public enum RowState { Same, OtherVerdict, OtherDirection, OtherWords, OtherDetail, NotEverywhere }

/// <summary>One claim across the traces.</summary>
/// <param name="Claims">One for each trace, in their order; null where a trace does not make it.</param>
/// <param name="Why">What differs, and what it may come from; empty where nothing does.</param>
public sealed record ComparedClaim(ImmutableArray<ClaimRow?> Claims, RowState State, string Why);

/// <summary>A circumstance of the traces, such as engine or tissue.</summary>
public sealed record ComparedFact(string Title, ImmutableArray<string> Values)
{
    public bool Differs => Values.Distinct(StringComparer.Ordinal).Count() > 1;
}

/// <summary>Two to four traces, claim by claim.</summary>
public sealed record Comparison(
    ImmutableArray<ComparedTrace> Traces, ImmutableArray<ComparedFact> Facts, ImmutableArray<ComparedClaim> Claims)
{
    public const int Fewest = 2, Most = 4;

    /// <summary>Claims that all traces make in the same direction.</summary>
    public int Shared => Claims.Count(c => c.State is RowState.Same or RowState.OtherVerdict or RowState.OtherDetail);

    /// <summary>What tells a trace from the others: its line, its compound, or its number and revision.</summary>
    public string ShortName(ComparedTrace trace)
    {
        bool Tells(Func<ComparedTrace, string?> what) => what(trace) is { } own && Traces.Count(other => what(other) == own) == 1;
        if (Tells(t => t.Trace.CellLine)) return trace.Trace.CellLine!;
        return Tells(t => t.Trace.Compound) ? trace.Trace.Compound
            : $"{PortalUrls.Accession(trace.Trace.Number)}, revision {trace.Trace.Revision}";
    }
}
