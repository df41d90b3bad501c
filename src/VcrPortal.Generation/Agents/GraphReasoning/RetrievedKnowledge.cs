using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>Cuts questions and answers down to what was retrieved on this job: nothing is asserted without an evidence item.</summary>
public static class RetrievedKnowledge
{
    /// <returns>The question itself where all that it knows was retrieved.</returns>
    public static Question Restrict(Question question, EvidenceIndex evidence)
    {
        bool IsRetrieved(EvidenceItem fact) => evidence.NumberOf(fact) is not null;
        if (question.Alterations.All(a => IsRetrieved(a.Fact)) && question.Causes.All(c => c.Targets.All(t => IsRetrieved(t.Fact))))
            return question;
        return question with
        {
            Alterations = [.. question.Alterations.Where(a => IsRetrieved(a.Fact))],
            Causes = [.. question.Causes.Select(c => c with { Targets = [.. c.Targets.Where(t => IsRetrieved(t.Fact))] })],
        };
    }

    /// <summary>Without the claims of which no fact was retrieved, and those that followed from nothing else.</summary>
    public static Mechanism Restrict(Mechanism mechanism, EvidenceIndex evidence)
    {
        bool IsRetrieved(EvidenceItem fact) => evidence.NumberOf(fact) is not null;
        var gone = mechanism.Claims.Where(c => !c.Facts.Any(IsRetrieved)).Select(c => c.Id).ToHashSet();
        if (gone.Count == 0) return mechanism;
        bool LostItsParents(MechanismClaim claim) =>
            mechanism.ParentsOf(claim.Id) is { IsEmpty: false } parents && parents.All(p => gone.Contains(p.Id));
        while (mechanism.Claims.FirstOrDefault(c => !gone.Contains(c.Id) && LostItsParents(c)) is { } orphan) gone.Add(orphan.Id);
        return mechanism with
        {
            Claims = [.. mechanism.Claims.Where(c => !gone.Contains(c.Id))],
            Edges = [.. mechanism.Edges.Where(e => !gone.Contains(e.Source) && !gone.Contains(e.Target))],
            Alternatives = [],
        };
    }
}
