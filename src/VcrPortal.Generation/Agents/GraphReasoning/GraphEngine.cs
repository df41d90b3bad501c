using VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>The graph reasoner as an engine: one mechanism, worked out once in a run, from which both agents write.</summary>
public static class GraphEngine
{
    public const string Id = "graph-reasoner";
    public const string Title = "Built-in engine";

    public static AgentEngine Over(GraphReasoner reasoner, SignedGraph graph) => new(
        Id, Title, "Installed knowledge. No key, no network, no cost.", IsOffline: true,
        new GraphReportGenerator(reasoner, graph), new GraphExplanationConstructor(reasoner));

    /// <summary>What can be told from what was retrieved in this run. Both agents of a run get the same instance.</summary>
    internal static Mechanism WorkOut(GraphReasoner reasoner, Question question, EvidenceIndex evidence, EngineNotes notes) =>
        notes.GetOrWorkOut(() => RetrievedKnowledge.Restrict(
            reasoner.Reason(RetrievedKnowledge.Restrict(question, evidence)), evidence));
}
