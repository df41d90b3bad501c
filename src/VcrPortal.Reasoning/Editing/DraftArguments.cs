using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Editing;

/// <summary>Arguments as the canonical text has them: in schema order, lists where lists belong.</summary>
internal static class DraftArguments
{
    public static ActionNode EmptyContext(PrimitiveVocabulary vocabulary) =>
        new(null, ActionNode.ContextName, vocabulary.Find(ActionNode.ContextName), []);

    public static ActionNode Set(ActionNode action, DraftEdit.ChangeArgument change)
    {
        var others = action.Arguments.Where(argument => argument.Name != change.Argument);
        return change.Value is null || change.Value.Texts.All(string.IsNullOrWhiteSpace)
            ? action with { Arguments = [.. others] }
            : action with { Arguments = InOrder(action.Primitive, others.Append(new(change.Argument, change.Value))) };
    }

    /// <summary>The claim under another primitive: what the old one asked for and the new one does not goes, remarks of its author
    /// stay.</summary>
    public static ActionNode Under(ActionPrimitive primitive, ActionNode action) => action with
    {
        Name = primitive.Name,
        Primitive = primitive,
        Arguments = InOrder(primitive, action.Arguments.Where(argument =>
            primitive.Argument(argument.Name) is not null || action.Primitive?.Argument(argument.Name) is null)),
    };

    private static ImmutableArray<Argument> InOrder(ActionPrimitive? primitive, IEnumerable<Argument> arguments) => primitive is null
        ? [.. arguments]
        : [.. arguments.Select(argument => argument with { Value = Fit(primitive.Argument(argument.Name), argument.Value) })
            .OrderBy(argument => primitive.PlaceOf(argument.Name))];

    private static ArgumentValue Fit(ArgumentDefinition? definition, ArgumentValue value) => definition is null ? value
        : (definition.Kind == ArgumentKind.EntityList, value) switch
        {
            (true, ArgumentValue.Text text) => new ArgumentValue.List([text.Value]),
            (false, ArgumentValue.List list) => new ArgumentValue.Text(list.ToString()),
            _ => value,
        };
}
