using VcrPortal.Generation.Sources;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>Cuts a question down to what was retrieved on this job: nothing is asserted without an evidence item.</summary>
public static class RetrievedKnowledge
{
    public static Question Restrict(Question question, EvidenceIndex evidence) => question with
    {
        Alterations = [.. question.Alterations.Where(a => evidence.NumberOf(a.Fact) is not null)],
        Causes = [.. question.Causes.Select(c => c with { Targets = [.. c.Targets.Where(t => evidence.NumberOf(t.Fact) is not null)] })],
    };
}
