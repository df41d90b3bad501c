using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces;

/// <summary>What became of something that was said of an earlier revision: its subject is the same, bears another id, says something else,
/// or is gone.</summary>
public enum AnchorState { Exact, Moved, Edited, Orphaned }

/// <param name="Here">The subject in the revision that is shown; null when it is gone.</param>
public sealed record Anchor(AnchorState State, Subject? Here);

/// <summary>Finds the subjects of any revision of a trace in the one that is shown.</summary>
public sealed class Anchors
{
    private readonly SortedDictionary<int, ActionGraph> _graphs;
    private readonly int _shown;
    private readonly Dictionary<(int, int), FrozenDictionary<NodeId, Counterpart>> _between = [];
    private readonly Dictionary<(int, Subject), Anchor> _found = [];

    /// <param name="graphs">The graphs of all revisions that something may have been said of, with their numbers.</param>
    public Anchors(IEnumerable<KeyValuePair<int, ActionGraph>> graphs, int shown) =>
        (_graphs, _shown) = (new(graphs.ToDictionary()), shown);

    public ActionGraph Shown => _graphs[_shown];

    /// <summary>Reads all revisions of a trace; the graphs come from the cache.</summary>
    /// <returns>Null when there is no such revision.</returns>
    internal static async Task<Anchors?> ReadAsync(PortalDb db, GraphCache graphs, int trace, int shown, CancellationToken ct)
    {
        var revisions = await db.TraceRevisions.Where(r => r.TraceNumber == trace).Select(r => new { r.Revision, r.Hash, r.Text })
            .ToListAsync(ct);
        return revisions.Exists(r => r.Revision == shown)
            ? new(revisions.ToDictionary(r => r.Revision, r => graphs.Read(r.Hash, r.Text).Graph), shown) : null;
    }

    /// <summary>Whether the shown revision has such a subject.</summary>
    public bool Has(Subject subject) => subject switch
    {
        Subject.Node n => NodeOf(Shown, n.Id) is not null,
        Subject.Edge e => Shown.Edges.Any(edge => edge.Source == e.Source && edge.Target == e.Target),
        _ => true, // what a trace as a whole and its evidence are, no revision changes
    };

    /// <summary>Claims and links; passages of the report are found by their words, where those are read.</summary>
    public Anchor Find(int revision, Subject subject)
    {
        if (_found.TryGetValue((revision, subject), out var known)) return known;
        return _found[(revision, subject)] = revision == _shown || subject is Subject.Whole or Subject.Evidence or Subject.Passage
            ? new(AnchorState.Exact, subject) : Follow(revision, subject);
    }

    private Anchor Follow(int revision, Subject subject)
    {
        if (!_graphs.ContainsKey(revision)) return new(AnchorState.Orphaned, null);
        switch (subject)
        {
            case Subject.Node node:
                var there = Trace(revision, node.Id);
                return there is null ? new(AnchorState.Orphaned, null) : new(StateOf(node.Id, there), new Subject.Node(there.Id));
            case Subject.Edge edge:
                var (source, target) = (Trace(revision, edge.Source), Trace(revision, edge.Target));
                if (source is null || target is null || !Has(new Subject.Edge(source.Id, target.Id))) return new(
                    AnchorState.Orphaned, null);
                var states = (StateOf(edge.Source, source), StateOf(edge.Target, target));
                return new(states.Item1 > states.Item2 ? states.Item1 : states.Item2, new Subject.Edge(source.Id, target.Id));
            default: return new(AnchorState.Exact, subject);
        }
    }

    private static AnchorState StateOf(NodeId before, Counterpart there) =>
        !there.SaysTheSame ? AnchorState.Edited : there.Id == before ? AnchorState.Exact : AnchorState.Moved;

    /// <summary>Straight to the shown revision, or, where too much changed for that, step by step through those between.</summary>
    private Counterpart? Trace(int revision, NodeId id)
    {
        if (Between(revision, _shown).TryGetValue(id, out var straight)) return straight;
        var steps = (revision < _shown ? _graphs.Keys : _graphs.Keys.Reverse()).SkipWhile(r => r != revision).TakeWhile(r => r != _shown)
            .Append(_shown).ToImmutableArray();
        var at = new Counterpart(id, true);
        foreach (var (from, to) in steps.Zip(steps.Skip(1)))
        {
            if (!Between(from, to).TryGetValue(at.Id, out var next)) return null;
            at = new(next.Id, at.SaysTheSame && next.SaysTheSame);
        }
        return at;
    }

    private FrozenDictionary<NodeId, Counterpart> Between(int from, int to)
    {
        if (_between.TryGetValue((from, to), out var known)) return known;
        var (before, after) = (_graphs[from], _graphs[to]);
        var pairs = Counterparts.Between(before, after).ToDictionary();
        if (before.Context is { } was && after.Context is { } becomes) pairs[was.Id ?? Claim.ContextId] =
            new(becomes.Id ?? Claim.ContextId, was.Arguments.SequenceEqual(becomes.Arguments));
        return _between[(from, to)] = pairs.ToFrozenDictionary();
    }

    private static ActionNode? NodeOf(ActionGraph graph, NodeId id) =>
        graph.Find(id) ?? (graph.Context is { } context && (context.Id ?? Claim.ContextId) == id ? context : null);
}
