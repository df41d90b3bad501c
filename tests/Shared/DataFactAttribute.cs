namespace VcrPortal.Tests;

/// <summary>A fact that needs the public reference data (<c>VCR_DATA</c>, by default <c>../shared/data</c> beside the checkout); skipped,
/// with its reason, where that is absent.</summary>
public sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute() => Skip = ReferenceData.WhyMissing;
}

/// <summary>A theory that needs the public reference data; skipped like a fact.</summary>
public sealed class DataTheoryAttribute : TheoryAttribute
{
    public DataTheoryAttribute() => Skip = ReferenceData.WhyMissing;
}
