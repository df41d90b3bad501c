namespace VcrPortal.Generation.Agents;

/// <summary>Two agents that write an explanation together: the report first, then its structure.</summary>
/// <param name="Id">Stable, for configuration and programs: <c>graph-reasoner</c>.</param>
/// <param name="Title">What a job and a trace say on their face, at most 60 characters: "Graph reasoner". No two engines share one.</param>
/// <param name="Needs">What has to be there for it to run, in words for whoever chooses an engine: "Installed knowledge".</param>
/// <param name="IsOffline">It asks no service outside of this process, and costs nothing to ask.</param>
public sealed record AgentEngine(
    string Id, string Title, string Needs, bool IsOffline, IReportGenerator Reports, IExplanationConstructor Explanations);
