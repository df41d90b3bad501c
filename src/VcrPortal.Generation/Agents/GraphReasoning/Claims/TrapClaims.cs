using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Agents.GraphReasoning.Claims;

/// <summary>
/// Says of a poison what it does beyond stopping its target: it holds the enzyme on the DNA that it has cut. The complex stands between the
/// binding and the activity that is lost by it.
/// </summary>
internal sealed class TrapClaims(
    Question question, ActionText actions, Dictionary<Effect, ClaimDraft> byEffect, List<ClaimDraft> drafts)
{
    public void Add()
    {
        foreach (var cause in question.Causes)
            foreach (var target in cause.Targets)
                if (target.Act == DrugAct.Traps && byEffect.GetValueOrDefault(new(EffectKind.Activity, target.Entity, -1)) is { } lost)
                    drafts.Add(Before(lost, cause, target));
    }

    private ClaimDraft Before(ClaimDraft lost, Cause cause, DirectTarget target)
    {
        var action = ActionText.With(
            actions.Node(
                "modulates_complex", ("complex", $"{target.Entity}-DNA cleavage complex"), ("direction", "up"),
                ("via", $"{cause.Actor} traps {target.Entity} on DNA")),
            "members", [target.Entity, "DNA"]);
        var held = new ClaimDraft(ClaimRole.Complex, lost.Order - 0.5, action, target.Facts);
        foreach (var (parent, relation) in lost.Parents) held.Follows(parent, relation);
        lost.Parents.Clear();
        lost.Follows(held);
        return held;
    }
}
