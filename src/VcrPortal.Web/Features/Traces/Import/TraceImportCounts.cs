using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>How far an import is, and at its end what came of it.</summary>
/// <param name="Read">Records of the file so far.</param>
/// <param name="Added">Traces that were new.</param>
/// <param name="Known">Records that were here already, or stand in the file twice.</param>
/// <param name="Repaired">Added traces from which edges that led nowhere were taken out.</param>
/// <param name="Lost">Records that could not be read.</param>
/// <param name="Notes">What was lost or repaired, each with its place, the first <see cref="MostNotes"/> of them.</param>
public sealed record TraceImportCounts(int Read, int Added, int Known, int Repaired, int Lost, ImmutableArray<string> Notes)
{
    /// <summary>More are counted and not told one by one.</summary>
    public const int MostNotes = 100;

    public static TraceImportCounts Nothing { get; } = new(0, 0, 0, 0, 0, []);

    internal TraceImportCounts Note(string note) => Notes.Length >= MostNotes ? this : this with { Notes = Notes.Add(note) };
}

/// <summary>What became of a wish to import traces.</summary>
public abstract record ImportTracesOutcome
{
    private ImportTracesOutcome() { }

    public sealed record Done(TraceImportCounts Counts) : ImportTracesOutcome;
    public sealed record NotAllowed : ImportTracesOutcome;

    /// <summary>The file is none that holds traces, or is cut off; what was read before stays.</summary>
    /// <param name="Problem">A sentence with the file and what to do.</param>
    public sealed record Unreadable(string Problem, TraceImportCounts Counts) : ImportTracesOutcome;
}
