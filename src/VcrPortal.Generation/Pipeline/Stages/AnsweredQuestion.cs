using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Pipeline.Stages;

/// <summary>
/// Whether an explanation is about what was asked: the cell of its context, and what its graph begins with. Names are compared as what
/// they name; an explanation that names no line, or no compound, says nothing of another one.
/// </summary>
internal sealed class AnsweredQuestion(Question question, EntityRecognizer recognizer)
{
    private readonly SameName _names = new(recognizer);

    public IEnumerable<Diagnostic> Check(ActionGraph graph)
    {
        if (OtherCell(graph) is var (cell, askedCell))
            yield return QuestionDiagnostics.OtherCell(cell, askedCell, graph.Context?.Id);
        if (OtherCause(graph) is var (cause, askedCause, action))
            yield return QuestionDiagnostics.OtherCause(cause, askedCause, action);
    }

    private (string Named, string Asked)? OtherCell(ActionGraph graph)
    {
        var asked = question.Record.Contexts.Select(c => c.CellLine).OfType<string>().Where(c => c.Trim().Length > 0).ToList();
        if (asked.Count == 0 || graph.Context?.Text("cell_type") is not { } written) return null;
        var named = _names.LinesIn(written);
        return named.Count == 0 || named.Any(n => asked.Exists(a => _names.IsSame(n, a))) ? null
            : (named[0], question.Line?.Name ?? asked[0]);
    }

    private (string Named, string Asked, NodeId? Action)? OtherCause(ActionGraph graph)
    {
        var asked = question.Causes.Where(c => c.Actor.Length > 0).ToList();
        if (asked.Count == 0 || graph.Roots.Any(root => Names(root).Any(n => asked.Exists(c => IsSame(n, c))))) return null;
        var areEdits = asked.TrueForAll(c => c.IsGeneEdit);
        // A compound that is named further on begins its own part, whatever stands before it.
        if (!areEdits && graph.Actions.Any(a => Subject(a) is { } s && asked.Exists(c => IsSame(s, c)))) return null;
        var other = graph.Roots.Concat(areEdits ? [] : graph.Actions)
            .Select(action => (Name: areEdits ? Gene(action) : Compound(action), action.Id)).FirstOrDefault(n => n.Name is not null);
        return other.Name is null ? null : (other.Name, string.Join(" + ", asked.Select(c => c.Actor)), other.Id);
    }

    private bool IsSame(string named, Cause cause) =>
        _names.IsSame(named, cause.Actor) || (cause.Perturbation.DisplayName is { Length: > 0 } said && _names.IsSame(named, said));

    /// <summary>What an action names, and the words in which a variant is written; its mechanism speaks of many things.</summary>
    private static IEnumerable<string> Names(ActionNode action) =>
        from argument in action.Arguments
        where action.Primitive?.Argument(argument.Name)?.Kind is ArgumentKind.Entity or ArgumentKind.EntityList or ArgumentKind.Text
        from text in argument.Value.Texts
        select text;

    /// <summary>What acts in an action: the first thing that it names.</summary>
    private static string? Subject(ActionNode action) =>
        action.Arguments.Where(a => action.Primitive?.Argument(a.Name)?.Kind is ArgumentKind.Entity or ArgumentKind.EntityList)
            .SelectMany(a => a.Value.Texts).FirstOrDefault();

    /// <summary>A compound that is known, or one word that binds and that nobody here knows.</summary>
    private string? Compound(ActionNode action) => Subject(action) is not { } subject ? null
        : _names.Known(subject, EntityTypes.Compound)
            ?? (action.Kind == ClaimKind.Binding && _names.IsUnknownName(subject) ? subject.Trim() : null);

    private string? Gene(ActionNode action) =>
        Names(action).Select(n => _names.Known(n, EntityTypes.Gene)).OfType<string>().FirstOrDefault()
        ?? Compound(action) ?? (Subject(action) is { } subject && _names.IsUnknownSymbol(subject) ? subject.Trim() : null);
}
