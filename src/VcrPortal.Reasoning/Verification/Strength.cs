namespace VcrPortal.Reasoning.Verification;

/// <summary>
/// How much a verdict weighs, weakest first: the one ladder of scores, facets, publication rules and words. Only measurement refutes;
/// curated knowledge that says otherwise disputes, because it is as often wrong itself.
/// </summary>
public enum Strength
{
    /// <summary>The source that the claim was written from: counts nowhere.</summary>
    SameSource,

    /// <summary>Computed, and always called a prediction.</summary>
    Predicted,

    /// <summary>Drawn or annotated by people of an independent source.</summary>
    Curated,

    /// <summary>Measured in other cells, or under other perturbations.</summary>
    MeasuredElsewhere,

    /// <summary>An independent source on this very compound and this very molecule.</summary>
    SameCompoundSameMolecule,

    /// <summary>Measured in this cell.</summary>
    MeasuredHere,
}

public static class Strengths
{
    /// <summary>Shown as supported directly; what is weaker is supported elsewhere.</summary>
    public static bool IsDirect(this Strength strength) => strength >= Strength.SameCompoundSameMolecule;
}
