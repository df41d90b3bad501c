using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>
/// The embedded engine: from the direct effects of a perturbation it carries signs over the knowledge it is given, and tells the route to
/// measurable ends. Deterministic; needs no key and no network.
/// </summary>
public sealed class GraphReasoner(SignedGraph graph, PrimitiveVocabulary vocabulary)
{
    private readonly ActionText _actions = new(vocabulary);

    // The sources of a run look at what follows from its question, and so does its engine when they left nothing out.
    private readonly ConditionalWeakTable<Question, Mechanism> _known = [];

    /// <summary>Worked out once for each question, for as long as somebody holds it.</summary>
    public Mechanism Reason(Question question) => _known.GetValue(question, WorkOut);

    private Mechanism WorkOut(Question question)
    {
        var limits = question.Limits.ToBuilder();
        var direct = DirectEffects(question, limits);
        var reached = new Propagation(graph, question).Run(direct);
        var route = Keep(Route.Select(reached, graph), reached, direct);
        var alternatives = new AlternativeWays(graph, reached, route).Find();
        var (claims, edges) = new MechanismBuilder(graph, question, _actions, reached, route, alternatives).Build();
        limits.AddRange(reached.Idle.Select(Idle));
        var ending = RouteEndings.From(question, reached, claims.Any(c => c.Action.Primitive is { IsTerminal: true }));
        if (ending.Sentence() is { } sentence) limits.Add(sentence);
        return new(
            question, ContextOf(question), claims, edges, ToldConflicts(reached), reached.Blocked, limits.ToImmutable())
        {
            Ending = ending,
            Alternatives = alternatives
        };
    }

    private string Idle(Standby standby)
    {
        var beside = standby.Still.IsEmpty ? "" : $"beside {graph.NameOf(standby.Still[0])} ";
        return $"What {standby.Protein} does {beside}is called up by {standby.Signal} ({standby.PathwayId}), which the record does not "
            + "give. A cell without it loses nothing of that, so it is not followed.";
    }

    private static ImmutableArray<Effect> DirectEffects(Question question, ImmutableArray<string>.Builder limits)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>();
        foreach (var cause in question.Causes)
        {
            if (cause.Polarity == Polarity.Unknown) continue;
            if (MechanismGate.StopOf(cause, question) is { } stop) limits.Add(stop.Reason);
            var sign = cause.Polarity == Polarity.Activates ? 1 : -1;
            foreach (var target in MechanismGate.Followed(cause, question)) AddTarget(
                new(EffectKind.Activity, target.Entity, sign), question, effects, limits);
        }
        return effects.ToImmutable();
    }

    private static void AddTarget(
        Effect effect, Question question, ImmutableArray<Effect>.Builder effects, ImmutableArray<string>.Builder limits)
    {
        if (question.AlterationOf(effect.Entity) is { Effect: AlterationEffect.LossOfFunction } lost)
            limits.Add(
                $"{lost.Gene} is {(lost.IsLikely ? "likely " : "")}lost in this cell, "
                + "so acting on it changes nothing that can be followed.");
        else if (effects.Contains(effect.Opposite))
            limits.Add($"The perturbations act on {effect.Entity} in opposite ways, so it is not followed.");
        else if (!effects.Contains(effect)) effects.Add(effect);
    }

    /// <summary>With no end in reach, the direct effects alone are told.</summary>
    private static Route Keep(Route route, PropagationResult reached, ImmutableArray<Effect> direct) =>
        route.Activities.IsEmpty
            ? route with
            {
                Activities = [.. direct.Where(reached.Reached.ContainsKey).Take(MechanismBuilder.MaxBindings)
                    .Select(e => reached.Reached[e])]
            }
            : route;

    /// <summary>Disagreements near the perturbation, nearest first as they were met; far ones would bury them.</summary>
    private static ImmutableArray<SignConflict> ToldConflicts(PropagationResult reached) =>
        [.. reached.Conflicts.Where(c => !c.Ways.IsEmpty).Take(4)];

    private ActionNode ContextOf(Question question)
    {
        var context = question.Record.Contexts.FirstOrDefault();
        var genotype = string.Join(", ", question.Alterations.Select(a => a.Text));
        return _actions.Node("set_context",
            ("cell_type", question.Line?.Name ?? context?.CellLine),
            ("genotype", genotype.Length > 0 ? genotype : null),
            ("disease", context?.DiseaseModel),
            ("prior_perturbation", context is { PerturbationType: not null } ? context.Description : "none"),
            ("extras", question.Line is { } line ? $"organ: {line.Organ}" : null));
    }
}
