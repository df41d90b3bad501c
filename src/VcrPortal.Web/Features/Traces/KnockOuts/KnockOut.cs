using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.KnockOut;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Features.Traces.KnockOuts;

/// <summary>What a reader assumes to be false of one trace, and what follows.</summary>
/// <param name="Assumed">The assumptions that this trace has something for, in the order they were made.</param>
/// <param name="IsFalse">The actions and edges that are false by them.</param>
/// <param name="RestingOn">For evidence that is assumed false: the claims that were written from nothing else.</param>
public sealed record KnockOut(
    ImmutableArray<Assumption> Assumed, AssumedFalse IsFalse, ImmutableArray<NodeId> RestingOn, Consequences Consequences)
{
    /// <summary>The most assumptions of one address; later ones are left out.</summary>
    public const int MostAssumptions = 100;

    public bool IsEmpty => Assumed.IsEmpty;

    /// <param name="written">The values of <c>out</c> in the query.</param>
    public static KnockOut From(TraceView trace, IEnumerable<string?> written)
    {
        ImmutableArray<Assumption> assumed =
            [.. written.SelectMany(Assumption.Read).Distinct().Where(a => Has(trace, a)).Take(MostAssumptions)];
        var resting = RestingOnly(trace, assumed);
        var isFalse = new AssumedFalse(
            [.. assumed.OfType<Assumption.Action>().Select(a => a.Id), .. resting],
            [.. trace.Graph.Edges.Where(e => assumed.Contains(new Assumption.Edge(e.Source, e.Target)))]);
        return new(assumed, isFalse, resting, Consequences.From(trace.Graph, isFalse));
    }

    /// <summary>How each claim stands under the assumptions; claims that stand as before have no entry.</summary>
    public ImmutableDictionary<NodeId, ClaimStanding> Standings()
    {
        var standings = ImmutableDictionary.CreateBuilder<NodeId, ClaimStanding>();
        foreach (var conclusion in Consequences.Conclusions)
            if (conclusion is { Fate: ConclusionFate.KeepsAnotherPath, Conclusion.Id: { } id }) standings[id] =
                ClaimStanding.KeepsAnotherPath;
        foreach (var id in Consequences.Fallen) standings[id] = ClaimStanding.Falls;
        foreach (var id in RestingOn) standings[id] = ClaimStanding.Falls;
        foreach (var action in Assumed.OfType<Assumption.Action>()) standings[action.Id] = ClaimStanding.AssumedFalse;
        return standings.ToImmutable();
    }

    private static bool Has(TraceView trace, Assumption assumption) => assumption switch
    {
        Assumption.Action action => trace.Graph.Actions.Any(a => a.Id == action.Id),
        Assumption.Edge edge => trace.Graph.Edges.Any(e => e.Source == edge.From && e.Target == edge.To),
        Assumption.Evidence evidence => trace.Evidence.Any(e => e.Number == evidence.Number),
        Assumption.Source source => trace.Evidence.Any(e => e.Source == source.Name),
        _ => false,
    };

    // A claim falls with its evidence only where nothing else is cited for it.
    private static ImmutableArray<NodeId> RestingOnly(TraceView trace, ImmutableArray<Assumption> assumed)
    {
        var isFalse = trace.Evidence.Where(item => IsFalseItem(item, assumed)).Select(item => item.Number).ToHashSet();
        return isFalse.Count == 0 ? [] : [.. trace.Graph.Actions.Select(a => a.Id).OfType<NodeId>().Distinct()
            .Where(id => trace.Citations.TryGetValue(id, out var cited) && !cited.IsEmpty && cited.All(isFalse.Contains))];
    }

    private static bool IsFalseItem(EvidenceItem item, ImmutableArray<Assumption> assumed) =>
        assumed.Contains(new Assumption.Evidence(item.Number)) || assumed.Contains(new Assumption.Source(item.Source));
}
