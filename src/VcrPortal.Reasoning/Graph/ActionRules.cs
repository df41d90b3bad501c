using System.Globalization;
using VcrPortal.Reasoning.Arguments;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Graph;

/// <summary>The rules that one action breaks by itself, so that a stream can tell at once.</summary>
internal static class ActionRules
{
    public static void Check(ActionNode action, PrimitiveVocabulary vocabulary, int at, List<Finding> findings)
    {
        if (action.Primitive is not { } primitive)
        {
            findings.Add(Unknown(action, vocabulary, at));
            return;
        }
        CheckRequired(action, primitive, at, findings);
        CheckDirections(action, primitive, at, findings);
        CheckExtra(action, primitive, at, findings);
        CheckWording(action, primitive, at, findings);
        CheckGroups(action, primitive, at, findings);
    }

    private static Finding Unknown(ActionNode action, PrimitiveVocabulary vocabulary, int at)
    {
        var nearest = NearestName.To(action.Name, vocabulary.Primitives.Select(p => p.Name).Concat(PrimitiveAliases.OtherNames));
        if (nearest is not null) nearest = PrimitiveAliases.CanonicalName(nearest) ?? nearest;
        var message = $"There is no primitive {Shortened(action.Name)} in {vocabulary.Id}."
            + (nearest is null ? "" : $" Did you mean {nearest}?");
        return new Finding(DiagnosticRules.UnknownPrimitive.Report(message, suggestion: nearest, action: action.Id), at);
    }

    private static void CheckRequired(ActionNode action, ActionPrimitive primitive, int at, List<Finding> findings)
    {
        foreach (var argument in primitive.Arguments)
        {
            if (!argument.Required) continue;
            var isThere = argument.Kind == ArgumentKind.ActionId ? action.Id is not null : action[argument.Name] is not null;
            if (!isThere)
                findings.Add(new Finding(DiagnosticRules.MissingArgument.Report(
                    $"{primitive.Name} needs {argument.Name}: {argument.Description}.", suggestion: $"{argument.Name}=\"…\"",
                        action: action.Id), at));
            else if (
                argument.Kind == ArgumentKind.ActionId ? string.IsNullOrWhiteSpace(action.Id!.Value.Value)
                : IsBlank(action[argument.Name]!))
                findings.Add(new Finding(DiagnosticRules.EmptyArgument.Report(
                    $"{argument.Name} of {primitive.Name} is empty. Expected: {argument.Description}.", action: action.Id), at,
                        argument.Name));
        }
    }

    private static bool IsBlank(ArgumentValue value) =>
        value is ArgumentValue.Text text ? string.IsNullOrWhiteSpace(text.Value) : value.Texts.All(string.IsNullOrWhiteSpace);

    private static void CheckDirections(ActionNode action, ActionPrimitive primitive, int at, List<Finding> findings)
    {
        foreach (var argument in primitive.Arguments)
        {
            if (argument.Kind != ArgumentKind.Direction || action.Text(argument.Name) is not { } written) continue;
            if (written is "up" or "down" || string.IsNullOrWhiteSpace(written)) continue;
            findings.Add(new Finding(DiagnosticRules.BadDirection.Report(
                $"{argument.Name} is \"{Shortened(written)}\". Expected up or down: {primitive.Definition}", suggestion: "up or down",
                    action: action.Id), at, argument.Name));
        }
    }

    private static void CheckExtra(ActionNode action, ActionPrimitive primitive, int at, List<Finding> findings)
    {
        foreach (var argument in action.Arguments)
            if (primitive.Argument(argument.Name) is null)
                findings.Add(new Finding(DiagnosticRules.UnknownArgument.Report(
                    $"{primitive.Name} has no argument {Shortened(argument.Name)}. It is kept.",
                    suggestion: NearestName.To(argument.Name, primitive.Arguments.Select(a => a.Name)), action: action.Id), at,
                        argument.Name));
    }

    private static void CheckWording(ActionNode action, ActionPrimitive primitive, int at, List<Finding> findings)
    {
        if (action.Text("affinity") is { } affinity && primitive.Argument("affinity") is not null && !string.IsNullOrWhiteSpace(affinity)
            && CheckAffinity(action, affinity) is { } remark)
            findings.Add(new Finding(remark, at, "affinity"));
        if (primitive.Kind == ClaimKind.Localisation) CheckMovement(action, at, findings);
    }

    // The movement has no direction of its own: what does not move is written otherwise.
    private static void CheckMovement(ActionNode action, int at, List<Finding> findings)
    {
        var advice =
            $"but {action.Name} says that the movement happens. Write the move that does happen, or lower the activity that drives it.";
        if (action.Direction == Direction.Down)
            findings.Add(new Finding(
                DiagnosticRules.PolarityInWords.Report($"direction is down, {advice}", action: action.Id), at, "direction"));
        foreach (var name in (ReadOnlySpan<string>)["mechanism", "via"])
            if (action.Text(name) is { } words && HeldBackMovement.IsSaidIn(words, action.Text("to_loc")))
                findings.Add(new Finding(
                    DiagnosticRules.PolarityInWords.Report($"{name} says \"{Shortened(words)}\", {advice}", action: action.Id), at, name));
    }

    private static Diagnostic? CheckAffinity(ActionNode action, string written) => Affinity.TryParse(written, action.Text("unit")) switch
    {
        null => DiagnosticRules.AffinityInWords.Report(
            $"The affinity \"{Shortened(written)}\" is not read as one number. Expected a concentration, such as 0.9 nM.",
            action: action.Id),
        { Nanomolar: { } nanomolar, Unit: not "nM" } => DiagnosticRules.UnitConverted.Report(
            string.Create(CultureInfo.InvariantCulture, $"The affinity \"{Shortened(written)}\" is compared as {nanomolar:0.###} nM."),
                action: action.Id),
        _ => null,
    };

    // One claim about several molecules cannot be supported or refuted as one. A complex is meant to be one thing.
    private static void CheckGroups(ActionNode action, ActionPrimitive primitive, int at, List<Finding> findings)
    {
        const EntityTypes other =
            EntityTypes.Phenotype | EntityTypes.Disease | EntityTypes.Pathway | EntityTypes.CellLine | EntityTypes.CellType;
        foreach (var argument in action.Arguments)
            foreach (var name in argument.Value.Texts)
            {
                if (!EntityMention.MayBeGroup(name)) continue;
                if (primitive.Argument(argument.Name) is not { Kind: ArgumentKind.Entity or ArgumentKind.EntityList } entity
                    || (entity.Entities & EntityTypes.Gene) == 0 || (entity.Entities & other) != 0) continue;
                if (EntityMention.Parse(name) is not { IsGroup: true } group) continue;
                findings.Add(new Finding(DiagnosticRules.GroupAsOneEntity.Report(
                    $"{argument.Name} names {group.Members.Length} things at once: {Shortened(string.Join(", ", group.Members))}. "
                    + $"{WayOut(entity)}",
                    action: action.Id), at, argument.Name));
            }
    }

    private static string WayOut(ArgumentDefinition entity) => entity.Kind == ArgumentKind.EntityList
        ? "Write each as an item of its own." : "Write one action for each, or the name of the family.";

    /// <summary>At most 60 characters of a text, for a message.</summary>
    public static string Shortened(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 59), "…");
}
