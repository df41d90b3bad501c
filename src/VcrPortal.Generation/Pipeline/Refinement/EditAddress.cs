namespace VcrPortal.Generation.Pipeline.Refinement;

/// <summary>The two spaces in which an explanation can be wrong, after CellScientist: what it says, and how it is written.</summary>
public enum EditSpace { Hypothesis, Realisation }

/// <summary>Where a discrepancy is put right. The first four are the hypothesis itself, the others its realisation.</summary>
public enum EditAddress
{
    /// <summary>Which molecule the compound is said to act on.</summary>
    TargetChoice,
    /// <summary>Whether something rises or falls.</summary>
    Direction,
    /// <summary>That one claim leads to another.</summary>
    Edge,
    /// <summary>Which genes are said to change.</summary>
    ExpressionClaim,
    /// <summary>Which cell it is about, and how that cell is altered.</summary>
    ContextParsing,
    /// <summary>A name that nobody knows, where one near to it is meant.</summary>
    EntityGrounding,
    /// <summary>Evidence that is not there, or says nothing of the claim.</summary>
    Citation,
    /// <summary>An argument that cannot be read as what it should be.</summary>
    ArgumentForm,
}

public static class EditAddresses
{
    public static EditSpace Space(this EditAddress address) =>
        address < EditAddress.ContextParsing ? EditSpace.Hypothesis : EditSpace.Realisation;
}
