using System.Collections.Immutable;
using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Sources.Local;

/// <summary>
/// The installed facts that bear on a question: what the compound is, what the line carries, and the relations on sound paths from the
/// direct effects, those that disagree included.
/// </summary>
/// <param name="name">The name as jobs show it.</param>
public sealed class InstalledKnowledgeSource(GraphReasoner reasoner, SignedGraph graph, string name) : IKnowledgeSource
{
    public string Name => name;

    public Task<ImmutableArray<EvidenceItem>> RetrieveAsync(RetrievalRequest request, CancellationToken ct)
    {
        var question = request.Question;
        var mechanism = reasoner.Reason(question);
        var facts = new List<EvidenceItem>();
        foreach (var cause in question.Causes)
        {
            if (cause.Compound is not null) facts.Add(FactEvidence.From(cause.Compound));
            facts.AddRange(cause.Targets.SelectMany(t => t.Facts));
        }
        if (question.Line is not null) facts.Add(FactEvidence.From(question.Line));
        facts.AddRange(question.Alterations.Select(a => a.Fact));
        facts.AddRange(mechanism.Claims.SelectMany(c => c.Facts));
        facts.AddRange(mechanism.Conflicts.SelectMany(c => c.Rows).Select(r => FactEvidence.From(r, graph.NameOf)));
        facts.AddRange(mechanism.Blocked.SelectMany(b => b.Rows).Select(r => FactEvidence.From(r, graph.NameOf)));
        facts.AddRange(mechanism.Alternatives.SelectMany(a => a.Facts(graph.NameOf)));
        return Task.FromResult<ImmutableArray<EvidenceItem>>([.. facts.DistinctBy(f => (f.Source, f.Title))]);
    }
}
