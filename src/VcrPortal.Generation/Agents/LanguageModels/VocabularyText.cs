using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Agents.LanguageModels;

/// <summary>A vocabulary as a model reads it: one signature on each line, with what it says and what its arguments are.</summary>
internal static class VocabularyText
{
    public static string Signatures(PrimitiveVocabulary vocabulary) => string.Join('\n', vocabulary.Primitives.Select(Signature));

    /// <summary>The names of primitives at which an explanation may end.</summary>
    public static string Terminals(PrimitiveVocabulary vocabulary) =>
        string.Join(", ", vocabulary.Primitives.Where(p => p.IsTerminal).Select(p => $"`{p.Name}`"));

    private static string Signature(ActionPrimitive primitive)
    {
        var (required, optional) = (primitive.Arguments.Where(a => a.Required), primitive.Arguments.Where(a => !a.Required).ToList());
        var arguments = required.Select(Named);
        if (optional.Count > 0) arguments = arguments.Append($"{{{string.Join(", ", optional.Select(Named))}}}");
        return $"- {primitive.Name}({string.Join(", ", arguments)}): {primitive.Definition}";
    }

    private static string Named(ArgumentDefinition argument) => argument.Kind switch
    {
        ArgumentKind.EntityList => argument.Name + "=[…]",
        ArgumentKind.Direction => argument.Name + "=\"up\" or \"down\"",
        _ => argument.Name,
    };
}
