namespace VcrPortal.Generation.Agents;

/// <summary>Two agents that write an explanation together: the report first, then its structure.</summary>
/// <param name="Id">Stable, for configuration and programs: <c>graph-reasoner</c>.</param>
/// <param name="Title">What a job and a trace say on their face, at most 60 characters: "Built-in engine". No two share one.</param>
/// <param name="Needs">What has to be there for it to run, in words for whoever chooses an engine: "Installed knowledge".</param>
/// <param name="IsOffline">It asks no service outside of this process, and costs nothing to ask.</param>
/// <param name="Reports">Null for an engine that goes to the explanation in one step.</param>
public sealed record AgentEngine(
    string Id, string Title, string Needs, bool IsOffline, IReportGenerator? Reports, IExplanationConstructor Explanations)
{
    /// <summary>
    /// It was shown all evidence of the job, so any claim may rest on any of it, whatever it cites: none of it confirms a claim.
    /// </summary>
    public bool SeesAllEvidence { get; init; }

    /// <summary>It can structure a report that somebody else wrote.</summary>
    public bool ReadsReports { get; init; }

    /// <summary>Chooses among the edits that refinement permits; without one the first is taken.</summary>
    public IEditChooser? Chooser { get; init; }

    /// <summary>How it works, for a list in which somebody chooses: "Language-model agents".</summary>
    public string Kind { get; init; } = Title;

    /// <summary>The configured model behind it; null where there is none.</summary>
    public string? Model { get; init; }
}
