using System.Collections.Immutable;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text.Calls;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Text;

/// <summary>An action with the places of its parts in the text.</summary>
/// <param name="Arguments">One for each argument of the node.</param>
internal sealed record PlacedAction(ActionNode Node, TextSpan Name, TextSpan Id, ImmutableArray<TextSpan> Arguments);

/// <summary>An action from the arguments of its call: aliases taken, values brought to their kind, arguments put in schema order.</summary>
internal sealed class ActionReading
{
    /// <summary>More than any primitive has; the bound keeps hostile calls cheap.</summary>
    private const int MostArguments = 64;

    private readonly List<Diagnostic> _diagnostics;
    private readonly ActionPrimitive? _primitive;
    private readonly string _name;
    private readonly List<(Argument Argument, TextSpan Place)> _taken = [];
    private NodeId? _id;
    private TextSpan _idPlace;

    private ActionReading(ActionPrimitive? primitive, string name, List<Diagnostic> diagnostics) =>
        (_primitive, _name, _diagnostics) = (primitive, name, diagnostics);

    public static PlacedAction Read(
        CallName name, List<WrittenArgument> arguments, PrimitiveVocabulary vocabulary, List<Diagnostic> diagnostics)
    {
        var canonical = name.Canonical == PrimitiveAliases.AnyActivity ? SplitActivity(arguments) : name.Canonical ?? name.Written;
        var reading = new ActionReading(vocabulary.Find(canonical), canonical, diagnostics);
        if (canonical != name.Written)
            diagnostics.Add(
                DiagnosticRules.NameAlias.Report($"{ActionRules.Shortened(name.Written)} is read as {canonical}.", name.Place, canonical));
        var named = new PositionalValues(reading._primitive, diagnostics).Name(arguments);
        if (named.Count > MostArguments)
        {
            diagnostics.Add(
                DiagnosticRules.TooManyArguments.Report(
                $"{canonical} has {named.Count} arguments. Only the first {MostArguments} are read.", named[MostArguments].NamePlace));
            named = named[..MostArguments];
        }
        foreach (var argument in named) reading.Take(argument, named);
        return reading.Finish(name.Place);
    }

    private static string SplitActivity(List<WrittenArgument> arguments) =>
        PrimitiveAliases.ActivityOf(
            isPathway: arguments.Find(a => a.Name is "entity" or "pathway") is { } entity
            && (entity.Name == "pathway" || PrimitiveAliases.ReadsAsPathway(entity.Value.ToString())));

    private void Take(WrittenArgument argument, List<WrittenArgument> all)
    {
        if (argument.IsBare)
            _diagnostics.Add(
                DiagnosticRules.MissingQuotes.Report(
                $"The text of {ActionRules.Shortened(argument.Name!)} is read without quotes.", argument.ValuePlace));
        var name = CanonicalName(argument, all);
        if (name == "id") TakeId(argument);
        else if (_taken.Exists(t => t.Argument.Name == name)) ReportRepeated(name, argument);
        else _taken.Add((new Argument(name, OfKind(_primitive?.Argument(name)?.Kind, name, argument)), argument.ValuePlace));
    }

    private string CanonicalName(WrittenArgument argument, List<WrittenArgument> all)
    {
        var written = argument.Name!;
        if (_primitive is null || written == "id" || _primitive.Argument(written) is not null) return written;
        var lower = written.ToLowerInvariant();
        var canonical = PrimitiveAliases.CanonicalArgument(_name, lower)
            ?? (lower == "id" || _primitive.Argument(lower) is not null ? lower : null);
        if (canonical is null || all.Exists(a => a.Name == canonical) || _taken.Exists(t => t.Argument.Name == canonical)) return written;
        _diagnostics.Add(
            DiagnosticRules.ArgumentAlias.Report($"{written} of {_name} is read as {canonical}.", argument.NamePlace, canonical));
        return canonical;
    }

    private void TakeId(WrittenArgument argument)
    {
        if (_id is not null)
        {
            ReportRepeated("id", argument);
            return;
        }
        (_id, _idPlace) = (new NodeId(argument.Value.ToString()), argument.ValuePlace);
        if (_name == ActionNode.ContextName) _diagnostics.Add(
            DiagnosticRules.ContextWithId.Report($"{_name} needs no id. It is kept.", argument.NamePlace));
    }

    private void ReportRepeated(string name, WrittenArgument argument) =>
        _diagnostics.Add(
            DiagnosticRules.RepeatedArgument.Report(
            $"{ActionRules.Shortened(name)} is given twice. The first one counts.", argument.NamePlace, action: _id));

    private ArgumentValue OfKind(ArgumentKind? kind, string name, WrittenArgument argument) => (kind, argument.Value) switch
    {
        (ArgumentKind.EntityList, ArgumentValue.Text text) => SplitText(name, text.Value, argument.ValuePlace),
        (ArgumentKind.Direction, ArgumentValue.Text text) => DirectionWord(text, argument.ValuePlace),
        (not null and not ArgumentKind.EntityList, ArgumentValue.List list) => ListForText(name, list, argument.ValuePlace),
        _ => argument.Value,
    };

    private ArgumentValue.List SplitText(string name, string text, TextSpan place)
    {
        var items = ListText.Split(text);
        _diagnostics.Add(DiagnosticRules.TextForList.Report(
            $"{name} is a list. The text is read as {items.Length} {(items.Length == 1 ? "item" : "items")}.", place,
                $"{name}=[{string.Join(", ", items.Take(8).Select(i => $"\"{ActionRules.Shortened(i)}\""))}]"));
        return new ArgumentValue.List(items);
    }

    private ArgumentValue.List ListForText(string name, ArgumentValue.List list, TextSpan place)
    {
        _diagnostics.Add(DiagnosticRules.ListForText.Report($"{name} takes one text. The list of {list.Items.Length} is kept.", place));
        return list;
    }

    private ArgumentValue.Text DirectionWord(ArgumentValue.Text written, TextSpan place)
    {
        if (written.Value is "up" or "down" || PrimitiveAliases.DirectionOf(written.Value) is not { } direction) return written;
        var word = direction == Direction.Up ? "up" : "down";
        _diagnostics.Add(DiagnosticRules.DirectionAlias.Report($"\"{written.Value}\" is read as {word}.", place, $"direction=\"{word}\""));
        return new ArgumentValue.Text(word);
    }

    private PlacedAction Finish(TextSpan namePlace)
    {
        var ordered = _primitive is null || IsInOrder() ? _taken : [.. _taken.OrderBy(t => _primitive.PlaceOf(t.Argument.Name))];
        var (arguments, places) =
            (ImmutableArray.CreateBuilder<Argument>(ordered.Count), ImmutableArray.CreateBuilder<TextSpan>(ordered.Count));
        foreach (var (argument, place) in ordered)
        {
            arguments.Add(argument);
            places.Add(place);
        }
        return new PlacedAction(
            new ActionNode(_id, _name, _primitive, arguments.MoveToImmutable()), namePlace, _idPlace, places.MoveToImmutable());
    }

    // Most authors keep to the order of the signature.
    private bool IsInOrder()
    {
        var before = -1;
        foreach (var (argument, _) in _taken)
        {
            var place = _primitive!.PlaceOf(argument.Name);
            if (place < before) return false;
            before = place;
        }
        return true;
    }
}
