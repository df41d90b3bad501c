using System.Collections.Immutable;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.KnockOut;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Pipeline.Refinement;

/// <summary>Edits of what an explanation says: another target, the other direction, a weaker link, fewer genes; and where nothing else is
/// left, the withdrawal of the claim.</summary>
internal sealed class HypothesisEdits(Question question)
{
    private const string GeneList = "gene_list", Target = "target", DirectionName = "direction";

    public IEnumerable<ProposedEdit> For(Discrepancy found, RefinedCase at) => found.Address switch
    {
        EditAddress.Edge => Links(found.Claim, at.Graph),
        EditAddress.ExpressionClaim when at.Graph.Find(found.Claim.Action) is { } action =>
            [.. Genes(action, at), .. TurnedRound(action, at.Graph), .. Withdrawn(action, at.Graph)],
        EditAddress.TargetChoice when at.Graph.Find(found.Claim.Action) is { } action =>
            [.. OtherTargets(action, at.Graph), .. Withdrawn(action, at.Graph)],
        EditAddress.Direction when at.Graph.Find(found.Claim.Action) is { } action =>
            [.. TurnedRound(action, at.Graph), .. Withdrawn(action, at.Graph)],
        _ => [],
    };

    private static IEnumerable<ProposedEdit> Links(Claim claim, ActionGraph graph)
    {
        bool IsIt(CausalEdge edge) => edge.Source == claim.Action && edge.Target == claim.EdgeTarget;
        yield return new($"Call the link {claim.Action} to {claim.EdgeTarget} correlative",
            GraphChange.WithEdges(graph, [.. graph.Edges.Select(e => IsIt(e) ? e with { Relation = CausalRelation.Correlative } : e)]), []);
        yield return new($"Leave the link {claim.Action} to {claim.EdgeTarget} out",
            GraphChange.WithEdges(graph, [.. graph.Edges.Where(e => !IsIt(e))]), []);
    }

    /// <summary>Without the genes of the list that evidence speaks against.</summary>
    private static IEnumerable<ProposedEdit> Genes(ActionNode action, RefinedCase at)
    {
        var judgements = GraphJudgements.From(at.Verdicts);
        ImmutableArray<Claim> wrong =
        [
            .. (action[GeneList]?.Texts ?? []).Select(gene => new Claim(action.Id!.Value, gene))
                .Where(claim => judgements[claim].Kind is JudgementKind.Refuted or JudgementKind.Disputed),
        ];
        if (!wrong.IsEmpty) yield return new(
            $"Leave {string.Join(", ", wrong.Select(c => c.Member))} out of {action.Id}", GraphPruning.WithoutGenes(at.Graph, wrong),
            [action.Id!.Value]);
    }

    private static IEnumerable<ProposedEdit> TurnedRound(ActionNode action, ActionGraph graph)
    {
        if (action.Direction is not { } direction) yield break;
        var other = direction == Direction.Up ? "down" : "up";
        yield return ProposedEdit.Changing(
            graph, GraphChange.With(action, DirectionName, other), $"Say {other} instead of {action.Text(DirectionName)} in {action.Id}");
    }

    /// <summary>Another target of the same compound that no claim names yet, in the binding and in what follows from it at once.</summary>
    private IEnumerable<ProposedEdit> OtherTargets(ActionNode action, ActionGraph graph)
    {
        if (action.Text(Target) is not { } written || action.Id is not { } id) yield break;
        var named = graph.Actions.Select(a => a.Text(Target)).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others = question.Causes.SelectMany(c => c.Targets).Where(t => t.CarriesEffect).Select(t => t.Entity)
            .Where(t => !named.Contains(t)).Distinct();
        ImmutableArray<ActionNode> both =
        [
            action, .. graph.Children(id).Select(graph.Find).OfType<ActionNode>()
                .Where(a => action.Kind == ClaimKind.Binding && a.Text(Target) == written),
        ];
        foreach (var other in others)
            yield return new($"Take {other} for the target instead of {written} in {string.Join(", ", both.Select(a => a.Id))}",
                both.Aggregate(graph, (g, a) => GraphChange.With(g, GraphChange.With(a, Target, other))),
                [.. both.Select(a => a.Id!.Value)]);
    }

    /// <summary>Without the claim and whatever has no other support.</summary>
    private static IEnumerable<ProposedEdit> Withdrawn(ActionNode action, ActionGraph graph)
    {
        var id = action.Id!.Value;
        yield return new($"Withdraw {id} and join what stands around it", GraphPruning.WithoutAction(graph, id), []);
        var fallen = Consequences.From(graph, new AssumedFalse([id], [])).Fallen;
        if (fallen.Any(f => f != id)) yield return new(
            $"Withdraw {id} and what rests on it alone ({string.Join(", ", fallen.Where(f => f != id))})",
            GraphPruning.Without(graph, [id, .. fallen], []), []);
    }
}
