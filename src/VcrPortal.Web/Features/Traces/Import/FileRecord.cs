using VcrPortal.Generation.Questions;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>One record of a file: a trace, or what kept it from being read.</summary>
/// <param name="Place">"line 12", "record 3", as the file's own tools count.</param>
internal abstract record FileRecord(string Place)
{
    /// <param name="Problem">What is wrong and what to do, as a sentence.</param>
    public sealed record Lost(string Place, string Problem) : FileRecord(Place);

    public sealed record Trace(string Place, WrittenExplanation Written) : FileRecord(Place);
}

/// <summary>A trace in the columns of VC-TRACES, and those that our own files have behind them.</summary>
/// <param name="Asked">Null where the record does not say what was done to which cell.</param>
internal sealed record WrittenExplanation(PerturbationRecord? Asked, string Explain, string Dag)
{
    public string Report { get; init; } = "";
    /// <summary>What verification left of <see cref="Explain"/>; VC-TRACES issues no edges with it.</summary>
    public string? Verified { get; init; }
    public string? VerifiedDag { get; init; }
    /// <summary>The number that the trace had in the portal that wrote the file.</summary>
    public int? Number { get; init; }
    /// <summary>The hash of the latest revision, as the portal that wrote the file computed it.</summary>
    public string? Hash { get; init; }
    public string? State { get; init; }
    public string? StateReason { get; init; }
}
