using System.Buffers;
using System.Collections.Immutable;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>What one trace would be with a proposed primitive.</summary>
/// <param name="Claims">Actions that would become it.</param>
/// <param name="ErrorsBefore">Of the whole trace, by the vocabulary of today.</param>
public sealed record DryRunTrace(int Trace, string Title, int Claims, int ErrorsBefore, int ErrorsAfter);

/// <summary>What a corpus would be with a proposed primitive. Nothing of it is written anywhere.</summary>
/// <param name="Looked">Traces that were looked at, of those that the caller may see.</param>
/// <param name="FromToday">How many of the claims are which primitive today; unknown names as they were written.</param>
/// <param name="Most">The traces changed most, the first ten.</param>
public sealed record DryRunReport(
    int Looked, int Touched, int Claims, int Removed, int Introduced, ImmutableArray<(string Name, int Claims)> FromToday,
    ImmutableArray<DryRunTrace> Most);

/// <summary>
/// Looks for claims that would become a proposed primitive: those that bear its name already, which is an error today, and those whose
/// texts hold one of its words and that have all arguments it needs. Pure: texts in, a report out.
/// </summary>
public sealed class DryRun
{
    private const int Named = 10;

    private readonly PrimitiveDraft _draft;
    private readonly PrimitiveVocabulary _today, _tomorrow;
    private readonly ActionPrimitive _primitive;
    private readonly ImmutableArray<string> _signs;
    private readonly SearchValues<string> _anyOf;
    private readonly Dictionary<string, int> _fromToday = new(StringComparer.Ordinal);
    private readonly List<DryRunTrace> _touched = [];
    private int _looked;

    public DryRun(PrimitiveDraft draft, PrimitiveVocabulary vocabulary)
    {
        (_draft, _today, _tomorrow) = (draft, vocabulary, DraftRules.With(draft, vocabulary));
        _primitive = _tomorrow.Find(draft.Name)!;
        _signs = [.. draft.Signs.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        _anyOf = SearchValues.Create([draft.Name, .. _signs], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Most texts hold none of the words, and are not read.</summary>
    public void Look(int trace, string title, string text)
    {
        _looked++;
        if (text.AsSpan().ContainsAny(_anyOf)) Read(trace, title, text);
    }

    public DryRunReport Report() => new(
        _looked, _touched.Count, _touched.Sum(t => t.Claims), _touched.Sum(t => Math.Max(0, t.ErrorsBefore - t.ErrorsAfter)),
        _touched.Sum(t => Math.Max(0, t.ErrorsAfter - t.ErrorsBefore)),
        [.. _fromToday.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value))],
        [.. _touched.OrderByDescending(t => t.Claims).ThenByDescending(t => Math.Abs(t.ErrorsBefore - t.ErrorsAfter))
            .ThenBy(t => t.Trace).Take(Named)]);

    private void Read(int trace, string title, string text)
    {
        var before = ExplanationReader.Read(text, _today).Graph;
        var claims = 0;
        ImmutableArray<ActionNode> actions = [.. before.Actions.Select(action =>
        {
            if (!Becomes(action)) return action;
            claims++;
            _fromToday[action.Name] = _fromToday.GetValueOrDefault(action.Name) + 1;
            return action with { Name = _draft.Name, Primitive = _primitive };
        })];
        if (claims == 0) return;
        var after = new ActionGraph(_tomorrow, before.Context, actions, before.Edges);
        _touched.Add(new(trace, title, claims, ErrorsOf(before), ErrorsOf(after)));
    }

    private bool Becomes(ActionNode action)
    {
        if (action.Name == _draft.Name) return true;
        if (action.IsContext || _signs.IsEmpty) return false;
        var hasSign = action.Arguments.Any(
            a => a.Value.Texts.Any(t => _signs.Any(s => t.Contains(s, StringComparison.OrdinalIgnoreCase))));
        return hasSign && _primitive.Arguments.All(
            a => !a.Required || a.Kind == ArgumentKind.ActionId || action[a.Name] is not null);
    }

    private static int ErrorsOf(ActionGraph graph) => graph.Problems().Count(p => p.Severity == Severity.Error);
}
