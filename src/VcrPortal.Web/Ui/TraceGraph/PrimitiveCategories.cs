using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Ui.TraceGraph;

/// <summary>A category's short name and its colour class; a verb that no vocabulary knows has neither.</summary>
internal static class PrimitiveCategories
{
    public static IReadOnlyList<PrimitiveCategory> All { get; } = Enum.GetValues<PrimitiveCategory>();

    public static string CssClass(ActionNode node) =>
        node.Primitive is { } known ? CssClass(known.Category) : node.IsContext ? "c-context" : "c-unknown";

    public static string Word(ActionNode node) =>
        node.Primitive is { } known ? Word(known.Category) : node.IsContext ? "Context" : "Unknown";

    public static string CssClass(PrimitiveCategory category) => category switch
    {
        PrimitiveCategory.SystemInitialization => "c-context",
        PrimitiveCategory.Interaction => "c-interaction",
        PrimitiveCategory.Functional => "c-functional",
        PrimitiveCategory.Regulation => "c-regulation",
        PrimitiveCategory.Metabolic => "c-metabolic",
        PrimitiveCategory.Proteostasis => "c-proteostasis",
        _ => "c-phenotype",
    };

    public static string Word(PrimitiveCategory category) => category switch
    {
        PrimitiveCategory.SystemInitialization => "Context",
        PrimitiveCategory.Interaction => "Interaction",
        PrimitiveCategory.Functional => "Function",
        PrimitiveCategory.Regulation => "Expression",
        PrimitiveCategory.Metabolic => "Metabolism",
        PrimitiveCategory.Proteostasis => "Protein fate",
        _ => "Phenotype",
    };
}
