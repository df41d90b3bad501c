namespace VcrPortal.Generation.Knowledge;

/// <summary>What is wrong with a listed target.</summary>
public enum TargetExceptionKind
{
    /// <summary>No second source has it, and the one that knows the compound names others: nothing is told of it.</summary>
    NotATarget,
    /// <summary>The compound inhibits another protein, which acts on the listed one.</summary>
    Through,
    /// <summary>The compound table has the opposite.</summary>
    Activates,
    /// <summary>Likewise.</summary>
    Inhibits,
    /// <summary>Bound, and made to act on other proteins; its own activity is not lowered.</summary>
    Glue,
    /// <summary>Two sources name opposite polarities, so nothing is followed.</summary>
    Unclear,
    /// <summary>An enzyme of DNA that the compound keeps on the open strand: its work ends, and the break stays.</summary>
    Traps,
    /// <summary>The compound has it broken down, beside what it blocks.</summary>
    Degrades,
    /// <summary>The compound binds another protein, and only the two together bind the listed one, which moves as the table
    /// says.</summary>
    Carried,
}

/// <summary>A reviewed row that says how a listed target of a compound is to be read.</summary>
/// <param name="Target">A gene symbol; <c>*</c> is every target of the compound.</param>
/// <param name="Instead">What the compound binds, of <see cref="TargetExceptionKind.Through"/> and <see
/// cref="TargetExceptionKind.Carried"/>; else null.</param>
/// <param name="Says">A sentence for the report.</param>
/// <param name="Record">The record of the source, by its own name or number.</param>
/// <param name="Finding">What that record says, in its words.</param>
public sealed record TargetException(
    string Compound, string Target, TargetExceptionKind Kind, string? Instead, string Says, string Source, string Record, string Finding)
{
    public bool IsAbout(Compound compound, string target) =>
        Compound.Equals(compound.Name, StringComparison.OrdinalIgnoreCase) && (Target == "*" || Target == target);
}
