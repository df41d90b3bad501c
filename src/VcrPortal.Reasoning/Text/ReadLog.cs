using System.Collections.Immutable;
using System.Runtime.InteropServices;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Text;

/// <summary>What a reader has found so far, and the part of it that nobody has fetched yet.</summary>
/// <param name="isWatched">Somebody fetches what is fresh; otherwise only <see cref="Result"/> counts.</param>
internal sealed class ReadLog(PrimitiveVocabulary vocabulary, bool isWatched)
{
    /// <summary>The most diagnostics of the text itself that are listed; one error more says that there were others.</summary>
    public const int MostDiagnostics = 2_000;

    // An explanation of ordinary length has about as many actions, and as many edges.
    private const int UsualLines = 16;

    private readonly ImmutableArray<ReadItem>.Builder _fresh = ImmutableArray.CreateBuilder<ReadItem>(0);
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<PlacedAction> _actions = new(UsualLines);
    private readonly List<(CausalEdge Edge, TextSpan Place)> _edges = new(UsualLines);
    private readonly List<Finding> _ofActionsAlone = [];
    private PlacedAction? _context;

    public bool HasActions => _actions.Count > 0 || _context is not null;

    public void Add(PlacedAction action)
    {
        if (!action.Node.IsContext) _actions.Add(action);
        else if (_context is null) _context = action;
        else
        {
            Add(DiagnosticRules.SecondContext.Report($"A second {ActionNode.ContextName}. Only the first one is kept.", action.Name));
            return;
        }
        if (isWatched) _fresh.Add(new ReadItem.Action(action.Node, action.Name.Line));
        var isContext = ReferenceEquals(action, _context);
        if (isContext && _actions.Count > 0) Add(
            DiagnosticRules.ContextNotFirst.Report($"{ActionNode.ContextName} stands after other actions. Write it first.", action.Name));
        // The graph reports these again when it is whole: here they are for whoever watches.
        var known = _ofActionsAlone.Count;
        ActionRules.Check(action.Node, vocabulary, isContext ? Finding.TheContext : _actions.Count - 1, _ofActionsAlone);
        for (; isWatched && known < _ofActionsAlone.Count; known++) _fresh.Add(new ReadItem.Problem(Located(_ofActionsAlone[known])));
    }

    public void Add(CausalEdge edge, TextSpan place)
    {
        _edges.Add((edge, place));
        if (isWatched) _fresh.Add(new ReadItem.Edge(edge, place.Line));
    }

    public void Add(Diagnostic diagnostic)
    {
        if (_diagnostics.Count > MostDiagnostics) return;
        if (_diagnostics.Count == MostDiagnostics)
            diagnostic = DiagnosticRules.TooManyProblems.Report(
                $"There are more than {MostDiagnostics} problems. The rest is not listed.",
                new TextSpan(diagnostic.Line, diagnostic.Column, 0));
        _diagnostics.Add(diagnostic);
        if (isWatched) _fresh.Add(new ReadItem.Problem(diagnostic));
    }

    public ImmutableArray<ReadItem> TakeFresh()
    {
        var fresh = _fresh.ToImmutable();
        _fresh.Clear();
        return fresh;
    }

    public ReadResult Result(string think, string answer, bool isTruncated)
    {
        var graph = new ActionGraph(vocabulary, _context?.Node, Actions(), Edges()) { OfActionsAlone = _ofActionsAlone };
        return new ReadResult(graph, InPlaceOrder(graph.Findings), think, answer, isTruncated);
    }

    private ImmutableArray<ActionNode> Actions()
    {
        var actions = new ActionNode[_actions.Count];
        for (var at = 0; at < actions.Length; at++) actions[at] = _actions[at].Node;
        return ImmutableCollectionsMarshal.AsImmutableArray(actions);
    }

    private ImmutableArray<CausalEdge> Edges()
    {
        var edges = new CausalEdge[_edges.Count];
        for (var at = 0; at < edges.Length; at++) edges[at] = _edges[at].Edge;
        return ImmutableCollectionsMarshal.AsImmutableArray(edges);
    }

    // Sorts by line and column, those without a place last; in the order in which they were found where that is the same.
    private ImmutableArray<Diagnostic> InPlaceOrder(ImmutableArray<Finding> findings)
    {
        var (all, places) = (new Diagnostic[_diagnostics.Count + findings.Length], new UInt128[_diagnostics.Count + findings.Length]);
        _diagnostics.CopyTo(all);
        for (var at = 0; at < findings.Length; at++) all[_diagnostics.Count + at] = Located(findings[at]);
        for (var at = 0; at < all.Length; at++) places[at] =
            new UInt128(all[at].Line == 0 ? ulong.MaxValue : (ulong)all[at].Line, ((ulong)all[at].Column << 32) | (uint)at);
        Array.Sort(places, all);
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    private Diagnostic Located(Finding finding)
    {
        var place = Place(finding);
        return finding.Diagnostic with { Line = place.Line, Column = place.Column, Length = place.Length };
    }

    private TextSpan Place(Finding finding)
    {
        if (finding.Edge != Finding.Nothing) return _edges[finding.Edge].Place;
        var action = finding.Action switch { Finding.TheContext => _context, Finding.Nothing => null, var at => _actions[at] };
        if (action is null) return default;
        if (finding.Argument == "id" && action.Id != default) return action.Id;
        for (var i = 0; i < action.Node.Arguments.Length; i++)
            if (action.Node.Arguments[i].Name == finding.Argument) return action.Arguments[i];
        return action.Name;
    }
}
