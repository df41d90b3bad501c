using System.Collections.Immutable;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Web.Features.Revisions.Effects;

/// <summary>What words about one graph get wrong about another. Pure.</summary>
/// <param name="Flipped">Claims that go the other way in the later one, as they stand there.</param>
/// <param name="Gone">Claims that only the earlier one has.</param>
internal sealed record GraphTurn(ImmutableArray<ActionNode> Flipped, ImmutableArray<ActionNode> Gone)
{
    public static GraphTurn Between(ActionGraph before, ActionGraph after)
    {
        var pairs = Counterparts.Between(before, after);
        return new(
            [.. from pair in pairs
                let claim = after.Find(pair.Value.Id)!
                where before.Find(pair.Key)!.OutputSign * claim.OutputSign < 0
                orderby after.Actions.IndexOf(claim)
                select claim],
            [.. before.Actions.Where(a => a.Id is { } id && !pairs.ContainsKey(id))]);
    }
}
