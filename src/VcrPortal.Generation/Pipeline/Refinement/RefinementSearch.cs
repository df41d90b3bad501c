using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline.Refinement;

/// <param name="Edits">At least one, the one that is taken without a chooser first.</param>
internal sealed record Proposal(Discrepancy Found, ImmutableArray<ProposedEdit> Edits);

/// <summary>What may be tried next in one run; it remembers what was.</summary>
internal sealed class RefinementSearch
{
    private readonly FindDiscrepancies _find;
    private readonly HypothesisEdits _hypothesis;
    private readonly RealisationEdits _realisation;

    // Bounded by the steps of one run.
    private readonly HashSet<(EditAddress, Claim, string)> _tried = [];

    public RefinementSearch(GenerationRun run, EntityRecognizer recognizer)
    {
        var faults = new FindFaults(run.Question, run.Evidence, recognizer);
        (_find, _hypothesis, _realisation) = (new(faults), new(run.Question), new(run.Question, run.Evidence, faults));
    }

    /// <summary>The worst discrepancy for which an edit is left; null where there is none.</summary>
    public Proposal? Next(RefinedCase at) => _find.In(at).Select(found => new Proposal(found, Permitted(found, at)))
        .FirstOrDefault(proposal => !proposal.Edits.IsEmpty);

    public void Tried(Discrepancy found, ProposedEdit edit) => _tried.Add((found.Address, found.Claim, edit.Sentence));

    public RefinementStep Judge(
        int step, RefinedCase before, RefinedCase after, Discrepancy found, ProposedEdit edit, string? chosenBy)
    {
        var (was, isNow) = (StandingOf(before), StandingOf(after));
        var changes = JudgementChange.Between(before, after);
        var withdrawn = changes.Count(c => c is { Before: >= JudgementKind.Supported, After: null });
        var decision = KeepRule.Decide(was, isNow, withdrawn, found.Verdict, changes);
        return new(step, edit.Sentence, chosenBy, was, isNow, decision.IsKept, decision.Reason, withdrawn, changes);
    }

    /// <summary>An edit that changes nothing, or breaks what was whole, is not permitted; nor is one that was tried before.</summary>
    private ImmutableArray<ProposedEdit> Permitted(Discrepancy found, RefinedCase at) =>
    [
        .. (found.Address.Space() == EditSpace.Hypothesis ? _hypothesis.For(found, at) : _realisation.For(found, at))
            .Where(edit => !_tried.Contains((found.Address, found.Claim, edit.Sentence)))
            .Where(edit => !edit.Graph.IsIdenticalTo(at.Graph) && (edit.Graph.IsValid || !at.Graph.IsValid)),
    ];

    private Standing StandingOf(RefinedCase at) => Standing.From(at.Graph, at.Verdicts, _find.Faults(at));
}
