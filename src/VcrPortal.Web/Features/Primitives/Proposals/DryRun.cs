using System.Buffers;
using System.Collections.Immutable;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>What one text would be with a proposed primitive.</summary>
/// <param name="FromToday">How many of the actions that would become it are which primitive today; unknown names as they were
/// written.</param>
/// <param name="ErrorsBefore">The errors of the whole text, by the vocabulary of today.</param>
public sealed record DryRunLook(ImmutableArray<(string Name, int Claims)> FromToday, int ErrorsBefore, int ErrorsAfter)
{
    public int Claims => FromToday.Sum(f => f.Claims);
}

/// <summary>
/// Looks for claims that would become a proposed primitive: those that bear its name already, which is an error today, and those whose
/// texts hold one of its words and that have all arguments it needs. Pure: a text in, what it would be out.
/// </summary>
public sealed class DryRun
{
    private readonly PrimitiveDraft _draft;
    private readonly PrimitiveVocabulary _today, _tomorrow;
    private readonly ActionPrimitive _primitive;
    private readonly ImmutableArray<string> _signs;
    private readonly SearchValues<string> _anyOf;

    public DryRun(PrimitiveDraft draft, PrimitiveVocabulary vocabulary)
    {
        (_draft, _today, _tomorrow) = (draft, vocabulary, DraftRules.With(draft, vocabulary));
        _primitive = _tomorrow.Find(draft.Name)!;
        _signs = [.. draft.Signs.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        _anyOf = SearchValues.Create([draft.Name, .. _signs], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Most texts hold none of the words, and are not read.</summary>
    /// <returns>Null where nothing would become it.</returns>
    public DryRunLook? Look(string text) => text.AsSpan().ContainsAny(_anyOf) ? Read(text) : null;

    private DryRunLook? Read(string text)
    {
        var before = ExplanationReader.Read(text, _today).Graph;
        ImmutableArray<string> become = [.. before.Actions.Where(Becomes).Select(action => action.Name)];
        if (become.IsEmpty) return null;
        var after = new ActionGraph(
            _tomorrow, before.Context,
            [.. before.Actions.Select(a => Becomes(a) ? a with { Name = _draft.Name, Primitive = _primitive } : a)], before.Edges);
        return new([.. become.GroupBy(name => name).Select(g => (g.Key, g.Count()))], ErrorsOf(before), ErrorsOf(after));
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
