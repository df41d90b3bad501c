using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Text.Calls;

/// <summary>
/// Gives values without names a place: those before any name by the order of the schema, later ones to the list or unquoted text that
/// they go on from (<c>gene_list="A", "B"</c>); others are left out.
/// </summary>
internal sealed class PositionalValues(ActionPrimitive? primitive, List<Diagnostic> diagnostics)
{
    private readonly List<WrittenArgument> _named = [];
    private readonly List<string> _more = [];
    private bool _nameSeen;

    public List<WrittenArgument> Name(List<WrittenArgument> arguments)
    {
        if (arguments.TrueForAll(a => a.Name is not null)) return arguments;
        foreach (var argument in arguments) Place(argument);
        Append();
        return _named;
    }

    private void Place(WrittenArgument argument)
    {
        if (argument.Name is not null)
        {
            Append();
            _nameSeen = true;
            _named.Add(argument);
        }
        else if (_nameSeen && (IsList(_named[^1]) || (_named[^1].IsBare && argument.IsBare))) GoOn(argument);
        else if (!_nameSeen && primitive is not null && _named.Count < primitive.Arguments.Length) _named.Add(
            ByPosition(primitive.Arguments[_named.Count].Name, argument));
        else LeaveOut(argument);
    }

    private WrittenArgument ByPosition(string name, WrittenArgument value)
    {
        diagnostics.Add(
            DiagnosticRules.ArgumentByPosition.Report(
            $"The value is read as {name}, by its position.", value.ValuePlace,
            $"{name}=\"{ActionRules.Shortened(value.Value.ToString())}\""));
        return value with { Name = name, NamePlace = value.ValuePlace };
    }

    private bool IsList(WrittenArgument argument) => argument.Value is ArgumentValue.List || primitive is null
        || primitive.Argument(
            PrimitiveAliases.CanonicalArgument(primitive.Name, argument.Name!) ?? argument.Name!)?.Kind == ArgumentKind.EntityList;

    private void GoOn(WrittenArgument value)
    {
        if (IsList(_named[^1])) _more.AddRange(value.Value.Texts);
        else _more.Add((value.AfterSemicolon ? "; " : ", ") + value.Value);
    }

    private void Append()
    {
        if (_more.Count == 0) return;
        var last = _named[^1];
        if (IsList(last) && primitive is not null && last.Value is ArgumentValue.Text)
            diagnostics.Add(
                DiagnosticRules.TextForList.Report(
                $"{last.Name} is a list. Expected brackets around its {_more.Count + 1} items.", last.ValuePlace,
                $"{last.Name}=[\"…\", \"…\"]"));
        _named[^1] = IsList(last)
            ? last with { Value = new ArgumentValue.List([.. last.Value.Texts, .. _more]), IsBare = false }
            : last with { Value = new ArgumentValue.Text(last.Value + string.Concat(_more)) };
        _more.Clear();
    }

    private void LeaveOut(WrittenArgument value) => diagnostics.Add(DiagnosticRules.ValueWithoutName.Report(
        $"\"{ActionRules.Shortened(value.Value.ToString())}\" has no name. Expected name=\"value\".", value.ValuePlace));
}
