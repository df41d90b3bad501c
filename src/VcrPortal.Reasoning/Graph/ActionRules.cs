using System.Globalization;
using VcrPortal.Reasoning.Arguments;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Graph;

/// <summary>The rules that one action breaks by itself, so that a stream can tell at once.</summary>
internal static class ActionRules
{
    private static readonly string[] HeldBack = ["block", "prevent", "inhibit", "reduced", "impair", "abolish", "suppress"];

    public static void Check(ActionNode action, PrimitiveVocabulary vocabulary, int at, List<Finding> findings)
    {
        if (action.Primitive is not { } primitive)
        {
            findings.Add(Unknown(action, vocabulary, at));
            return;
        }
        findings.AddRange(Required(action, primitive, at));
        findings.AddRange(Directions(action, primitive, at));
        findings.AddRange(Extra(action, primitive, at));
        findings.AddRange(Wording(action, primitive, at));
        findings.AddRange(Groups(action, primitive, at));
    }

    private static Finding Unknown(ActionNode action, PrimitiveVocabulary vocabulary, int at)
    {
        var nearest = NearestName.To(action.Name, vocabulary.Primitives.Select(p => p.Name).Concat(PrimitiveAliases.OtherNames));
        if (nearest is not null) nearest = PrimitiveAliases.CanonicalName(nearest) ?? nearest;
        var message = $"There is no primitive {Shortened(action.Name)} in {vocabulary.Id}." + (nearest is null ? "" : $" Did you mean {nearest}?");
        return new Finding(DiagnosticRules.UnknownPrimitive.Report(message, suggestion: nearest, action: action.Id), at);
    }

    private static IEnumerable<Finding> Required(ActionNode action, ActionPrimitive primitive, int at)
    {
        foreach (var argument in primitive.Arguments)
        {
            if (!argument.Required) continue;
            var texts = argument.Kind == ArgumentKind.ActionId ? action.Id is { } id ? [id.Value] : null : action[argument.Name]?.Texts;
            if (texts is null)
                yield return new Finding(DiagnosticRules.MissingArgument.Report(
                    $"{primitive.Name} needs {argument.Name}: {argument.Description}.", suggestion: $"{argument.Name}=\"…\"", action: action.Id), at);
            else if (texts.Value.All(string.IsNullOrWhiteSpace))
                yield return new Finding(DiagnosticRules.EmptyArgument.Report(
                    $"{argument.Name} of {primitive.Name} is empty. Expected: {argument.Description}.", action: action.Id), at, argument.Name);
        }
    }

    private static IEnumerable<Finding> Directions(ActionNode action, ActionPrimitive primitive, int at)
    {
        foreach (var argument in primitive.Arguments)
        {
            if (argument.Kind != ArgumentKind.Direction || action.Text(argument.Name) is not { } written) continue;
            if (written is "up" or "down" || string.IsNullOrWhiteSpace(written)) continue;
            yield return new Finding(DiagnosticRules.BadDirection.Report(
                $"{argument.Name} is \"{Shortened(written)}\". Expected up or down: {primitive.Definition}", suggestion: "up or down", action: action.Id), at, argument.Name);
        }
    }

    private static IEnumerable<Finding> Extra(ActionNode action, ActionPrimitive primitive, int at)
    {
        foreach (var argument in action.Arguments)
            if (primitive.Argument(argument.Name) is null)
                yield return new Finding(DiagnosticRules.UnknownArgument.Report(
                    $"{primitive.Name} has no argument {Shortened(argument.Name)}. It is kept.",
                    suggestion: NearestName.To(argument.Name, primitive.Arguments.Select(a => a.Name)), action: action.Id), at, argument.Name);
    }

    private static IEnumerable<Finding> Wording(ActionNode action, ActionPrimitive primitive, int at)
    {
        if (action.Text("affinity") is { } affinity && primitive.Argument("affinity") is not null && affinity.Trim().Length > 0 && OfAffinity(action, affinity) is { } remark)
            yield return new Finding(remark, at, "affinity");
        if (primitive.Name != "localises_to") yield break;
        foreach (var name in (string[])["mechanism", "via"])
            if (action.Text(name) is { } words && HeldBack.FirstOrDefault(w => words.Contains(w, StringComparison.OrdinalIgnoreCase)) is { } word)
                yield return new Finding(DiagnosticRules.PolarityInWords.Report(
                    $"{name} says \"{Shortened(words)}\", but localises_to says that the movement happens. Write the move that does happen, or lower the activity that drives it.",
                    action: action.Id), at, name);
    }

    private static Diagnostic? OfAffinity(ActionNode action, string written) => Affinity.TryParse(written, action.Text("unit")) switch
    {
        null => DiagnosticRules.AffinityInWords.Report($"The affinity \"{Shortened(written)}\" is not read as one number. Expected a concentration, such as 0.9 nM.", action: action.Id),
        { Nanomolar: { } nanomolar, Unit: not "nM" } => DiagnosticRules.UnitConverted.Report(
            string.Create(CultureInfo.InvariantCulture, $"The affinity \"{Shortened(written)}\" is compared as {nanomolar:0.###} nM."), action: action.Id),
        _ => null,
    };

    // One claim about several molecules cannot be supported or refuted as one. A complex is meant to be one thing.
    private static IEnumerable<Finding> Groups(ActionNode action, ActionPrimitive primitive, int at)
    {
        const EntityTypes other = EntityTypes.Phenotype | EntityTypes.Disease | EntityTypes.Pathway | EntityTypes.CellLine | EntityTypes.CellType;
        foreach (var argument in action.Arguments)
        {
            if (primitive.Argument(argument.Name) is not { Kind: ArgumentKind.Entity } entity || (entity.Entities & EntityTypes.Gene) == 0 || (entity.Entities & other) != 0) continue;
            if (argument.Value is not ArgumentValue.Text text || EntityMention.Of(text.Value) is not { IsGroup: true } group) continue;
            yield return new Finding(DiagnosticRules.GroupAsOneEntity.Report(
                $"{argument.Name} names {group.Members.Length} things at once: {Shortened(string.Join(", ", group.Members))}. Write one action for each, or the name of the family.", action: action.Id), at, argument.Name);
        }
    }

    /// <summary>At most 60 characters of a text, for a message.</summary>
    public static string Shortened(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 59), "…");
}
