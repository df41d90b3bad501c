using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Text;

/// <summary>What a reader has found so far, and the part of it that nobody has fetched yet.</summary>
internal sealed class ReadLog(PrimitiveVocabulary vocabulary)
{
    /// <summary>The most diagnostics of the text itself that are listed; one error more says that there were others.</summary>
    public const int MostDiagnostics = 2_000;

    private readonly ImmutableArray<ReadItem>.Builder _fresh = ImmutableArray.CreateBuilder<ReadItem>();
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<PlacedAction> _actions = [];
    private readonly List<(CausalEdge Edge, TextSpan Place)> _edges = [];
    private readonly List<Finding> _ofActionsAlone = [];
    private PlacedAction? _context;

    public bool HasActions => _actions.Count > 0 || _context is not null;

    public void Add(PlacedAction action)
    {
        if (!action.Node.IsContext) _actions.Add(action);
        else if (_context is null) _context = action;
        else
        {
            Add(DiagnosticRules.SecondContext.Report("A second set_context. Only the first one is kept.", action.Name));
            return;
        }
        _fresh.Add(new ReadItem.Action(action.Node, action.Name.Line));
        if (action == _context && _actions.Count > 0) Add(DiagnosticRules.ContextNotFirst.Report("set_context stands after other actions. Write it first.", action.Name));
        // The graph reports these again when it is whole: here they are for whoever watches.
        var known = _ofActionsAlone.Count;
        ActionRules.Check(action.Node, vocabulary, action == _context ? Finding.TheContext : _actions.Count - 1, _ofActionsAlone);
        for (; known < _ofActionsAlone.Count; known++) _fresh.Add(new ReadItem.Problem(Located(_ofActionsAlone[known])));
    }

    public void Add(CausalEdge edge, TextSpan place)
    {
        _edges.Add((edge, place));
        _fresh.Add(new ReadItem.Edge(edge, place.Line));
    }

    public void Add(Diagnostic diagnostic)
    {
        if (_diagnostics.Count > MostDiagnostics) return;
        if (_diagnostics.Count == MostDiagnostics)
            diagnostic = DiagnosticRules.TooManyProblems.Report($"There are more than {MostDiagnostics} problems. The rest is not listed.", new TextSpan(diagnostic.Line, diagnostic.Column, 0));
        _diagnostics.Add(diagnostic);
        _fresh.Add(new ReadItem.Problem(diagnostic));
    }

    public ImmutableArray<ReadItem> TakeFresh()
    {
        var fresh = _fresh.ToImmutable();
        _fresh.Clear();
        return fresh;
    }

    public ReadResult Result(string think, string answer, bool isTruncated)
    {
        var graph = new ActionGraph(vocabulary, _context?.Node, [.. _actions.Select(a => a.Node)], [.. _edges.Select(e => e.Edge)]) { OfActionsAlone = _ofActionsAlone };
        var all = _diagnostics.Concat(graph.Findings.Select(Located)).OrderBy(d => d.Line == 0).ThenBy(d => d.Line).ThenBy(d => d.Column);
        return new ReadResult(graph, [.. all], think, answer, isTruncated);
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
