using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Layout;

/// <summary>The stretches of a drawing, from top to bottom: what is bound, what that does inside the cell, which genes answer, what the
/// cell does.</summary>
public enum GraphBand { Binding, Signalling, Expression, Phenotype }

/// <summary>Which band an action belongs to by its own kind; a drawing moves it down to the band of its lowest cause.</summary>
public static class GraphBands
{
    public static GraphBand For(ActionNode action) => action.Primitive switch
    {
        { Category: PrimitiveCategory.Interaction } => GraphBand.Binding,
        { Category: PrimitiveCategory.Phenotype } => GraphBand.Phenotype,
        { Kind: ClaimKind.Expression } => GraphBand.Expression,
        _ => GraphBand.Signalling,
    };
}
